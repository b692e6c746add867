/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/completion/value.h"

#include <string.h>

#include "cli/choices.h"
#include "cli/list/sums.h"
#include "render/picture.h"
#include "scene/options.h"

enum { ANY = (1 << COMMANDS) - 1 };

#define WORD_LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define VOCABULARY(...)                                                                          \
    {                                                                                            \
        "value", WORD_LIST(__VA_ARGS__), sizeof WORD_LIST(__VA_ARGS__) / sizeof(char *) - 1      \
    }

static const struct vocabulary all = VOCABULARY("all"), shared = VOCABULARY("shared"),
                               sides = VOCABULARY("none", "auto"), everybody = VOCABULARY("all"),
                               letters = VOCABULARY("A", "B", "C", "D", "E", "F"),
                               digits = VOCABULARY("1", "2", "3", "4", "5", "6");

/* The cell "value" of a row of criteria.def. */
#define WORDS(vocabulary) VALUE_WORDS, ",", &(vocabulary)
#define FORMS VALUE_FORMS, ",", NULL
#define ACTOR_KINDS VALUE_KINDS, ",", NULL
#define KIND_PAIR VALUE_KINDS, ",", NULL
#define VERTICES VALUE_VERTICES, ",", NULL
#define RELATIONS VALUE_RELATIONS, ",", NULL
#define EVENTS VALUE_EVENTS, ",", NULL
#define BLOCS VALUE_BLOCS, ",", &all
#define SOURCES VALUE_SOURCES, ",", NULL
#define NUMBER(low, high, initial) VALUE_TEXT, "", NULL
#define CHOICE(...) VALUE_WORDS, "", &(const struct vocabulary)VOCABULARY(__VA_ARGS__)
#define DATE VALUE_TEXT, "", NULL
#define INTERVAL VALUE_TEXT, "", NULL
#define GRADE VALUE_WORDS, "", &letters
#define RELIABILITY VALUE_WORDS, "", &letters
#define CREDIBILITY VALUE_WORDS, "", &digits
#define AMOUNT VALUE_TEXT, "", NULL
#define PROPERTY VALUE_PROPERTIES, "", NULL
#define FLAG VALUE_TEXT, "", NULL
#define TEXT VALUE_TEXT, "", NULL

struct value_row {
    const char *name;
    unsigned commands;
    struct value value;
};

static const struct value_row criteria[] = {
#define CRITERION(name, word, letter, argument, help, value, stage) {word, ANY, {value}},
#include "query/criteria.def"
};

static const struct value_row limits[] = {
#define LIMIT(member, name, ...) {name, ANY, {VALUE_TEXT, "", NULL}},
#include "format/xml/limits.def"
};

static const struct value_row others[] = {
#define VALUE(name, commands, kind, separators, words)                                           \
    {name, commands, {VALUE_##kind, separators, words}},
#include "cli/completion/values.def"
};

static const struct value *find(const struct value_row *rows, size_t count,
                                const struct option_row *option, const struct command *command)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].name, option->name) == 0 &&
            (rows[i].commands & (unsigned)command->bit) != 0)
            return &rows[i].value;
    return NULL;
}

#define FIND(rows) find(rows, sizeof(rows) / sizeof *(rows), option, command)

/* The row for OPTION; NULL if there is none. A condition of verify is none that selects. */
static const struct value *find_row(const struct option_row *option,
                                    const struct command *command)
{
    const struct value *row = option->group == GROUP_SELECTION ? FIND(criteria) : NULL;
    row = row != NULL ? row : FIND(others);
    return row != NULL ? row : FIND(limits);
}

struct value value_of_option(const struct option_row *option, const struct command *command)
{
    const struct vocabulary *words = scene_options_words(option->name);
    if (words != NULL)
        return (struct value){VALUE_WORDS, "", words};
    const struct value *row = find_row(option, command);
    return row != NULL ? *row : (struct value){VALUE_TEXT, "", NULL};
}

bool value_is_known(const struct option_row *option, const struct command *command)
{
    return scene_options_words(option->name) != NULL || find_row(option, command) != NULL;
}
