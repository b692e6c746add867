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

/* The number of bytes of the separator at TEXT, before LEFT bytes end; 0: there is none. */
static size_t separator_length(const char *text, size_t left)
{
    const unsigned char first = (unsigned char)*text;
    if (first != 0xC2 && first != 0xE2) /* quick, as most are letters */
        return 0;
    if (left >= 2 && memcmp(text, "\xc2\x85", 2) == 0)
        return 2;
    bool is_long = left >= 3 &&
                   (memcmp(text, "\xe2\x80\xa8", 3) == 0 || memcmp(text, "\xe2\x80\xa9", 3) == 0);
    return is_long ? 3 : 0;
}

void text_blank_separators(char *text, const char *end)
{
    while (text < end) {
        if ((signed char)*text >= 0) {
            text++;
            continue;
        }
        size_t length = separator_length(text, (size_t)(end - text));
        memset(text, ' ', length);
        text += length > 0 ? length : 1;
    }
}

bool text_is_folded(const char *text)
{
    const char *odd = text;
    while (*odd > ' ' && *odd < 0x7F)
        odd++;
    if (*odd == '\0') /* as most are */
        return true;
    const char *end = odd + strlen(odd);
    for (const char *at = odd; at < end; at++) {
        bool kept = at > text && *at == ' ' && at + 1 < end && at[1] != ' ';
        if ((is_space(*at) && !kept) || separator_length(at, (size_t)(end - at)) > 0)
            return false;
    }
    return true;
}

void text_fold(char *text)
{
    char *to = text;
    text_blank_separators(text, text + strlen(text));
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
