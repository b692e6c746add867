/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/entente/marking.h"

#include <string.h>

#include "base/text/utf8.h"

enum { SHOWN = 100 }; /* bytes of a text */

static const char *skip_blank(const char *text, const char *end)
{
    const char *next = text;
    while (next < end && !utf8_has_ink(utf8_next(&next, end)))
        text = next;
    return text;
}

/* The marks, and what looks like them: question marks, crosses, and signs that are not equal. */
static bool is_mark(uint32_t code)
{
    static const uint32_t marks[] = {
        '?',    0x61f,  0x2047, 0x2048, 0x2049, 0x2753,  0x2754,  0xfe16,  0xfe56,
        0xff1f, 0xd7,   0x2573, 0x2613, 0x2715, 0x2716,  0x2717,  0x2718,  0x274c,
        0x274e, 0x2a09, 0x2a2f, 0x2a32, 0x2bbd, 0x1f5d9, 0x1f7a8, 0x1f7a9, 0x1f7aa,
        0x2247, 0x2249, 0x2260, 0x2262, 0x2a76, 0x29e7,  0x1c2,   0x2268,  0x2269};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == code)
            return true;
    return false;
}

/* Whether the text that begins with CODE, before REST, begins with "=" and a stroke through it.
 */
static bool is_struck(uint32_t code, const char *rest, const char *end)
{
    uint32_t stroke = rest < end ? utf8_next(&rest, end) : 0;
    return code == '=' && (stroke == 0x337 || stroke == 0x338);
}

static bool begins_with_mark(const char *text, const char *end)
{
    uint32_t code = text < end ? utf8_next(&text, end) : 0;
    return is_mark(code) || is_struck(code, text, end);
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669) ||
           (code >= 0x6f0 && code <= 0x6f9) || (code >= 0xff10 && code <= 0xff19);
}

static bool is_stop(uint32_t code)
{
    return code == '.' || code == 0x6d4 || code == 0x2024 || code == 0xff0e;
}

/* A decimal fraction is none. */
static bool begins_with_number(const char *text, const char *end)
{
    const char *start = text, *at = text;
    uint32_t code = 0;
    while (text < end && is_digit(code = utf8_next(&text, end)))
        at = text;
    bool number = at > start && text > at && is_stop(code);
    return number && !(text < end && is_digit(utf8_next(&text, end)));
}

/* What TEXT begins like; NULL: nothing of entente's. */
static const char *find_likeness(const char *text)
{
    const char lower = (char)(*text | 0x20);
    if (lower >= 'a' && lower <= 'z') /* as most do */
        return NULL;
    const char *end = text + strlen(text), *start = skip_blank(text, end);
    if (begins_with_mark(start, end))
        return "a mark of evidence";
    return begins_with_number(start, end) ? "the number of a note" : NULL;
}

static void report(struct document *document, const struct message_place *place,
                   enum message_code code, const char *text, const char *likeness)
{
    document_error_at(document, place, code,
                      "\"%.*s\" begins like %s, and would be misread in figures; begin it with a "
                      "letter",
                      (int)utf8_cut(text, SHOWN), text, likeness);
}

void marking_check_text(struct document *document, const struct message_place *place,
                        const char *text)
{
    const char *likeness = find_likeness(text);
    if (likeness != NULL)
        report(document, place, MESSAGE_DECLARATION, text, likeness);
}

void marking_check_value(struct document *document, const char *attribute, enum message_code code,
                         const char *value)
{
    const char *likeness = find_likeness(value);
    if (likeness == NULL)
        return;
    const struct message_place place = document_place(document, attribute);
    report(document, &place, code, value, likeness);
}
