/* SPDX-License-Identifier: MIT */
/* A command of the program: its name, how it is called, and the function that runs it. */
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

/* A bit for each command, by which an option says where it is taken. */
enum command_bit {
#define COMMAND(NAME, name) COMMAND_##NAME = 1 << COMMAND_NUMBER_##NAME,
#include "cli/commands.def"
};

enum command_operands {
    OPERANDS_ONE,   /* a dataset */
    OPERANDS_SOME,  /* one dataset or more */
    OPERANDS_ANY,   /* any number of views files, or none */
    OPERANDS_NAMED, /* a dataset, and one id or more */
};

struct command {
    const char *name;
    enum command_bit bit;
    const char *synopsis; /* of the operands: "DATASET..." */
    enum command_operands operands;
    const char *summary; /* one line, an imperative */
    /* Data goes to standard output, which main flushes; messages go to MESSAGES. */
    enum status (*run)(const struct options *options, struct messages *messages);
};

#define COMMAND(NAME, name) extern const struct command name##_command;
#include "cli/commands.def"

/* In the order of --help. */
extern const struct command *const commands[COMMANDS];

/* The command of this name; NULL if there is none. */
const struct command *command_find(const char *name);

#endif
