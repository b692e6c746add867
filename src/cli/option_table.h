/* SPDX-License-Identifier: MIT */
/* The options of all commands, from options.def. */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "cli/command.h"

enum option_group {
    GROUP_SELECTION,
    GROUP_READERS,
    GROUP_FIGURE,
    GROUP_OUTPUT,
    GROUP_LIMITS,
    GROUP_OTHER,
    OPTION_GROUPS
};

struct option_row {
    const char *name;     /* the long option, without "--" */
    char letter;          /* the short option, or '\0' */
    const char *argument; /* "ID,..."; NULL for an option without one; "[full]": may be omitted */
    const char *help;     /* one line */
    enum option_group group;
    unsigned commands; /* that accept it: a set of enum command_bit */
};

enum { OPTION_TABLE_MAX = 160 };

/* In the order of --help, terminated by a row without a name. */
extern const struct option_row option_table[];

/* Whether any command has an option with this long name. */
bool option_exists(const char *name);

/* Whether COMMAND accepts OPTION. */
bool option_belongs_to(const struct option_row *option, const struct command *command);

/* Whether OPTION can be given without a value. */
bool option_is_flag(const struct option_row *option);

/* Whether --help lists OPTION, and not only --help=all (common_options.def). */
bool option_is_common(const struct option_row *option);

/* Whether a view may set OPTION: it says who may see the figure, selects relations, or shapes the
   figure. */
bool option_is_for_views(const struct option_row *option);

/* The attribute of a view that sets the option NAME; a static string or NAME itself. */
const char *option_attribute(const char *name);

/* Appends how to give the option NAME the value VALUE: '--undated=keep'; in a views file, where
   AS_ATTRIBUTE, 'undated="keep"'. */
void option_write(struct buffer *out, const char *name, const char *value, bool as_attribute);

/* Appends the name of the option alone: '--undated'; where AS_ATTRIBUTE, '"undated"', in quotes.
 */
void option_write_name(struct buffer *out, const char *name, bool as_attribute);

#endif
