/* SPDX-License-Identifier: MIT */
/* A command line that is being typed: what the word at the cursor is, and what the others say. It
   is read as options.h reads a whole one, but accepts what is not complete or wrong. */
#ifndef CLI_COMPLETION_COMMAND_LINE_H
#define CLI_COMPLETION_COMMAND_LINE_H

#include <stddef.h>

#include "cli/command.h"
#include "cli/option_table.h"

enum command_line_what {
    COMMAND_LINE_COMMAND, /* the word is the name of a command */
    COMMAND_LINE_OPTION,  /* begins with - */
    COMMAND_LINE_VALUE,   /* has the value of OPTION, from byte VALUE on */
    COMMAND_LINE_OPERAND,
    COMMAND_LINE_NOTHING /* nothing is known of it */
};

struct command_line {
    char **words; /* COUNT, those after the name of the program; not owned */
    size_t count, index;
    const struct command *command; /* NULL: none, or an unknown one */
    enum command_line_what what;
    const struct option_row *option;
    size_t value;
};

/* INDEX, below COUNT, is that of the word that is being typed. */
void command_line_read(struct command_line *line, char **words, size_t count, size_t index);

const char *command_line_word(const struct command_line *line);

/* What the word is, if it is an operand. */
enum command_line_role {
    OPERAND_NONE, /* a new name, or one operand too many */
    OPERAND_DATASET,
    OPERAND_VIEWS,
    OPERAND_FIGURE,
    OPERAND_FILE,
    OPERAND_ITEM /* an id */
};
enum command_line_role command_line_operand(const struct command_line *line);

/* The first dataset among the other operands, wherever they are; NULL if there is none. */
const char *command_line_dataset(const struct command_line *line);

/* The last value of the option NAME among the other words; NULL if it is not given. */
const char *command_line_value(const struct command_line *line, const char *name);

#endif
