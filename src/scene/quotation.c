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
    static const char *const singles[] = {
        "'", "‘",  "’", "‚", "‛", "ʼ", "ʹ",  "ʻ", "ʽ", "′", "‵", "`", "´", "΄", "ˊ", "ˋ",
        "❛", "❜",  "›", "‹", "׳", "ꞌ", "Ꞌ",  "ʾ", "ʿ", "ʴ", "˒", "ˈ", "᾽", "᾿", "῾", "՚",
        "՛", "＇", "ߴ", "ߵ", "ٴ", "՝", "｀", "ꙿ", "٬", "❟", "❯", "❮", "ˀ", "ˁ", "ˌ", "˴"};
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
    static const char *const closing[] = {
        "”", "»",   "‟", "〞", "〟", "❞", "🙷", "″", "＂", "〃", "ʺ", "ˮ", "״", "‴", "‶", "˝",
        "˶", "⹂", "≫", "⟫",  "》", "⁗", "‷",    "ײ", "゛", "ﾞ",  "᳓", "ᐥ", "՟", "˵", "¨", "❠"};
    static const char *const above[] = {"\xcc\x8b", "\xcc\x8f", "\xcc\x88", "\xcc\x8e"};
    if (IS_ONE_OF(at, size, opening))
        return MARK_OPENS;
    if (IS_ONE_OF(at, size, closing))
        return MARK_CLOSES;
    if (IS_ONE_OF(at, size, above) && (at == text || at[-1] == ' ')) /* on a space */
        return MARK_CLOSES;
    if (strncmp(at, "“", size) == 0 && size == strlen("“"))
        return open ? MARK_CLOSES : MARK_OPENS;
    if (*at != '"')
        return MARK_NONE;
    bool starts = at == text || strchr(" (\n", at[-1]) != NULL;
    return !open && is_inches(text, at) ? MARK_NONE : starts && !open ? MARK_OPENS : MARK_CLOSES;
}

/* Whether CODE keeps marks around it close together: an accent, a narrow space, or nothing. */
static bool is_narrow(uint32_t code)
{
    const bool accent = code >= 0x300 && code <= 0x36f;
    const bool space = (code >= 0x2004 && code <= 0x200a) || code == 0x202f || code == 0x205f;
    return accent || space || (!utf8_has_ink(code) && utf8_space(code) == UTF8_NO_SPACE);
}

static bool is_closing(const char *at, size_t size)
{
    return *at == '"' || mark_at(at, at, size, true) == MARK_CLOSES;
}

/* Takes the marks after the one at AT, a single or a closing one, with what can hardly be seen
   between them: *NEXT is moved past them. Single marks that close are as bad with a space
   between. At the beginning of a word, where a quotation opens, only two single marks count.
   Returns whether there are any. */
static bool take_run(const char *text, const char *at, const char **next, const char *end)
{
    const size_t size = (size_t)(*next - at);
    const bool closes = strncmp(at, "’", size) == 0;
    bool spaced = false, found = false;
    const bool starts = at == text || strchr(" (\n", at[-1]) != NULL;
    if (!is_single(at, size) && (starts || !is_closing(at, size)))
        return false;
    for (const char *past = *next; past < end;) {
        const char *second = past;
        const uint32_t code = utf8_next(&past, end);
        const size_t length = (size_t)(past - second);
        const bool close = !spaced || (closes && strncmp(second, "’", length) == 0);
        if (close && (is_single(second, length) || (!starts && is_closing(second, length)))) {
            *next = past;
            found = true;
        } else if (code != ' ' && !is_narrow(code))
            break;
        spaced |= code == ' ';
    }
    return found;
}

void quotation_add_inner(struct buffer *out, const char *text, enum wording wording)
{
    const char *end = text + strlen(text);
    bool open = false;
    for (const char *at = text, *next = text; at < end; at = next) {
        utf8_next(&next, end);
        enum quotation_mark mark = take_run(text, at, &next, end)
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
