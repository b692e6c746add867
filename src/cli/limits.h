/* SPDX-License-Identifier: MIT */
/* The --limit-... options, which bound the cost of untrusted files: limits on their contents (see
   format/xml/limits.def), and on the processor time and memory of this process and of each of its
   children. */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "format/xml/reader.h"
#include "model/network.h"

/* Sets LIMITS to the defaults, overridden by OPTIONS. Reports an invalid value and returns
   STATUS_FAILURE. */
enum status limits_read(struct reader_limits *limits, const struct options *options,
                        struct messages *messages);

/* Reads the dataset at PATH under these limits, as those may know it whom --for names: see
   redaction_read. With --strict, a dataset with a
   warning is invalid. */
enum status limits_read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network);

/* The same of the LENGTH bytes at BYTES, which messages call NAME. */
enum status limits_read_bytes(const char *name, const char *bytes, size_t length,
                              const struct options *options, struct messages *messages,
                              struct network **network);

/* Sets *VALUE to that of the option NAME, from 1 to HIGH, if it is given. Reports an invalid
   value and returns STATUS_FAILURE. */
enum status limits_read_number(const struct options *options, const char *name, unsigned high,
                               struct messages *messages, unsigned *value);

/* Applies --limit-cpu and --limit-memory to this process and to those that it starts. Limits that
   are already lower are kept. Reports an invalid value and returns STATUS_FAILURE. */
enum status limits_apply(const struct options *options, struct messages *messages);

#endif
