/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/likeness.h"

#include <stdbool.h>
#include <string.h>

#include "base/text/ascii.h"
#include "base/text/utf8.h"

static void add_character(struct buffer *out, const char *text, size_t length,
                          enum likeness likeness)
{
    if (length == 1 && likeness == LIKENESS_CASELESS)
        buffer_char(out, ascii_lower(*text));
    else
        buffer_add(out, text, length);
}

void likeness_add(struct buffer *out, const char *text, enum likeness likeness)
{
    const char *next = text, *end = text + strlen(text);
    const size_t before = out->length;
    bool space = false;
    while (next < end) {
        const char *start = next;
        const uint32_t code = utf8_next(&next, end);
        if (utf8_space(code) != UTF8_NO_SPACE) {
            space = out->length > before;
            continue;
        }
        if (code >= 0x7f && !utf8_has_ink(code))
            continue;
        if (space)
            buffer_char(out, ' ');
        space = false;
        add_character(out, start, (size_t)(next - start), likeness);
    }
    if (out->length == before)
        buffer_text(out, text);
}
