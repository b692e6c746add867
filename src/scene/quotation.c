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

/* Whether a single mark is at AT, of SIZE bytes, or what looks like one: two make a double one.
 */
static bool is_single(const char *at, size_t size)
{
    static const char *const singles[] = {"'", "‘", "’", "‚", "‛", "ʼ", "ʹ", "ʻ", "ʽ", "′", "‵",
                                          "`", "´", "΄", "ˊ", "ˋ", "❛", "❜", "›", "‹", "׳", "ꞌ"};
    return IS_ONE_OF(at, size, singles);
}

/* A straight mark after a number, in a text that does not go on like a sentence of entente's: 6".
 */
static bool is_inches(const char *text, const char *at)
{
    return at > text && at[-1] >= '0' && at[-1] <= '9' && strpbrk(at, "()[],;:") == NULL;
}

/* What the character at AT is, of TEXT. A straight mark, and the one that closes in German and
   opens in English, depend on whether a quotation is OPEN. A mark that closes one becomes an
   inner mark even if none is open, so that no text ends its own quotation. */
static enum quotation_mark mark_at(const char *text, const char *at, size_t size, bool open)
{
    static const char *const opening[] = {"„", "«", "〝", "❝", "🙶", "≪", "⟪", "《"};
    static const char *const closing[] = {"”", "»",  "‟",  "〞",  "〟", "❞", "🙷",
                                          "″", "＂", "〃", "ʺ",   "ˮ",  "״", "‴",
                                          "‶", "˝",  "˶",  "⹂", "≫",  "⟫", "》"};
    if (IS_ONE_OF(at, size, opening))
        return MARK_OPENS;
    if (IS_ONE_OF(at, size, closing))
        return MARK_CLOSES;
    if (strncmp(at, "“", size) == 0 && size == strlen("“"))
        return open ? MARK_CLOSES : MARK_OPENS;
    if (*at != '"')
        return MARK_NONE;
    bool starts = at == text || strchr(" (\n", at[-1]) != NULL;
    return !open && is_inches(text, at) ? MARK_NONE : starts && !open ? MARK_OPENS : MARK_CLOSES;
}

/* Takes the second of two single marks, of which the first is at AT: *NEXT is moved past it. */
static bool take_pair(const char *at, const char **next, const char *end)
{
    const char *second = *next, *past = second;
    if (second == end || !is_single(at, (size_t)(second - at)))
        return false;
    utf8_next(&past, end);
    if (!is_single(second, (size_t)(past - second)))
        return false;
    *next = past;
    return true;
}

void quotation_add_inner(struct buffer *out, const char *text, enum wording wording)
{
    const char *end = text + strlen(text);
    bool open = false;
    for (const char *at = text, *next = text; at < end; at = next) {
        utf8_next(&next, end);
        enum quotation_mark mark = take_pair(at, &next, end)
                                       ? MARK_CLOSES
                                       : mark_at(text, at, (size_t)(next - at), open);
        if (mark == MARK_NONE) {
            buffer_add(out, at, (size_t)(next - at));
            continue;
        }
        open = mark == MARK_OPENS;
        buffer_text(out, wording_word(wording, open ? WORD_INNER_OPENING : WORD_INNER_CLOSING));
    }
}
