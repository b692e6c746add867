/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/option_table.h"

#include <string.h>

enum {
    DRAWING = COMMAND_DRAW | COMMAND_REPORT,
    PICTURING = DRAWING | COMMAND_DIFF,
    SELECTING = DRAWING | COMMAND_LIST | COMMAND_EXPLAIN | COMMAND_SOURCES | COMMAND_DIFF,
    FIGURES = COMMAND_BUILD | COMMAND_CHECK,
    ALL = (1 << COMMANDS) - 1,
    READING_ALL = ALL & ~COMMAND_INIT,
    READING_VIEWS = FIGURES | COMMAND_REPORT | COMMAND_VERIFY,
};

const struct option_row option_table[] = {
#define OPTION(name, letter, argument, help, group, commands)                                    \
    {name, letter, argument, help, group, commands},
#include "cli/options.def"
    {NULL, '\0', NULL, NULL, OPTION_GROUPS, 0},
};

_Static_assert(sizeof option_table / sizeof *option_table <= OPTION_TABLE_MAX,
               "raise OPTION_TABLE_MAX");

bool option_exists(const char *name)
{
    const struct option_row *row = option_table;
    while (row->name != NULL && strcmp(row->name, name) != 0)
        row++;
    return row->name != NULL;
}

bool option_belongs_to(const struct option_row *option, const struct command *command)
{
    return (option->commands & (unsigned)command->bit) != 0;
}

bool option_is_flag(const struct option_row *option)
{
    return option->argument == NULL || option->argument[0] == '[';
}

bool option_is_common(const struct option_row *option)
{
    static const char *const names[] = {
#define COMMON(name) name,
#include "cli/common_options.def"
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], option->name) == 0)
            return true;
    return false;
}

bool option_is_for_views(const struct option_row *option)
{
    switch (option->group) {
    case GROUP_SELECTION:
    case GROUP_READERS:
    case GROUP_FIGURE: return true;
    case GROUP_OUTPUT:
    case GROUP_LIMITS:
    case GROUP_OTHER:
    case OPTION_GROUPS: break;
    }
    return false;
}

/* The attribute "id" is the id of the view itself. */
const char *option_attribute(const char *name)
{
    return strcmp(name, "id") == 0 ? "ids" : name;
}

void option_write_name(struct buffer *out, const char *name, bool as_attribute)
{
    if (as_attribute)
        buffer_format(out, "\"%s\"", option_attribute(name));
    else
        buffer_format(out, "--%s", name);
}

void option_write(struct buffer *out, const char *name, const char *value, bool as_attribute)
{
    if (as_attribute)
        buffer_format(out, "%s=\"%s\"", option_attribute(name), value);
    else
        buffer_format(out, "--%s=%s", name, value);
}
