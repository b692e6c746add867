/* SPDX-License-Identifier: MIT */
/* The files that a conversion writes: that which was asked for, others beside it, which nobody
   named, and the report. None of them may be one that is read, or another of them; and what
   stands in the place of one that nobody named must be empty or an earlier one of entente's. */
#ifndef CLI_CONVERT_TARGETS_H
#define CLI_CONVERT_TARGETS_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "format/exchange/exchange.h"

/* Appends the path of the file with SUFFIX beside OUTPUT: "talks-actors.csv". */
void targets_beside(struct buffer *path, const char *output, const char *suffix);

/* Checks what the user named, before any work: the output ("-": standard output) and the report.
   Reports what would be lost, and returns STATUS_FAILURE. */
enum status targets_check(const struct options *options, const char *output,
                          struct messages *messages);

/* Checks the files beside OUTPUT, all but the first of FILES, before any of them is written. */
enum status targets_check_beside(const struct options *options, const char *output,
                                 const struct exchange_file *files, struct messages *messages);

#endif
