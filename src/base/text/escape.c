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

/* The first character that must be replaced; END if there is none. */
static const char *find_unclean(const char *text, const char *end)
{
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (code == UTF8_REPLACEMENT || !utf8_is_clean(code))
            return start;
    }
    return end;
}

void escape_for_file(struct buffer *buffer, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *unclean = find_unclean(text, end);
        buffer_add(buffer, text, (size_t)(unclean - text));
        text = unclean;
        if (text == end)
            break;
        buffer_text(buffer, "\xef\xbf\xbd");
        utf8_next(&text, end);
    }
}

void escape_special(struct buffer *buffer, const char *text, const char *special,
                    const char *(*escaped)(char))
{
    for (;;) {
        size_t plain = strcspn(text, special);
        escape_for_file(buffer, text, plain);
        text += plain;
        if (*text == '\0')
            break;
        buffer_text(buffer, escaped(*text++));
    }
}
