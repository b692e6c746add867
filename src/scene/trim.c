/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/trim.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text/utf8.h"
#include "base/text/width.h"
#include "scene/metrics.h"

enum { MOST_MARKS = 4 };

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD, no longer than what it replaces */

/* Whether the character of LENGTH bytes at TEXT is drawn on the one before it. */
static bool is_mark(const char *text, size_t length)
{
    return metrics_units(text, length, METRICS_REGULAR) == 0 || width_of_part(text, length) == 0;
}

/* Whether fonts draw CODE several times as wide as other characters: a ligature of a whole
   sentence, long dashes, and signs of cuneiform. */
static bool is_very_wide(uint32_t code)
{
    return code == 0xFDFD || code == 0x2E3A || code == 0x2E3B || code == 0x12031 ||
           code == 0x1242B;
}

/* Whether TEXT has characters from U+0300 on; all marks are among them. */
static bool may_have_marks(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0xCC)
        text++;
    return *text != '\0';
}

bool trim_text(char *text)
{
    if (!may_have_marks(text))
        return false;
    const char *from = text, *end = text + strlen(text);
    unsigned marks = 0;
    bool trimmed = false;
    while (from < end) {
        const char *start = from;
        uint32_t code = utf8_next(&from, end);
        size_t length = (size_t)(from - start);
        bool wide = is_very_wide(code);
        marks = is_mark(start, length) ? marks + 1 : 0;
        trimmed = trimmed || wide || marks > MOST_MARKS;
        if (marks > MOST_MARKS)
            continue;
        memmove(text, wide ? REPLACEMENT : start, wide ? sizeof REPLACEMENT - 1 : length);
        text += wide ? sizeof REPLACEMENT - 1 : length;
    }
    *text = '\0';
    return trimmed;
}
