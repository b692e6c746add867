/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/makefile.h"

#include <string.h>

bool makefile_can_name(const char *path)
{
    const size_t length = strlen(path);
    for (const char *at = path; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == '\x7f' || *at == ';' ||
            (*at == '\\' && (at[1] == '%' || at[1] == '|')))
            return false;
    return length > 0 && path[length - 1] != '&' && path[length - 1] != ')' &&
           path[length - 1] != '\\';
}

/* Whether make reads a backslash before C as an escape. */
static bool is_escaped(char c)
{
    return c != '\0' && strchr(" #:*?[", c) != NULL;
}

/* Backslashes are themselves, but for those before what is escaped. */
static const char *add_backslashes(struct buffer *out, const char *at)
{
    const size_t count = strspn(at, "\\");
    for (size_t i = 0; i < (is_escaped(at[count]) ? 2 * count : count); i++)
        buffer_char(out, '\\');
    return at + count;
}

/* Appends one character, of those that make takes for something else in a NARROW list too: "%"
   among targets, "|" among prerequisites. An equals sign would make the line a definition, and
   cannot be escaped. */
static void add_character(struct buffer *out, char c, char narrow)
{
    if (c == '=')
        buffer_text(out, "$(subst ,,=)");
    else if (c == '$')
        buffer_text(out, "$$");
    else
        buffer_format(out, "%s%c", is_escaped(c) || c == narrow ? "\\" : "", c);
}

static void add(struct buffer *out, const char *path, char narrow)
{
    if (path[0] == '~') /* somebody's home */
        buffer_text(out, "./");
    while (*path != '\0') {
        path = add_backslashes(out, path);
        if (*path != '\0')
            add_character(out, *path++, narrow);
    }
}

void makefile_target(struct buffer *out, const char *path)
{
    add(out, path, '%');
}

void makefile_prerequisite(struct buffer *out, const char *path)
{
    add(out, path, '|');
}
