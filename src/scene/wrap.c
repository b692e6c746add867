/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/wrap.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"

/* An unbreakable part of a text: bytes START to END, followed by spaces. FROM and TO are its
   horizontal extent, in units, if the whole text is set in one line. */
struct wrap_piece {
    size_t start;
    size_t end;
    uint64_t from;
    uint64_t to;
};

/* A text cut into pieces. Words wider than LIMIT are broken into parts no wider than AIM. */
struct wrap_pieces {
    const char *text;
    size_t length;
    enum metrics_face face;
    uint64_t aim;
    uint64_t limit;
    uint64_t from; /* where the next piece begins */
    size_t count;
    struct wrap_piece list[WRAP_MAX_BREAKS + 1];
};

static bool is_space(uint32_t code)
{
    return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x1680 || code == 0x200B ||
           (code >= 0x2000 && code <= 0x200A && code != 0x2007) || code == 0x2028 ||
           code == 0x2029 || code == 0x205F || code == 0x3000;
}

static bool is_hyphen(uint32_t code)
{
    return code == '-' || code == '/' || code == 0x2010 || (code >= 0x2012 && code <= 0x2014);
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_ideograph(uint32_t code)
{
    return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3041 && code <= 0x30FF) ||
           (code >= 0x3400 && code <= 0x4DBF) || (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

/* Whether a line may break between the characters LAST and NEXT of a word. BEFORE is the
   character before LAST, or 0 at the word's start. */
static bool may_break(uint32_t before, uint32_t last, uint32_t next)
{
    if (is_ideograph(next))
        return is_ideograph(last);
    if (is_digit(before) && is_digit(next))
        return false; /* a date, or a fraction */
    return is_hyphen(last) && before != 0 && !is_hyphen(before) && !is_hyphen(next);
}

static size_t skip_spaces(const char *text, size_t length, size_t offset)
{
    const char *next = text + offset;
    while (next < text + length && is_space(utf8_next(&next, text + length)))
        offset = (size_t)(next - text);
    return offset;
}

static uint64_t part_units(const struct wrap_pieces *pieces, size_t start, size_t end)
{
    return metrics_units(pieces->text + start, end - start, pieces->face);
}

/* The end of the piece of a word that starts at START. Stops looking once the piece is wider than
   LIMIT. */
static size_t find_piece_end(const struct wrap_pieces *pieces, size_t start, uint64_t limit)
{
    const char *end = pieces->text + pieces->length, *next = pieces->text + start;
    struct metrics_pen pen = {.face = pieces->face};
    uint32_t before = 0, last = 0;
    while (next < end && pen.done <= limit) {
        uint32_t code = utf8_next(&next, end);
        if (is_space(code) || may_break(before, last, code))
            break;
        metrics_put(&pen, code);
        start = (size_t)(next - pieces->text);
        before = last;
        last = code;
    }
    return start;
}

/* The end of the widest part of a word from START that is no wider than AIM, but has at least one
   character. */
static size_t find_part_end(const struct wrap_pieces *pieces, size_t start)
{
    const char *next = pieces->text + start;
    struct metrics_pen pen = {.face = pieces->face};
    size_t length = metrics_fit_units(next, pieces->length - start, pieces->face, pieces->aim);
    if (length > 0)
        return start + length;
    metrics_put_cluster(&pen, &next, pieces->text + pieces->length);
    return (size_t)(next - pieces->text);
}

/* Adds the piece from START to END; returns the start of the next one. */
static size_t add_piece(struct wrap_pieces *pieces, size_t start, size_t end)
{
    size_t next = skip_spaces(pieces->text, pieces->length, end);
    struct wrap_piece piece = {start, end, pieces->from, pieces->from};
    piece.to += part_units(pieces, start, end);
    pieces->from = piece.to + part_units(pieces, end, next);
    assert(pieces->count < sizeof pieces->list / sizeof *pieces->list);
    pieces->list[pieces->count++] = piece;
    return next;
}

/* The end of the next piece, which starts at START. *IN_PARTS: whether it belongs to a word that
   is being broken; updated. */
static size_t cut_piece(const struct wrap_pieces *pieces, size_t start, bool *in_parts)
{
    uint64_t limit = *in_parts ? pieces->aim : pieces->limit;
    size_t end = find_piece_end(pieces, start, limit), part = end;
    if (part_units(pieces, start, end) > limit)
        part = find_part_end(pieces, start);
    *in_parts = part < end;
    return part;
}

/* The length of TEXT without trailing spaces. */
static size_t trimmed_length(const char *text)
{
    const char *next = text, *end = text + strlen(text);
    size_t length = 0;
    while (next < end)
        if (!is_space(utf8_next(&next, end)))
            length = (size_t)(next - text);
    return length;
}

/* Cuts the text from byte START into pieces until there are WRAP_MAX_BREAKS. Returns where it
   stopped. */
static size_t cut_from(struct wrap_pieces *pieces, size_t start)
{
    bool in_parts = false;
    start = skip_spaces(pieces->text, pieces->length, start);
    pieces->from = 0;
    pieces->count = 0;
    while (start < pieces->length && pieces->count < WRAP_MAX_BREAKS)
        start = add_piece(pieces, start, cut_piece(pieces, start, &in_parts));
    return start;
}

static void cut_text(struct wrap_pieces *pieces)
{
    size_t stopped = cut_from(pieces, 0);
    if (stopped < pieces->length)
        add_piece(pieces, stopped, pieces->length);
}

/* The width of a line of the pieces FIRST to LAST. */
static uint64_t line_units(const struct wrap_pieces *pieces, size_t first, size_t last)
{
    return pieces->list[last].to - pieces->list[first].from;
}

/* The number of lines that the pieces take if no line is wider than LIMIT, which is at least as
   wide as any piece. */
static size_t count_lines(const struct wrap_pieces *pieces, uint64_t limit)
{
    size_t lines = 1, first = 0;
    for (size_t i = 1; i < pieces->count; i++) {
        if (line_units(pieces, first, i) > limit) {
            lines++;
            first = i;
        }
    }
    return lines;
}

static uint64_t widest_piece(const struct wrap_pieces *pieces)
{
    uint64_t widest = 0;
    for (size_t i = 0; i < pieces->count; i++)
        if (line_units(pieces, i, i) > widest)
            widest = line_units(pieces, i, i);
    return widest;
}

/* The least width at which the pieces go into COUNT lines. */
static uint64_t narrowest_width(const struct wrap_pieces *pieces, size_t count)
{
    uint64_t low = widest_piece(pieces), high = line_units(pieces, 0, pieces->count - 1);
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (count_lines(pieces, middle) <= count)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The most even ways to break the first pieces into lines: blanks[n][i] is the least sum of
   squared blanks if the pieces before i are set in n lines, and starts[n][i] the first piece of
   the last of these lines. IMPOSSIBLE if there is no way. */
struct wrap_breaks {
    double blanks[WRAP_MAX_LINES + 1][WRAP_MAX_BREAKS + 2];
    uint16_t starts[WRAP_MAX_LINES + 1][WRAP_MAX_BREAKS + 2];
};

#define IMPOSSIBLE 1e300

/* Finds the best start of line N that ends before piece END. */
static void choose_start(struct wrap_breaks *breaks, const struct wrap_pieces *pieces,
                         uint64_t limit, size_t n, size_t end)
{
    breaks->blanks[n][end] = IMPOSSIBLE;
    breaks->starts[n][end] = 0;
    for (size_t i = end; i-- > 0 && line_units(pieces, i, end - 1) <= limit;) {
        double blank = (double)(limit - line_units(pieces, i, end - 1));
        double sum = breaks->blanks[n - 1][i] + blank * blank;
        if (sum < breaks->blanks[n][end]) {
            breaks->blanks[n][end] = sum;
            breaks->starts[n][end] = (uint16_t)i;
        }
    }
}

static void find_breaks(struct wrap_breaks *breaks, const struct wrap_pieces *pieces,
                        uint64_t limit, size_t lines)
{
    for (size_t end = 0; end <= pieces->count; end++)
        breaks->blanks[0][end] = end == 0 ? 0.0 : IMPOSSIBLE;
    for (size_t n = 1; n <= lines; n++) {
        breaks->blanks[n][0] = IMPOSSIBLE;
        for (size_t end = 1; end <= pieces->count; end++)
            choose_start(breaks, pieces, limit, n, end);
    }
}

static struct wrap_line make_line(const struct wrap_pieces *pieces, size_t first, size_t last,
                                  double size)
{
    size_t start = pieces->list[first].start, end = pieces->list[last].end;
    return (struct wrap_line){start, end - start,
                              metrics_points(part_units(pieces, start, end), size)};
}

/* Sets the pieces, of which there is at least one, in at most MAX_LINES lines. */
static size_t set_lines(const struct wrap_pieces *pieces, double size, struct wrap_line lines[],
                        size_t max_lines)
{
    struct wrap_breaks breaks; /* large, so not zeroed */
    uint64_t widest = widest_piece(pieces);
    size_t count = count_lines(pieces, widest > pieces->aim ? widest : pieces->aim);
    uint64_t limit = narrowest_width(pieces, count < max_lines ? count : max_lines);
    count = count_lines(pieces, limit);
    find_breaks(&breaks, pieces, limit, count);
    size_t end = pieces->count;
    for (size_t n = count; n > 0; n--) {
        size_t first = breaks.starts[n][end];
        lines[n - 1] = make_line(pieces, first, end - 1, size);
        end = first;
    }
    return count;
}

size_t wrap_text(const char *text, double size, enum metrics_face face, double aim,
                 struct wrap_line lines[], size_t max_lines)
{
    struct wrap_pieces pieces; /* large, so not zeroed */
    assert(size > 0 && aim > 0);
    pieces.text = text;
    pieces.length = trimmed_length(text);
    pieces.face = face;
    pieces.aim = metrics_units_in(aim, size);
    pieces.limit = 2 * pieces.aim;
    cut_text(&pieces);
    if (pieces.count == 0 || max_lines == 0)
        return 0;
    return set_lines(&pieces, size, lines,
                     max_lines < WRAP_MAX_LINES ? max_lines : WRAP_MAX_LINES);
}

static enum status add_line(struct wrap_lines *lines, const struct wrap_line *line)
{
    ARRAY_RESERVE(lines, 1);
    lines->items[lines->count++] = *line;
    return STATUS_OK;
}

/* Adds the lines of the pieces, which go into at most WRAP_MAX_LINES lines. */
static enum status add_even_lines(const struct wrap_pieces *pieces, double size,
                                  struct wrap_lines *lines)
{
    struct wrap_line even[WRAP_MAX_LINES];
    size_t count = set_lines(pieces, size, even, WRAP_MAX_LINES);
    for (size_t i = 0; i < count; i++)
        TRY(add_line(lines, &even[i]));
    return STATUS_OK;
}

void wrap_clear(struct wrap_lines *lines)
{
    free(lines->items);
    *lines = (struct wrap_lines){.items = NULL};
}

static enum status add_part(struct wrap_lines *lines, const struct wrap_pieces *pieces,
                            size_t start, size_t end, double size)
{
    ARRAY_RESERVE(lines, 1);
    lines->items[lines->count++] = (struct wrap_line){
        start, end - start, metrics_points(part_units(pieces, start, end), size)};
    return STATUS_OK;
}

/* In bytes. A line of characters without width would never be full, and is measured with each
   piece. */
enum { LONGEST_LINE = 4000 };

enum status wrap_fill(const char *text, size_t start, size_t length, double size,
                      enum metrics_face face, double width, struct wrap_lines *lines)
{
    struct wrap_pieces pieces; /* large, so not zeroed; its list is not used */
    assert(size > 0 && width > 0);
    pieces.text = text;
    pieces.length = start + length;
    pieces.face = face;
    pieces.aim = pieces.limit = metrics_units_in(width, size);
    size_t first = skip_spaces(text, pieces.length, start), last = first, next = first;
    bool in_parts = false;
    while (next < pieces.length) {
        size_t end = cut_piece(&pieces, next, &in_parts);
        if (last > first &&
            (end - first > LONGEST_LINE || part_units(&pieces, first, end) > pieces.aim)) {
            TRY(add_part(lines, &pieces, first, last, size));
            first = next;
        }
        last = end;
        next = skip_spaces(text, pieces.length, end);
    }
    return last > first ? add_part(lines, &pieces, first, last, size) : STATUS_OK;
}

enum status wrap_whole(const char *text, double size, enum metrics_face face, double width,
                       struct wrap_lines *lines)
{
    struct wrap_pieces pieces; /* large, so not zeroed */
    assert(size > 0 && width > 0);
    pieces.text = text;
    pieces.length = trimmed_length(text);
    pieces.face = face;
    pieces.aim = pieces.limit = metrics_units_in(width, size);
    bool all = cut_from(&pieces, 0) == pieces.length;
    if (pieces.count == 0)
        return STATUS_OK;
    if (all && count_lines(&pieces, pieces.aim) <= WRAP_MAX_LINES)
        return add_even_lines(&pieces, size, lines);
    return wrap_fill(text, 0, pieces.length, size, face, width, lines);
}
