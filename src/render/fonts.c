/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/fonts.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory/bitset.h"
#include "base/process/child.h"
#include "base/text/utf8.h"

enum { CODES = 0x110000 }; /* of Unicode */

/* Adds the ranges of a list such as "20-7e a0 1f600-1f64f", in hexadecimal digits. Other words
   are ignored. */
static void add_ranges(struct bitset *covered, const char *list)
{
    while (*list != '\0') {
        char *end;
        unsigned long first = strtoul(list, &end, 16), last = first;
        if (end == list) {
            list++;
            continue;
        }
        if (*end == '-')
            last = strtoul(end + 1, &end, 16);
        for (unsigned long code = first; code <= last && code < CODES; code++)
            bitset_add(covered, (uint32_t)code);
        list = end;
    }
}

/* Whether a character is shown by a glyph of its own: not a control, joiner or mark of
   direction. */
static bool needs_glyph(uint32_t code)
{
    return code > 0x7f && code != 0xad && (code < 0x200b || code > 0x200f) &&
           (code < 0x2028 || code > 0x202e) && (code < 0x2060 || code > 0x206f) &&
           (code < 0xfe00 || code > 0xfe0f) && code != 0xfeff && code != UTF8_REPLACEMENT;
}

static void report(uint32_t code, const char *text, size_t length, size_t others,
                   struct messages *messages)
{
    if (others == 0)
        messages_warning(messages, NULL, MESSAGE_MISSING_FONT,
                         "no installed font has the character \"%.*s\" (U+%04lX)", (int)length,
                         text, (unsigned long)code);
    else
        messages_warning(
            messages, NULL, MESSAGE_MISSING_FONT,
            "no installed font has the character \"%.*s\" (U+%04lX), nor %zu other%s "
            "of the figure",
            (int)length, text, (unsigned long)code, others, others == 1 ? "" : "s");
}

/* Reports the first character that is not COVERED, and how many others are not. */
static void find_missing(const struct buffer *svg, struct bitset *covered,
                         struct messages *messages)
{
    const char *text = svg->bytes, *end = svg->bytes + svg->length, *first = NULL;
    size_t count = 0, length = 0;
    uint32_t missing = 0;
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (!needs_glyph(code) || bitset_has(covered, code))
            continue;
        bitset_add(covered, code);
        if (count++ == 0) {
            first = start;
            length = (size_t)(text - start);
            missing = code;
        }
    }
    if (count > 0)
        report(missing, first, length, count - 1, messages);
}

enum status fonts_check(const struct buffer *svg, unsigned seconds, struct messages *messages)
{
    static const char *const command[] = {"fc-list", "--format=%{charset}\n", NULL};
    const struct child_limits limits = {.seconds = seconds};
    struct buffer list = BUFFER_EMPTY, nothing = BUFFER_EMPTY;
    struct messages silent;
    struct bitset covered;
    messages_init(&silent, NULL, NULL);
    enum status status = child_filter(command, &nothing, &limits, &list, &silent);
    if (status != STATUS_OK || list.length == 0) {
        buffer_clear(&list);
        return status == STATUS_MEMORY ? status : STATUS_OK;
    }
    status = bitset_init(&covered, CODES);
    if (status == STATUS_OK) {
        add_ranges(&covered, buffer_string(&list));
        find_missing(svg, &covered, messages);
        bitset_clear(&covered);
    }
    buffer_clear(&list);
    return status;
}
