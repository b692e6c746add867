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

/* Appends the character that "\\'", "\\\\" or "\\012" at AT stands for; returns what is after it,
   NULL if it stands for none. */
static const char *read_escape(const char *at, struct buffer *word)
{
    unsigned code = 0;
    if (at[1] == '\'' || at[1] == '\\') {
        buffer_char(word, at[1]);
        return at + 2;
    }
    for (int i = 1; i <= 3; i++) {
        if (at[i] < '0' || at[i] > '7')
            return NULL;
        code = 8 * code + (unsigned)(at[i] - '0');
    }
    if (code == 0 || code > 0xff)
        return NULL;
    buffer_char(word, (char)code);
    return at + 4;
}

/* Reads up to the quote that ends the text at AT; returns what is after it, NULL if none does. */
static const char *read_quoted(const char *at, bool escapes, struct buffer *word)
{
    while (at != NULL && *at != '\0' && *at != '\'') {
        if (escapes && *at == '\\')
            at = read_escape(at, word);
        else
            buffer_char(word, *at++);
    }
    return at != NULL && *at == '\'' ? at + 1 : NULL;
}

/* Reads a part of a word: quoted, a quote, or a plain character. */
static const char *read_part(const char *at, struct buffer *word)
{
    if (at[0] == '$' && at[1] == '\'')
        return read_quoted(at + 2, true, word);
    if (at[0] == '\'')
        return read_quoted(at + 1, false, word);
    if (at[0] == '\\')
        return read_escape(at, word);
    buffer_char(word, *at);
    return at + 1;
}

bool shell_next(const char **at, struct buffer *word)
{
    const char *next = *at;
    if (*next == '\0')
        return false;
    while (next != NULL && *next != '\0' && *next != ' ')
        next = read_part(next, word);
    if (next == NULL)
        return false;
    *at = next + strspn(next, " ");
    return true;
}
