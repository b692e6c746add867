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

/* Whether CODE can be seen, which nearly all can. */
static bool has_ink(uint32_t code)
{
    return (code > ' ' && code < 0x7f) || utf8_has_ink(code);
}

/* The bytes that are left of the character CODE, which has LENGTH; *INKED: whether anything could
   be seen since the last white space. */
static size_t kept_length(uint32_t code, size_t length, bool *inked)
{
    if (has_ink(code)) {
        *inked = true;
        return length;
    }
    const enum utf8_space space = utf8_space(code);
    if (space == UTF8_NO_SPACE)
        return length;
    const size_t spaces = space == UTF8_SPACE ? 1 : length;
    const bool first = *inked;
    *inked = false;
    return first ? spaces : 0;
}

/* The number of bytes of the white space with which the text from TEXT to END ends; 0: none. */
static size_t last_space(const char *text, const char *end)
{
    static const char *const spaces[] = {" ", "\xc2\xa0", "\xe2\x80\xaf"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        const size_t length = strlen(spaces[i]);
        if ((size_t)(end - text) >= length && memcmp(end - length, spaces[i], length) == 0)
            return length;
    }
    return 0;
}

bool text_is_folded(const char *text)
{
    const char *next = text;
    while (*next > ' ' && *next < 0x7F)
        next++;
    if (*next == '\0') /* as most are */
        return true;
    const char *end = next + strlen(next);
    bool inked = next > text;
    while (next < end) {
        const char *start = next;
        const uint32_t code = utf8_next(&next, end);
        const size_t length = (size_t)(next - start);
        if (kept_length(code, length, &inked) != length ||
            (utf8_space(code) == UTF8_SPACE && code != ' '))
            return false;
    }
    return last_space(text, end) == 0;
}

/* Passes words of ASCII with single spaces between them. */
static const char *pass_words(const char *text)
{
    while ((*text > ' ' && *text < 0x7F) || (*text == ' ' && text[1] > ' ' && text[1] < 0x7F))
        text++;
    return text;
}

void text_fold(char *text)
{
    if (*text != ' ' && *pass_words(text) == '\0') /* as most */
        return;
    const char *end = text + strlen(text), *from = text;
    char *to = text;
    bool inked = false;
    while (from < end) {
        const char *start = from;
        const uint32_t code = utf8_next(&from, end);
        const size_t length = kept_length(code, (size_t)(from - start), &inked);
        if (utf8_space(code) == UTF8_SPACE)
            memset(to, ' ', length);
        else
            memmove(to, start, length);
        to += length;
    }
    to -= last_space(text, to);
    *to = '\0';
}

size_t text_count_on(struct text_length *length, const char *text, size_t count)
{
    const char *next = text + length->counted, *end = text + count;
    while (next < end) {
        const char *start = next;
        const uint32_t code = utf8_next(&next, end);
        length->folded += kept_length(code, (size_t)(next - start), &length->inked);
    }
    length->counted = count;
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
