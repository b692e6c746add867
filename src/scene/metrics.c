/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/metrics.h"

#include <string.h>

#include "base/text/utf8.h"

/* Widths are summed as integers and scaled once. */
#define UNITS_PER_EM 1000.0

/* The neighbours that a letter is joined to. Their sum is an index into metrics_letter.widths. */
enum { JOINED_BEFORE = 1, JOINED_AFTER = 2 };

static const struct metrics_letter *find_letter(uint32_t code)
{
    size_t low = 0, high = metrics_letter_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (metrics_letters[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < metrics_letter_count && metrics_letters[low].code == code ? &metrics_letters[low]
                                                                           : NULL;
}

static uint16_t find_advance(uint32_t code, enum metrics_face face)
{
    const uint16_t *widths = face == METRICS_BOLD ? metrics_bold : metrics_regular;
    size_t low = 0, high = metrics_range_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct metrics_range *range = &metrics_ranges[middle];
        if (code < range->first)
            high = middle;
        else if (code > range->last)
            low = middle + 1;
        else
            return widths[range->index + (code - range->first) * range->step];
    }
    return METRICS_UNKNOWN_WIDTH;
}

static struct metrics_glyph find_glyph(uint32_t code, enum metrics_face face)
{
    struct metrics_glyph glyph = {{0}, METRICS_JOINS_NONE, false};
    const struct metrics_letter *letter = find_letter(code);
    if (letter != NULL) {
        memcpy(glyph.widths, letter->widths[face == METRICS_BOLD], sizeof glyph.widths);
        glyph.joining = (enum metrics_joining)letter->joining;
        return glyph;
    }
    uint16_t advance = find_advance(code, face);
    for (unsigned form = 0; form < METRICS_FORMS; form++)
        glyph.widths[form] = advance;
    glyph.transparent = advance == 0;
    return glyph;
}

void metrics_put(struct metrics_pen *pen, uint32_t code)
{
    struct metrics_glyph glyph = find_glyph(code, pen->face);
    if (glyph.transparent)
        return;
    bool joined = pen->last.joining >= METRICS_JOINS_DUAL && glyph.joining != METRICS_JOINS_NONE;
    pen->done += pen->last.widths[pen->form | (joined ? JOINED_AFTER : 0)];
    pen->last = glyph;
    pen->form = joined ? JOINED_BEFORE : 0;
}

/* The width of everything put so far, if nothing follows. */
static uint64_t pen_width(const struct metrics_pen *pen)
{
    return pen->done + pen->last.widths[pen->form];
}

uint64_t metrics_units(const char *text, size_t length, enum metrics_face face)
{
    struct metrics_pen pen = {.face = face};
    const char *end = text + length;
    while (text < end)
        metrics_put(&pen, utf8_next(&text, end));
    return pen_width(&pen);
}

double metrics_points(uint64_t units, double size)
{
    return (double)units * size / UNITS_PER_EM;
}

double metrics_width(const char *text, size_t length, double size, enum metrics_face face)
{
    return metrics_points(metrics_units(text, length, face), size);
}

uint64_t metrics_units_in(double width, double size)
{
    double units = size > 0.0 ? width * UNITS_PER_EM / size : 0.0;
    if (!(units > 0.0))
        return 0;
    return units < 1e15 ? (uint64_t)(units + 1e-6) : UINT64_C(1000000000000000);
}

/* Whether CODE belongs to the character before it. */
static bool is_extension(uint32_t code)
{
    if (code == 0xFE0F || (code >= 0x1F3FB && code <= 0x1F3FF))
        return true;
    return find_advance(code, METRICS_REGULAR) == 0;
}

void metrics_put_cluster(struct metrics_pen *pen, const char **text, const char *end)
{
    const char *next = *text;
    uint32_t code = utf8_next(&next, end);
    bool joiner;
    do {
        metrics_put(pen, code);
        joiner = code == 0x200D;
        *text = next;
        if (next == end)
            return;
        code = utf8_next(&next, end);
    } while (is_extension(code) || joiner);
}

size_t metrics_fit_units(const char *text, size_t length, enum metrics_face face, uint64_t limit)
{
    struct metrics_pen pen = {.face = face};
    const char *next = text, *fit = text;
    while (next < text + length && pen.done <= limit) {
        metrics_put_cluster(&pen, &next, text + length);
        if (pen_width(&pen) <= limit)
            fit = next;
    }
    return (size_t)(fit - text);
}

size_t metrics_fit(const char *text, size_t length, double size, enum metrics_face face,
                   double width)
{
    return metrics_fit_units(text, length, face, metrics_units_in(width, size));
}
