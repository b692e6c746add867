/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/help.h"

#include "cli/option_table.h"

void help_write(struct buffer *out)
{
    buffer_text(out, "Usage: entente COMMAND [OPTION]... [FILE]...\n"
                     "Draw and list relations between actors, with their evidence.\n"
                     "\nCommands:\n");
    for (size_t i = 0; i < COMMANDS; i++)
        buffer_format(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    buffer_text(out, "  help       Describe a command\n"
                     "\nOptions:\n"
                     "  -h, --help     show this help and exit\n"
                     "      --version  show the version and exit; with --verbose, also library\n"
                     "                 versions and how layouts are confined\n"
                     "\n'entente COMMAND --help' lists the common options of a command,\n"
                     "'entente COMMAND --help=all' all of them.\n"
                     "Exit status: 0 success, 1 invalid data, outdated figures or a difference,\n"
                     "2 other failures.\n");
}

static void write_option(struct buffer *out, const struct option_row *option)
{
    enum { HELP_COLUMN = 29, GAP = 2 };
    size_t start = out->length;
    if (option->letter != '\0')
        buffer_format(out, "  -%c, --%s", option->letter, option->name);
    else
        buffer_format(out, "      --%s", option->name);
    if (option->argument != NULL && option_is_flag(option))
        buffer_format(out, "[=%s", option->argument + 1);
    else if (option->argument != NULL)
        buffer_format(out, "=%s", option->argument);
    int gap = HELP_COLUMN - (int)(out->length - start);
    buffer_format(out, "%*s%s\n", gap > GAP ? gap : GAP, "", option->help);
}

/* Which options of a command are listed. Whoever has to limit what a file may contain asks for
   all of them. */
enum extent { EXTENT_COMMON, EXTENT_UNLIMITED /* all that are no limits */, EXTENT_ALL };

static bool is_listed(const struct option_row *option, enum extent extent)
{
    switch (extent) {
    case EXTENT_COMMON: return option_is_common(option);
    case EXTENT_UNLIMITED: return option->group != GROUP_LIMITS;
    case EXTENT_ALL: return true;
    }
    return true;
}

static size_t count_options(const struct command *command, enum extent extent)
{
    size_t count = 0;
    for (const struct option_row *option = option_table; option->name != NULL; option++)
        count += option_belongs_to(option, command) && is_listed(option, extent);
    return count;
}

/* A command with few options needs no choice of them. */
static enum extent choose_extent(const struct command *command)
{
    enum { SCREEN = 24 }; /* lines */
    return count_options(command, EXTENT_UNLIMITED) <= SCREEN ? EXTENT_UNLIMITED : EXTENT_COMMON;
}

static void write_group(struct buffer *out, const struct command *command,
                        enum option_group group, enum extent extent)
{
    static const char *const headings[OPTION_GROUPS] = {
        [GROUP_SELECTION] =
            "Selection (relations must match all options, and one element of each list):",
        [GROUP_READERS] = "Who may see it:",
        [GROUP_FIGURE] = "Figure:",
        [GROUP_OUTPUT] = "Output:",
        [GROUP_LIMITS] = "Limits on untrusted input:",
        [GROUP_OTHER] = "Other options:",
    };
    bool empty = true;
    for (const struct option_row *option = option_table; option->name != NULL; option++) {
        if (!option_belongs_to(option, command) || option->group != group ||
            !is_listed(option, extent))
            continue;
        if (empty)
            buffer_format(out, "\n%s\n", headings[group]);
        empty = false;
        write_option(out, option);
    }
}

void help_write_command(struct buffer *out, const struct command *command, bool all)
{
    const enum extent extent = all ? EXTENT_ALL : choose_extent(command);
    const size_t count = count_options(command, EXTENT_ALL);
    buffer_format(out, "Usage: entente %s [OPTION]... %s\n%s.\n", command->name,
                  command->synopsis, command->summary);
    if (command->operands != OPERANDS_NEW)
        buffer_text(out, "\"-\" stands for standard input.\n");
    for (unsigned group = 0; group < OPTION_GROUPS; group++)
        write_group(out, command, (enum option_group)group, extent);
    if (count_options(command, extent) < count)
        buffer_format(out, "\n'entente %s --help=all' lists all %zu options.\n", command->name,
                      count);
}
