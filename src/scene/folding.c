/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/folding.h"

#include <stddef.h>
#include <string.h>

#include "base/text/utf8.h"
#include "format/entente/confusable.h"

static uint32_t small(uint32_t code)
{
    bool capital = (code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42f);
    return capital ? code + 0x20 : code;
}

bool folding_is_invisible(uint32_t code)
{
    return code >= 0x80 && !utf8_has_ink(code) && utf8_space(code) == UTF8_NO_SPACE &&
           utf8_direction(code) == UTF8_NEUTRAL;
}

/* Appends what CODE looks like; capitals as small letters; a space for what separates words. */
static void fold(struct buffer *out, uint32_t code, const char *at, const char *next)
{
    const char *look = code >= 0x80 ? confusable_look(small(code)) : NULL;
    bool accent = code >= 0x300 && code <= 0x36f;
    bool letter = code >= 0x80 ? utf8_direction(code) != UTF8_NEUTRAL || look != NULL
                               : strchr(" !\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~", (int)code) == NULL;
    if (accent || folding_is_invisible(code))
        return;
    if (!letter || !utf8_has_ink(code))
        buffer_text(out, out->length > 0 && out->bytes[out->length - 1] == ' ' ? "" : " ");
    else if (code < 0x80)
        buffer_char(out, (char)small(code));
    else if (look != NULL)
        for (; *look != '\0'; look++)
            buffer_char(out, (char)((unsigned char)*look < 0x80 ? small((unsigned char)*look)
                                                                : (unsigned char)*look));
    else
        buffer_add(out, at, (size_t)(next - at));
}

static void fold_all(struct buffer *out, const char *start, const char *end)
{
    while (start < end) {
        const char *at = start;
        const uint32_t code = utf8_next(&start, end);
        fold(out, code, at, start);
    }
}

void folding_add(struct buffer *out, const char *start, const char *end)
{
    const size_t before = out->length;
    fold_all(out, start, end);
    while (!out->failed && out->length > before && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = '\0';
}

void folding_add_words(struct buffer *out, const char *text)
{
    buffer_char(out, ' ');
    fold_all(out, text, text + strlen(text));
    fold(out, ' ', " ", " ");
}

bool folding_has_any(const char *folded, const char *const words[])
{
    while (*words != NULL && strstr(folded, *words) == NULL)
        words++;
    return *words != NULL;
}

bool folding_begins_with_any(const char *folded, const char *const words[])
{
    while (*words != NULL && strncmp(folded, *words, strlen(*words)) != 0)
        words++;
    return *words != NULL;
}

bool folding_is_small(uint32_t code)
{
    const char *look = code >= 0x80 ? confusable_look(code) : NULL;
    if (utf8_direction(code) == UTF8_RIGHT_TO_LEFT)
        return false;
    if (look != NULL && (unsigned char)*look < 0x80)
        code = (unsigned char)*look;
    return (code >= 'a' && code <= 'z') || (code >= 0xdf && code <= 0xff) ||
           (code >= 0x100 && code <= 0x17f && code % 2 == 1) ||
           (code >= 0x3ac && code <= 0x3ce) || (code >= 0x430 && code <= 0x45f);
}
