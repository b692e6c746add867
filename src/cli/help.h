/* SPDX-License-Identifier: MIT */
/* The texts of --help. Both append to OUT, where allocation failure is sticky. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "cli/command.h"

/* The help of the program. */
void help_write(struct buffer *out);

/* The help of a command: its common options, or ALL. */
void help_write_command(struct buffer *out, const struct command *command, bool all);

#endif
