/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/completion/command_line.h"

#include <stdbool.h>
#include <string.h>

/* A walk over the words after the command. */
struct walk {
    const struct command_line *line;
    size_t at;                       /* the next word */
    bool ended;                      /* after "--" */
    enum command_line_what what;     /* of the word before AT */
    const struct option_row *option; /* whose value is in it, or is the next one */
    size_t value;
    size_t operand; /* how many operands there are up to it */
    bool waiting;   /* the next word is the value of OPTION */
};

/* The option of the command whose name LENGTH bytes at NAME are, or abbreviate; NULL if there is
   none, or if there are several. */
static const struct option_row *find_long(const struct command *command, const char *name,
                                          size_t length)
{
    const struct option_row *found = NULL;
    size_t count = 0;
    for (const struct option_row *row = option_table; row->name != NULL; row++) {
        if (!option_belongs_to(row, command) || strncmp(row->name, name, length) != 0)
            continue;
        if (row->name[length] == '\0')
            return row;
        found = row;
        count++;
    }
    return count == 1 ? found : NULL;
}

static const struct option_row *find_short(const struct command *command, char letter)
{
    for (const struct option_row *row = option_table; row->name != NULL; row++)
        if (option_belongs_to(row, command) && row->letter == letter && letter != '\0')
            return row;
    return NULL;
}

static bool takes_value(const struct option_row *option)
{
    return option != NULL && !option_is_flag(option);
}

/* WORD begins with "--". */
static void read_long(struct walk *walk, const char *word)
{
    const size_t length = strcspn(word + 2, "=");
    const struct option_row *option = find_long(walk->line->command, word + 2, length);
    walk->what = COMMAND_LINE_OPTION;
    if (word[2 + length] == '=') {
        walk->what = option != NULL && option->argument != NULL ? COMMAND_LINE_VALUE
                                                                : COMMAND_LINE_NOTHING;
        walk->option = option;
        walk->value = length + 3;
    } else if (takes_value(option)) {
        walk->option = option;
        walk->waiting = true;
    }
}

/* WORD is "-" and letters, the last of which may be followed by its value. */
static void read_short(struct walk *walk, const char *word)
{
    walk->what = COMMAND_LINE_OPTION;
    for (size_t i = 1; word[i] != '\0'; i++) {
        const struct option_row *option = find_short(walk->line->command, word[i]);
        if (!takes_value(option))
            continue;
        walk->option = option;
        walk->waiting = word[i + 1] == '\0';
        walk->what = walk->waiting ? COMMAND_LINE_OPTION : COMMAND_LINE_VALUE;
        walk->value = i + 1;
        return;
    }
}

/* Reads the next word, if there is one. */
static bool read_word(struct walk *walk)
{
    if (walk->at >= walk->line->count)
        return false;
    const char *word = walk->line->words[walk->at++];
    if (walk->waiting) {
        walk->waiting = false;
        walk->what = COMMAND_LINE_VALUE;
        walk->value = 0;
        return true;
    }
    walk->option = NULL;
    if (walk->ended || word[0] != '-' || word[1] == '\0') {
        walk->what = COMMAND_LINE_OPERAND;
        walk->operand++;
    } else if (word[1] != '-') {
        read_short(walk, word);
    } else if (word[2] == '\0' && walk->at - 1 != walk->line->index) {
        walk->ended = true;
        walk->what = COMMAND_LINE_NOTHING;
    } else {
        read_long(walk, word);
    }
    return true;
}

static struct walk walk_begin(const struct command_line *line)
{
    return (struct walk){.line = line, .at = 1};
}

void command_line_read(struct command_line *line, char **words, size_t count, size_t index)
{
    *line = (struct command_line){.words = words, .count = count, .index = index};
    line->command = command_find(words[0]);
    line->what = COMMAND_LINE_COMMAND;
    if (index == 0 || (index == 1 && strcmp(words[0], "help") == 0))
        return;
    line->what = COMMAND_LINE_NOTHING;
    if (line->command == NULL)
        return;
    struct walk walk = walk_begin(line);
    while (walk.at <= index && read_word(&walk))
        continue;
    line->what = walk.what;
    line->option = walk.option;
    line->value = walk.value;
    /* A lone - may become an option. */
    if (walk.what == COMMAND_LINE_OPERAND && !walk.ended && strcmp(words[index], "-") == 0)
        line->what = COMMAND_LINE_OPTION;
}

const char *command_line_word(const struct command_line *line)
{
    return line->words[line->index];
}

/* What the operand NUMBER, from 1 on, of a command is. */
static enum command_line_role role_of(const struct command *command, size_t number)
{
    switch (command->operands) {
    case OPERANDS_NEW: break;
    case OPERANDS_ONE:
        return number > 1                        ? OPERAND_NONE
               : command->bit == COMMAND_CONVERT ? OPERAND_FILE
                                                 : OPERAND_DATASET;
    case OPERANDS_TWO: return number <= 2 ? OPERAND_DATASET : OPERAND_NONE;
    case OPERANDS_THREE: return number <= 3 ? OPERAND_DATASET : OPERAND_NONE;
    case OPERANDS_SOME: return OPERAND_DATASET;
    case OPERANDS_ANY: return OPERAND_VIEWS;
    case OPERANDS_VIEWED:
        return number == 1 ? OPERAND_DATASET : number == 2 ? OPERAND_VIEWS : OPERAND_NONE;
    case OPERANDS_DRAWN:
        return number == 1   ? OPERAND_FIGURE
               : number == 2 ? OPERAND_DATASET
               : number == 3 ? OPERAND_VIEWS
                             : OPERAND_NONE;
    case OPERANDS_NAMED: return number == 1 ? OPERAND_DATASET : OPERAND_ITEM;
    }
    return OPERAND_NONE;
}

enum command_line_role command_line_operand(const struct command_line *line)
{
    struct walk walk = walk_begin(line);
    while (walk.at <= line->index && read_word(&walk))
        continue;
    return role_of(line->command, walk.operand);
}

const char *command_line_dataset(const struct command_line *line)
{
    struct walk walk = walk_begin(line);
    while (read_word(&walk)) {
        const enum command_line_role role = role_of(line->command, walk.operand);
        const bool dataset = role == OPERAND_DATASET || role == OPERAND_FILE;
        if (walk.what == COMMAND_LINE_OPERAND && dataset && walk.at - 1 != line->index)
            return line->words[walk.at - 1];
    }
    return NULL;
}

const char *command_line_value(const struct command_line *line, const char *name)
{
    const char *value = NULL;
    struct walk walk = walk_begin(line);
    while (read_word(&walk))
        if (walk.what == COMMAND_LINE_VALUE && walk.at - 1 != line->index &&
            strcmp(walk.option->name, name) == 0)
            value = line->words[walk.at - 1] + walk.value;
    return value;
}
