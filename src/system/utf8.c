/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "system/utf8.h"

#include <string.h>

/* What a first byte promises: its share of the code point, how many bytes follow, and the
   bounds of the first of them, which shut out overlong forms, surrogates and what is above
   U+10FFFF. */
struct lead {
    uint32_t bits;
    unsigned following;
    unsigned lowest;
    unsigned highest;
};

static struct lead lead_read(unsigned byte)
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
    struct lead lead = lead_read((unsigned char)*(*text)++);
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

bool utf8_is_shown(uint32_t code, const char *text)
{
    static const char replacement[] = "\xef\xbf\xbd";
    if (code == UTF8_REPLACEMENT)
        return strncmp(text, replacement, sizeof replacement - 1) == 0;
    return code >= 0x20 && (code < 0x7f || code > 0x9f);
}
