/* SPDX-License-Identifier: MIT */
/* What the value of an option can be, for the completion of command lines. */
#ifndef CLI_COMPLETION_VALUE_H
#define CLI_COMPLETION_VALUE_H

#include <stdbool.h>

#include "cli/command.h"
#include "cli/option_table.h"
#include "model/vocabulary.h"

enum value_kind {
    VALUE_TEXT,     /* a number, a date, anything: nothing can be offered */
    VALUE_WORDS,    /* only the words */
    VALUE_FORMS,    /* of relations: those of the dataset and of the vocabulary */
    VALUE_KINDS,    /* of actors, and the kinds within these */
    VALUE_VERTICES, /* ids of actors and events */
    VALUE_BLOCS,    /* the same, and attribute:NAME */
    VALUE_EVENTS,   /* ids, and so on */
    VALUE_RELATIONS,
    VALUE_SOURCES,
    VALUE_PARTIES,    /* sources and actors */
    VALUE_ITEMS,      /* all that has an id; a source is "source:ID" where an actor has it too */
    VALUE_PROPERTIES, /* NAME=VALUE of attributes and identifiers */
    VALUE_ATTRIBUTES, /* attribute:NAME */
    VALUE_LANGUAGES,
    VALUE_LEVELS,
    VALUE_COLUMNS, /* of list, of what --of says */
    VALUE_WARNINGS,
    VALUE_READ, /* formats of convert */
    VALUE_WRITTEN,
    VALUE_FILE,
    VALUE_FOLDER
};

struct value {
    enum value_kind kind;
    const char *separators;         /* of the items of a list; "": it is none */
    const struct vocabulary *words; /* besides; NULL: none */
};

/* What the value of OPTION of COMMAND is. */
struct value value_of_option(const struct option_row *option, const struct command *command);

/* Whether that is in a table, so that an option without a row is found by a test. */
bool value_is_known(const struct option_row *option, const struct command *command);

#endif
