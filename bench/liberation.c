/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "liberation.h"

#include "base/text/utf8.h"

/* 0 for what the table doesn't have. */
static uint16_t find(uint32_t code, enum metrics_face face)
{
    for (size_t i = 0; i < liberation_range_count; i++) {
        const struct liberation_range *range = &liberation_ranges[i];
        if (code >= range->first && code <= range->last) {
            size_t index = range->index + (code - range->first);
            return face == METRICS_BOLD ? liberation_bold[index] : liberation_regular[index];
        }
    }
    return 0;
}

double liberation_width(const char *text, size_t length, double size, enum metrics_face face)
{
    const char *end = text + length, *foreign = text; /* since then, nothing is in the table */
    double width = 0;
    while (text < end) {
        const char *from = text;
        uint16_t units = find(utf8_next(&text, end), face);
        if (units == 0)
            continue;
        width += metrics_width(foreign, (size_t)(from - foreign), size, face);
        width += units * size / 1000;
        foreign = text;
    }
    return width + metrics_width(foreign, (size_t)(end - foreign), size, face);
}
