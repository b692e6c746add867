/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/shell.h"

#include <string.h>

#include "base/text/utf8.h"

static bool is_plain(const char *word)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "._-/+=:,@%";
    return word[0] != '\0' && word[strspn(word, plain)] == '\0';
}

/* A CI service that reads the word in a log could take "##" or "::" for the start of a command.
 */
static bool has_command(const char *word)
{
    return strstr(word, "##") != NULL || word[0] == ':';
}

static bool is_shown(const char *word)
{
    const char *end = word + strlen(word);
    if (has_command(word))
        return false;
    while (word < end) {
        const char *start = word;
        if (!utf8_is_printable(utf8_next(&word, end), start))
            return false;
    }
    return true;
}

/* 'it'\''s' */
static void add_quoted(struct buffer *out, const char *word)
{
    buffer_char(out, '\'');
    for (; *word != '\0'; word++) {
        if (*word == '\'')
            buffer_text(out, "'\\''");
        else
            buffer_char(out, *word);
    }
    buffer_char(out, '\'');
}

/* $'a\012b' */
static void add_escaped(struct buffer *out, const char *word)
{
    const char *all = word;
    const char *end = word + strlen(word);
    buffer_text(out, "$'");
    while (word < end) {
        const char *start = word;
        bool shown = utf8_is_printable(utf8_next(&word, end), start) &&
                     !((*start == '#' || *start == ':') && has_command(all));
        if (*start == '\'' || *start == '\\')
            buffer_char(out, '\\');
        if (shown)
            buffer_add(out, start, (size_t)(word - start));
        else
            for (; start < word; start++)
                buffer_format(out, "\\%03o", (unsigned)(unsigned char)*start);
    }
    buffer_char(out, '\'');
}

void shell_word(struct buffer *out, const char *word)
{
    if (is_plain(word) && !has_command(word))
        buffer_text(out, word);
    else if (is_shown(word))
        add_quoted(out, word);
    else
        add_escaped(out, word);
}
