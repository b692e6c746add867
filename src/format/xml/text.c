/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/text.h"

#include <string.h>

#include "base/text/utf8.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool text_is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_space(text[i]))
            return false;
    return true;
}

void text_fold(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        if (!is_space(*from))
            *to++ = *from;
        else if (to > text && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
}

size_t text_count_on(struct text_length *length, const char *text, size_t count)
{
    for (; length->counted < count; length->counted++) {
        bool inked = !is_space(text[length->counted]);
        /* White space at the start, or after white space, adds nothing. */
        length->folded += inked || length->inked;
        length->inked = inked;
    }
    return length->folded;
}

size_t text_folded_length(const char *text, size_t length)
{
    struct text_length counted = {.counted = 0};
    return text_count_on(&counted, text, length);
}

uint32_t text_replace_bidi_controls(char *text, const char *end)
{
    uint32_t first = 0;
    const char *next = text;
    while ((next = memchr(next, 0xe2, (size_t)(end - next))) != NULL) {
        char *at = text + (next - text);
        uint32_t code = utf8_next(&next, end);
        if (!utf8_is_bidi_control(code))
            continue;
        memcpy(at, "\xef\xbf\xbd", 3);
        first = first == 0 ? code : first;
    }
    return first;
}
