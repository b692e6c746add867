/* SPDX-License-Identifier: MIT */
/* The options of all commands, in one table, and the reading of a command line by it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/settings.h"
#include "base/status.h"
#include "cli/command.h"

enum option_group {
    GROUP_SELECTION,
    GROUP_PICTURE,
    GROUP_OUTPUT,
    GROUP_LIMITS,
    GROUP_OTHER,
    GROUPS
};

struct option_line {
    const char *name;     /* the long one, without "--" */
    char letter;          /* the short one, or '\0' */
    const char *argument; /* "ID,..."; NULL for an option without one */
    const char *help;     /* a line */
    enum option_group group;
    unsigned commands; /* that take it: bits of enum command_bit */
};

/* Options of one group stand together; a line without a name is the last. */
extern const struct option_line options_table[];

/* A command line, read. */
struct options {
    struct settings settings; /* by long name, in the order given; owned */
    char **operands;          /* lent by the command line */
    size_t operand_count;
};

/* Reads the ARGC arguments of COMMAND, of which the first is its name; abbreviated long names are
   completed, and operands may stand between options. --color takes effect at once in the report
   that MESSAGES go to. What is not right is told; STATUS_FAILURE. */
enum status options_read(struct options *options, const struct command *command, int argc,
                         char **argv, struct messages *messages);
void options_clear(struct options *options);

/* The value of the option NAME, "" if it takes none; NULL if it was not given. */
const char *options_value(const struct options *options, const char *name);

/* How many children may work at once: what --jobs says, or one for each processor. */
enum status options_jobs(const struct options *options, struct messages *messages,
                         unsigned *jobs);

/* What `entente COMMAND --help` says. */
void options_help(struct buffer *out, const struct command *command);

#endif
