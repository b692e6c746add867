/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/quotation.h"

#include <string.h>

#include "base/text/utf8.h"

/* What a mark does to the quotation within the text. */
enum quotation_mark { MARK_NONE, MARK_OPENS, MARK_CLOSES };

/* Whether the character at AT, of SIZE bytes, is one of COUNT marks. */
static bool is_one_of(const char *at, size_t size, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(marks[i]) == size && strncmp(at, marks[i], size) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(at, size, marks) is_one_of(at, size, marks, sizeof(marks) / sizeof *(marks))

/* What the character at AT is, of TEXT. A straight mark, and the one that closes in German and
   opens in English, depend on whether a quotation is OPEN. A mark that closes one becomes an
   inner mark even if none is open, so that no text ends its own quotation; only a straight mark
   of inches stays as it is. */
static enum quotation_mark mark_at(const char *text, const char *at, size_t size, bool open)
{
    static const char *const opening[] = {"„", "«", "〝", "❝", "🙶"};
    static const char *const closing[] = {"”", "»",    "‟", "〞", "〟",
                                          "❞", "🙷", "″", "＂", "〃"};
    if (IS_ONE_OF(at, size, opening))
        return MARK_OPENS;
    if (IS_ONE_OF(at, size, closing))
        return MARK_CLOSES;
    if (strncmp(at, "“", size) == 0 && size == strlen("“"))
        return open ? MARK_CLOSES : MARK_OPENS;
    if (*at != '"')
        return MARK_NONE;
    bool starts = at == text || strchr(" (\n", at[-1]) != NULL;
    bool inches = !open && !starts && at[-1] >= '0' && at[-1] <= '9';
    return inches ? MARK_NONE : starts && !open ? MARK_OPENS : MARK_CLOSES;
}

void quotation_add_inner(struct buffer *out, const char *text, enum wording wording)
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
