/* SPDX-License-Identifier: MIT */
/* How much a stranger's files may cost: by count where they are read (see reader.h), and by the
   processor's time and memory for the whole process and for each of its children. */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "format/xml/reader.h"
#include "model/network.h"

/* The defaults with what --limit-… says instead; a value that is not right is told and is
   STATUS_FAILURE. */
enum status limits_take(struct reader_limits *limits, const struct options *options,
                        struct messages *messages);

/* Reads the dataset PATH under those limits: see dataset_read. */
enum status limits_read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network);

/* Sets --limit-cpu and --limit-memory for this process and those that it starts; limits that are
   tighter already stay. */
enum status limits_guard(const struct options *options, struct messages *messages);

#endif
