/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/quotation.h"

#include <string.h>

#include "base/text/utf8.h"

/* What a mark does to the quotation within the text. */
enum quotation_mark { MARK_NONE, MARK_OPENS, MARK_CLOSES };

/* What the character at AT is, of TEXT. A straight mark, and the one that closes in German and
   opens in English, depend on whether a quotation is OPEN; so a mark of inches stays as it is. */
static enum quotation_mark mark_at(const char *text, const char *at, size_t size, bool open)
{
    static const char *const opening[] = {"„", "«"}, *const closing[] = {"”", "»"};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (strncmp(at, opening[i], size) == 0 && opening[i][size] == '\0')
            return MARK_OPENS;
        if (strncmp(at, closing[i], size) == 0 && closing[i][size] == '\0')
            return open ? MARK_CLOSES : MARK_NONE;
    }
    if (strncmp(at, "“", size) == 0 && size == strlen("“"))
        return open ? MARK_CLOSES : MARK_OPENS;
    if (*at != '"')
        return MARK_NONE;
    bool starts = at == text || strchr(" (\n", at[-1]) != NULL;
    return open ? MARK_CLOSES : starts ? MARK_OPENS : MARK_NONE;
}

/* Adds TEXT with inner marks. */
static void add_inner(struct buffer *out, const char *text, enum wording wording)
{
    const char *end = text + strlen(text);
    bool open = false;
    for (const char *at = text, *next = text; at < end; at = next) {
        utf8_next(&next, end);
        enum quotation_mark mark = mark_at(text, at, (size_t)(next - at), open);
        if (mark == MARK_NONE) {
            buffer_add(out, at, (size_t)(next - at));
            continue;
        }
        open = mark == MARK_OPENS;
        buffer_text(out, wording_word(wording, open ? WORD_INNER_OPENING : WORD_INNER_CLOSING));
    }
}

void quotation_add(struct buffer *out, const char *text, const struct sentence_style *style)
{
    struct buffer inner = BUFFER_EMPTY;
    add_inner(&inner, text, style->wording);
    buffer_text(out, wording_word(style->wording, WORD_QUOTE_OPENING));
    sentence_add_text(out, buffer_string(&inner), style);
    buffer_text(out, wording_word(style->wording, WORD_QUOTE_CLOSING));
    out->failed |= inner.failed;
    buffer_clear(&inner);
}
