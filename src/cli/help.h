/* SPDX-License-Identifier: MIT */
/* The texts of --help. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "base/memory/buffer.h"
#include "cli/command.h"

/* Of the program. */
void help_write(struct buffer *out);

/* Of a command. */
void help_write_command(struct buffer *out, const struct command *command);

#endif
