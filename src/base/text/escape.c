/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/escape.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text/utf8.h"

void escape_for_terminal(struct buffer *buffer, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        if (utf8_is_printable(utf8_next(&text, end), start))
            buffer_add(buffer, start, (size_t)(text - start));
        else
            for (; start < text; start++)
                buffer_format(buffer, "\\x%02X", (unsigned)(unsigned char)*start);
    }
}

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether the "#" at AT is the second of "##word[" or "##[". */
static bool begins_command(const char *start, const char *at, const char *end)
{
    if (at == start || at[-1] != '#')
        return false;
    for (at++; at < end && (is_ascii_letter(*at) || *at == '-'); at++)
        ;
    return at < end && *at == '[';
}

void escape_for_log(struct buffer *buffer, const char *text, size_t length)
{
    const char *end = text + length, *first = text;
    for (const char *next = text; next < end && !utf8_has_ink(utf8_next(&next, end));)
        first = next;
    for (const char *at = text; at < end; at++) {
        bool colon = at == first && end - at > 1 && at[0] == ':' && at[1] == ':';
        if (colon || (*at == '#' && begins_command(text, at, end)))
            buffer_format(buffer, "\\x%02X", (unsigned)*at);
        else
            buffer_char(buffer, *at);
    }
}

enum { FIRST_STRONG_ISOLATE = 0x2068, POP_ISOLATE = 0x2069 };

static bool is_isolate(uint32_t code)
{
    return code == FIRST_STRONG_ISOLATE || code == POP_ISOLATE;
}

/* Whether each isolate begins and ends within TEXT. */
static bool isolates_match(const char *text, const char *end)
{
    size_t open = 0;
    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        if (code == POP_ISOLATE && open-- == 0)
            return false;
        open += code == FIRST_STRONG_ISOLATE;
    }
    return open == 0;
}

static bool is_special(char c, const char *special)
{
    return c != '\0' && strchr(special, c) != NULL;
}

/* The first character that must be replaced or is in SPECIAL; END if there is none. */
static const char *find_other(const char *text, const char *end, const char *special,
                              bool isolates)
{
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        bool clean = utf8_is_clean(code) || (isolates && is_isolate(code));
        if (code == UTF8_REPLACEMENT || !clean || is_special(*start, special))
            return start;
    }
    return end;
}

static void escape(struct buffer *buffer, const char *text, size_t length, const char *special,
                   const char *(*escaped)(char))
{
    const char *end = text + length;
    bool isolates = isolates_match(text, end);
    while (text < end) {
        const char *other = find_other(text, end, special, isolates);
        buffer_add(buffer, text, (size_t)(other - text));
        text = other;
        if (text == end)
            break;
        buffer_text(buffer, is_special(*text, special) ? escaped(*text) : "\xef\xbf\xbd");
        utf8_next(&text, end);
    }
}

void escape_for_file(struct buffer *buffer, const char *text, size_t length)
{
    escape(buffer, text, length, "", NULL);
}

void escape_special(struct buffer *buffer, const char *text, const char *special,
                    const char *(*escaped)(char))
{
    escape(buffer, text, strlen(text), special, escaped);
}
