/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/metrics.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text/utf8.h"
#include "scene/metrics_table.h"

/* Widths are summed as integers, in thousandths of an em, and scaled once. */
#define UNITS_PER_EM 1000.0

/* Forms of a letter: which of its neighbours it is joined to. Indexes of metrics_letter.widths.
 */
enum { JOINED_BEFORE = 1, JOINED_AFTER = 2, FORMS = 4 };

struct glyph {
    uint16_t widths[FORMS];
    enum metrics_joining joining;
    bool transparent; /* adds nothing, and its neighbours join across it */
};

/* Advances along a text. The width of its last letter is open until the next one is known. */
struct pen {
    enum metrics_face face;
    uint64_t done;
    struct glyph last;
    unsigned form;
};

static const struct metrics_letter *letter_find(uint32_t code)
{
    size_t low = 0;
    size_t high = metrics_letter_count;

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

static uint16_t advance_find(uint32_t code, enum metrics_face face)
{
    const uint16_t *widths = face == METRICS_BOLD ? metrics_bold : metrics_regular;
    size_t low = 0;
    size_t high = metrics_range_count;

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

static struct glyph glyph_find(uint32_t code, enum metrics_face face)
{
    const struct metrics_letter *letter = letter_find(code);
    struct glyph glyph = {{0}, METRICS_JOINS_NONE, false};
    uint16_t advance;

    if (letter) {
        memcpy(glyph.widths, letter->widths[face == METRICS_BOLD], sizeof glyph.widths);
        glyph.joining = (enum metrics_joining)letter->joining;
        return glyph;
    }
    advance = advance_find(code, face);
    for (unsigned form = 0; form < FORMS; form++)
        glyph.widths[form] = advance;
    glyph.transparent = advance == 0;
    return glyph;
}

static void pen_put(struct pen *pen, uint32_t code)
{
    struct glyph glyph = glyph_find(code, pen->face);
    bool joined;

    if (glyph.transparent)
        return;
    joined = pen->last.joining >= METRICS_JOINS_DUAL && glyph.joining != METRICS_JOINS_NONE;
    pen->done += pen->last.widths[pen->form | (joined ? JOINED_AFTER : 0)];
    pen->last = glyph;
    pen->form = joined ? JOINED_BEFORE : 0;
}

/* The width of what was put so far, if nothing came after it. */
static uint64_t pen_width(const struct pen *pen)
{
    return pen->done + pen->last.widths[pen->form];
}

static uint64_t units_of(const char *text, size_t length, enum metrics_face face)
{
    struct pen pen = {.face = face};
    const char *end = text + length;

    while (text < end)
        pen_put(&pen, utf8_next(&text, end));
    return pen_width(&pen);
}

static double points_of(uint64_t units, double size)
{
    return (double)units * size / UNITS_PER_EM;
}

double metrics_width(const char *text, size_t length, double size, enum metrics_face face)
{
    return points_of(units_of(text, length, face), size);
}

/* The largest whole number of units in WIDTH points. */
static uint64_t units_in(double width, double size)
{
    double units = size > 0.0 ? width * UNITS_PER_EM / size : 0.0;

    if (!(units > 0.0))
        return 0;
    return units < 1e15 ? (uint64_t)(units + 1e-6) : UINT64_C(1000000000000000);
}

/* Whether CODE belongs to the character before it: marks, joiners, variation selectors, skin
   tones. */
static bool is_extension(uint32_t code)
{
    if (code == 0xFE0F || (code >= 0x1F3FB && code <= 0x1F3FF))
        return true;
    return advance_find(code, METRICS_REGULAR) == 0;
}

/* Moves *TEXT behind one character and all that belongs to it. */
static void skip_cluster(const char **text, const char *end, struct pen *pen)
{
    const char *next = *text;
    uint32_t code = utf8_next(&next, end);
    bool joiner;

    do {
        pen_put(pen, code);
        joiner = code == 0x200D;
        *text = next;
        if (next == end)
            return;
        code = utf8_next(&next, end);
    } while (is_extension(code) || joiner);
}

/* As metrics_fit, in units. */
static size_t fit_units(const char *text, size_t length, enum metrics_face face, uint64_t limit)
{
    struct pen pen = {.face = face};
    const char *next = text;
    const char *fit = text;

    while (next < text + length && pen.done <= limit) {
        skip_cluster(&next, text + length, &pen);
        if (pen_width(&pen) <= limit)
            fit = next;
    }
    return (size_t)(fit - text);
}

size_t metrics_fit(const char *text, size_t length, double size, enum metrics_face face,
                   double width)
{
    return fit_units(text, length, face, units_in(width, size));
}

/* A part of a text that is not broken: from byte START to END, then spaces. FROM and TO are where
   it begins and ends if the whole text is set in one line, in units. */
struct piece {
    size_t start;
    size_t end;
    uint64_t from;
    uint64_t to;
};

/* A text cut into pieces. Words wider than LIMIT are broken into parts no wider than AIM. */
struct pieces {
    const char *text;
    size_t length;
    enum metrics_face face;
    uint64_t aim;
    uint64_t limit;
    uint64_t from; /* where the next piece begins */
    size_t count;
    struct piece list[METRICS_MAX_BREAKS + 1];
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

/* Whether a line may end between two characters of a word. BEFORE is 0 at the word's start. */
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

static uint64_t piece_units(const struct pieces *pieces, size_t start, size_t end)
{
    return units_of(pieces->text + start, end - start, pieces->face);
}

/* The end of the piece of a word that starts at START. Looks no further than until the piece is
   wider than LIMIT. */
static size_t piece_end(const struct pieces *pieces, size_t start, uint64_t limit)
{
    const char *end = pieces->text + pieces->length;
    const char *next = pieces->text + start;
    struct pen pen = {.face = pieces->face};
    uint32_t before = 0;
    uint32_t last = 0;

    while (next < end && pen.done <= limit) {
        uint32_t code = utf8_next(&next, end);

        if (is_space(code) || may_break(before, last, code))
            break;
        pen_put(&pen, code);
        start = (size_t)(next - pieces->text);
        before = last;
        last = code;
    }
    return start;
}

/* The end of the widest part of a word from START that is no wider than AIM: a character at
   least. */
static size_t part_end(const struct pieces *pieces, size_t start)
{
    const char *end = pieces->text + pieces->length;
    const char *next = pieces->text + start;
    struct pen pen = {.face = pieces->face};
    size_t length = fit_units(next, pieces->length - start, pieces->face, pieces->aim);

    if (length > 0)
        return start + length;
    skip_cluster(&next, end, &pen);
    return (size_t)(next - pieces->text);
}

/* Adds the piece from START to END, and returns where the next one starts. */
static size_t pieces_add(struct pieces *pieces, size_t start, size_t end)
{
    size_t next = skip_spaces(pieces->text, pieces->length, end);
    struct piece piece = {start, end, pieces->from, pieces->from};

    piece.to += piece_units(pieces, start, end);
    pieces->from = piece.to + piece_units(pieces, end, next);
    pieces->list[pieces->count++] = piece;
    return next;
}

/* The end of the next piece, which starts at START. IN_PARTS tells, and keeps, whether it belongs
   to a word that is being broken. */
static size_t piece_cut(const struct pieces *pieces, size_t start, bool *in_parts)
{
    uint64_t limit = *in_parts ? pieces->aim : pieces->limit;
    size_t end = piece_end(pieces, start, limit);
    size_t part = end;

    if (piece_units(pieces, start, end) > limit)
        part = part_end(pieces, start);
    *in_parts = part < end;
    return part;
}

/* Leaves out the spaces at the end of TEXT. */
static size_t trimmed_length(const char *text)
{
    const char *next = text;
    const char *end = text + strlen(text);
    size_t length = 0;

    while (next < end)
        if (!is_space(utf8_next(&next, end)))
            length = (size_t)(next - text);
    return length;
}

static void pieces_read(struct pieces *pieces)
{
    size_t start = skip_spaces(pieces->text, pieces->length, 0);
    bool in_parts = false;

    while (start < pieces->length && pieces->count < METRICS_MAX_BREAKS)
        start = pieces_add(pieces, start, piece_cut(pieces, start, &in_parts));
    if (start < pieces->length)
        pieces_add(pieces, start, pieces->length);
}

/* The width of a line of the pieces FIRST to LAST. */
static uint64_t line_units(const struct pieces *pieces, size_t first, size_t last)
{
    return pieces->list[last].to - pieces->list[first].from;
}

/* How many lines the pieces take if none is wider than LIMIT; LIMIT is no less than any piece. */
static size_t lines_within(const struct pieces *pieces, uint64_t limit)
{
    size_t lines = 1;
    size_t first = 0;

    for (size_t i = 1; i < pieces->count; i++)
        if (line_units(pieces, first, i) > limit) {
            lines++;
            first = i;
        }
    return lines;
}

static uint64_t widest_piece(const struct pieces *pieces)
{
    uint64_t widest = 0;

    for (size_t i = 0; i < pieces->count; i++)
        if (line_units(pieces, i, i) > widest)
            widest = line_units(pieces, i, i);
    return widest;
}

/* The least width at which the pieces go into COUNT lines. */
static uint64_t narrowest_width(const struct pieces *pieces, size_t count)
{
    uint64_t low = widest_piece(pieces);
    uint64_t high = line_units(pieces, 0, pieces->count - 1);

    while (low < high) {
        uint64_t middle = low + (high - low) / 2;

        if (lines_within(pieces, middle) <= count)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* The most even ways to set the first pieces in lines: blanks[n][i] is the least sum of the
   squares of what is left blank when the pieces before I are set in N lines, starts[n][i] the
   first piece of the last of these. IMPOSSIBLE where there is no way. */
struct breaks {
    double blanks[METRICS_MAX_LINES + 1][METRICS_MAX_BREAKS + 2];
    uint16_t starts[METRICS_MAX_LINES + 1][METRICS_MAX_BREAKS + 2];
};

#define IMPOSSIBLE 1e300

/* Finds the best start of line N that ends before piece END. */
static void breaks_choose(struct breaks *breaks, const struct pieces *pieces, uint64_t limit,
                          size_t n, size_t end)
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

static void breaks_find(struct breaks *breaks, const struct pieces *pieces, uint64_t limit,
                        size_t lines)
{
    for (size_t end = 0; end <= pieces->count; end++)
        breaks->blanks[0][end] = end == 0 ? 0.0 : IMPOSSIBLE;
    for (size_t n = 1; n <= lines; n++) {
        breaks->blanks[n][0] = IMPOSSIBLE;
        for (size_t end = 1; end <= pieces->count; end++)
            breaks_choose(breaks, pieces, limit, n, end);
    }
}

static struct metrics_line line_of(const struct pieces *pieces, size_t first, size_t last,
                                   double size)
{
    size_t start = pieces->list[first].start;
    size_t length = pieces->list[last].end - start;

    return (struct metrics_line){start, length,
                                 points_of(piece_units(pieces, start, start + length), size)};
}

size_t metrics_wrap(const char *text, double size, enum metrics_face face, double aim,
                    struct metrics_line lines[], size_t max_lines)
{
    struct pieces pieces; /* its list is large: not worth zeroing */
    struct breaks breaks;
    uint64_t limit;
    size_t count;
    size_t end;

    pieces.text = text;
    pieces.length = trimmed_length(text);
    pieces.face = face;
    pieces.aim = units_in(aim, size);
    pieces.limit = 2 * pieces.aim;
    pieces.from = 0;
    pieces.count = 0;
    pieces_read(&pieces);
    if (pieces.count == 0 || max_lines == 0)
        return 0;
    limit = widest_piece(&pieces);
    count = lines_within(&pieces, limit > pieces.aim ? limit : pieces.aim);
    count = count < max_lines ? count : max_lines;
    count = count < METRICS_MAX_LINES ? count : METRICS_MAX_LINES;
    limit = narrowest_width(&pieces, count);
    count = lines_within(&pieces, limit);
    breaks_find(&breaks, &pieces, limit, count);
    end = pieces.count;
    for (size_t n = count; n > 0; n--) {
        size_t first = breaks.starts[n][end];

        lines[n - 1] = line_of(&pieces, first, end - 1, size);
        end = first;
    }
    return count;
}
