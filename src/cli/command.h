/* SPDX-License-Identifier: MIT */
/* A command of the program: its name, how it is called, and the function that does it. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"

struct options;

/* A bit for each command, by which an option says where it is taken. */
enum command_bit {
    COMMAND_DRAW = 1,
    COMMAND_LIST = 2,
    COMMAND_VALIDATE = 4,
    COMMAND_BUILD = 8,
    COMMAND_CHECK = 16,
    COMMAND_EXPLAIN = 32,
    COMMAND_SOURCES = 64,
};

/* How many files a command wants; or one, and ids behind it. */
enum operands { OPERANDS_ONE, OPERANDS_SOME, OPERANDS_ANY, OPERANDS_NAMED };

struct command {
    const char *name;
    enum command_bit bit;
    const char *operands; /* "DATASET..." */
    enum operands count;
    const char *summary; /* a line for lists of commands */
    /* Data goes to standard output, which main flushes; words go to MESSAGES. */
    enum status (*run)(const struct options *options, struct messages *messages);
};

#endif
