/* SPDX-License-Identifier: MIT */
/* How much a stranger's files may cost: by count where they are read (see reader.h), and by the
   processor's time and memory for the whole process and for each of its children. */
#ifndef COMMAND_LIMITS_H
#define COMMAND_LIMITS_H

#include "command/options.h"
#include "format/reader.h"
#include "network/network.h"
#include "system/message.h"
#include "system/status.h"

/* The defaults with what --limit-… says instead; a value that is not right is told and is
   STATUS_TROUBLE. */
enum status limits_take(struct reader_limits *limits, const struct options *options,
                        struct messages *messages);

/* Reads the dataset PATH under those limits: see dataset_read. */
enum status limits_read_dataset(const char *path, const struct options *options,
                                struct messages *messages, struct network **network);

/* Sets --limit-cpu and --limit-memory for this process and those that it starts; limits that are
   tighter already stay. */
enum status limits_guard(const struct options *options, struct messages *messages);

#endif
