/* SPDX-License-Identifier: MIT */
/* The commands of the program: their names, operands, and the functions that run them. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

struct options;

enum command_number {
#define COMMAND(NAME, name) COMMAND_NUMBER_##NAME,
#include "cli/commands.def"
    COMMANDS
};

/* A bit for each command. An option has the set of commands that accept it. */
enum command_bit {
#define COMMAND(NAME, name) COMMAND_##NAME = 1 << COMMAND_NUMBER_##NAME,
#include "cli/commands.def"
};

enum command_operands {
    OPERANDS_NEW,    /* the name of what is made */
    OPERANDS_ONE,    /* a dataset */
    OPERANDS_TWO,    /* two versions of one */
    OPERANDS_THREE,  /* a base, and two versions made from it */
    OPERANDS_SOME,   /* one dataset or more */
    OPERANDS_ANY,    /* any number of views files, or none */
    OPERANDS_VIEWED, /* a dataset, and perhaps a views file */
    OPERANDS_DRAWN,  /* a figure, its dataset, and perhaps a views file */
    OPERANDS_NAMED,  /* a dataset, and one id or more */
};

struct command {
    const char *name;
    enum command_bit bit;
    const char *synopsis; /* of the operands: "DATASET..." */
    enum command_operands operands;
    const char *summary; /* one line, in the imperative */
    int failure;         /* the exit status after a failure; 0: that of status_exit */
    /* Writes data to standard output, which main flushes, and reports errors to MESSAGES. */
    enum status (*run)(const struct options *options, struct messages *messages);
};

#define COMMAND(NAME, name) extern const struct command name##_command;
#include "cli/commands.def"

/* In the order of --help. */
extern const struct command *const commands[COMMANDS];

/* The command with this name; NULL if there is none. */
const struct command *command_find(const char *name);

#endif
