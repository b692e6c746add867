/* SPDX-License-Identifier: MIT */
/* Parses the command line of a command by the table of options. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stddef.h>

#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/command.h"

struct options {
    struct settings settings; /* by long name, in the order given; owned */
    char **operands;          /* part of the argument vector; not owned */
    size_t operand_count;
};

/* Reads the ARGC arguments of COMMAND; the first is its name. Long names may be abbreviated, and
   options and operands may be mixed. --color takes effect at once in the report of MESSAGES.
   Reports a usage error and returns STATUS_FAILURE. */
enum status options_read(struct options *options, const struct command *command, int argc,
                         char **argv, struct messages *messages);
void options_clear(struct options *options);

/* The value of the option NAME, which must be in options.def: "" if it takes none; NULL if it was
   not given. */
const char *options_value(const struct options *options, const char *name);

/* The number of processes to run in parallel, at least 1: --jobs, or one per processor. */
enum status options_jobs(const struct options *options, struct messages *messages,
                         unsigned *jobs);

#endif
