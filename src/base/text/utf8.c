/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/utf8.h"

#include <string.h>

/* What the first byte of a character determines: its bits of the code point, the number of bytes
   that follow, and the range of the second, which excludes overlong forms, surrogates, and all
   above U+10FFFF. */
struct lead {
    uint32_t bits;
    unsigned following;
    unsigned lowest;
    unsigned highest;
};

static struct lead classify_lead(unsigned byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return (struct lead){byte & 0x1F, 1, 0x80, 0xBF};
    if (byte >= 0xE0 && byte <= 0xEF)
        return (struct lead){byte & 0x0F, 2, byte == 0xE0 ? 0xA0 : 0x80,
                             byte == 0xED ? 0x9F : 0xBF};
    if (byte >= 0xF0 && byte <= 0xF4)
        return (struct lead){byte & 0x07, 3, byte == 0xF0 ? 0x90 : 0x80,
                             byte == 0xF4 ? 0x8F : 0xBF};
    return (struct lead){byte < 0x80 ? byte : UTF8_REPLACEMENT, 0, 0, 0};
}

uint32_t utf8_next(const char **text, const char *end)
{
    struct lead lead = classify_lead((unsigned char)*(*text)++);
    uint32_t code = lead.bits;
    for (unsigned i = 0; i < lead.following; i++) {
        unsigned byte = *text < end ? (unsigned char)**text : 0;
        if (byte < lead.lowest || byte > lead.highest)
            return UTF8_REPLACEMENT;
        code = code << 6 | (byte & 0x3F);
        lead.lowest = 0x80;
        lead.highest = 0xBF;
        (*text)++;
    }
    return code;
}

/* Goes back at most the bytes of one character, even in invalid UTF-8. */
size_t utf8_cut(const char *text, size_t max)
{
    const size_t length = strnlen(text, max);
    for (size_t back = 0; back < 4 && back <= length; back++)
        if (((unsigned char)text[length - back] & 0xC0) != 0x80)
            return length - back;
    return length;
}

/* Characters without width or effect, which make equal-looking texts differ. Not U+200C and
   U+200D: Persian and other languages need them. */
static bool is_invisible(uint32_t code)
{
    return code == 0x180e || code == 0x200b || (code >= 0x2060 && code <= 0x2064) ||
           code == 0xfeff || (code >= 0xe0000 && code <= 0xe007f);
}

bool utf8_is_printable(uint32_t code, const char *text)
{
    static const char replacement[] = "\xef\xbf\xbd";
    if (code == UTF8_REPLACEMENT)
        return strncmp(text, replacement, sizeof replacement - 1) == 0;
    return code >= 0x20 && (code < 0x7f || code > 0x9f) && code != 0x2028 && code != 0x2029 &&
           !utf8_is_bidi_control(code) && !is_invisible(code);
}

bool utf8_is_clean(uint32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return (code < 0x7f || code > 0x9f) && code != 0xfffe && code != 0xffff &&
           !utf8_is_bidi_control(code);
}

bool utf8_is_bidi_control(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

bool utf8_has_ink(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } blank[] = {{0, 0x20},         {0x7f, 0xa0},     {0xad, 0xad},     {0x34f, 0x34f},
                 {0x61c, 0x61c},    {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5},
                 {0x180b, 0x180f},  {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f},
                 {0x2800, 0x2800},  {0x3000, 0x3000}, {0x3164, 0x3164}, {0xfe00, 0xfe0f},
                 {0xfeff, 0xfeff},  {0xffa0, 0xffa0}, {0xfff0, 0xfffb}, {0x1d173, 0x1d17a},
                 {0xe0000, 0xe0fff}};
    if (code > 0x34f && code < 0x115f && code != 0x61c) /* as most letters */
        return true;
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
        if (code >= blank[i].first && code <= blank[i].last)
            return false;
    return true;
}

bool utf8_is_visible(const char *text)
{
    const char *end = text + strlen(text);
    while (text < end)
        if (utf8_has_ink(utf8_next(&text, end)))
            return true;
    return false;
}

enum utf8_space utf8_space(uint32_t code)
{
    if (code == 0xa0 || code == 0x202f)
        return UTF8_NO_BREAK_SPACE;
    bool ascii = code == ' ' || (code >= '\t' && code <= '\r');
    bool wide = (code >= 0x2000 && code <= 0x200a) || code == 0x205f || code == 0x3000;
    bool separator = code == 0x85 || code == 0x1680 || code == 0x2028 || code == 0x2029;
    bool filler =
        code == 0x115f || code == 0x1160 || code == 0x2800 || code == 0x3164 || code == 0xffa0;
    return ascii || wide || separator || filler ? UTF8_SPACE : UTF8_NO_SPACE;
}

enum utf8_direction utf8_direction(uint32_t code)
{
    if ((code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) ||
        (code >= 0xfe70 && code <= 0xfefe) || (code >= 0x10800 && code <= 0x10fff) ||
        (code >= 0x1e800 && code <= 0x1efff))
        return UTF8_RIGHT_TO_LEFT;
    bool ascii_letter = (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    bool letter = ascii_letter || (code >= 0xc0 && code < 0x2000) || code >= 0x2c00;
    return letter && code != 0xd7 && code != 0xf7 ? UTF8_LEFT_TO_RIGHT : UTF8_NEUTRAL;
}

enum utf8_direction utf8_first_direction(const char *text)
{
    const char *end = text + strlen(text);
    enum utf8_direction direction = UTF8_NEUTRAL;
    while (text < end && direction == UTF8_NEUTRAL)
        direction = utf8_direction(utf8_next(&text, end));
    return direction;
}
