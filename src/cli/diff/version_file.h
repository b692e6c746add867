/* SPDX-License-Identifier: MIT */
/* Reads a version of a dataset: a file, standard input, or a file in the history of a git
   repository. */
#ifndef CLI_DIFF_VERSION_FILE_H
#define CLI_DIFF_VERSION_FILE_H

#include "base/message.h"
#include "base/status.h"
#include "cli/options.h"
#include "model/network.h"

/* As limits_read_dataset; OPERAND may also be as in revision.h, or /dev/null, a version that says
   nothing: git names it for a file that was added or removed. */
enum status version_file_read(const char *operand, const struct options *options,
                              struct messages *messages, struct network **network);

#endif
