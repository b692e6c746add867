/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/text/prose.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/escape.h"
#include "base/text/utf8.h"
#include "base/text/width.h"

enum {
    FIELD_INDENT = 2,
    FIELD_LABEL = 14, /* the longest label, "took part in", and two columns */
    COLUMN_GAP = 2,
    MIN_COLUMN = 12,
    HEADING_OUTDENT = 2,
};

void prose_add_printable(struct buffer *out, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        uint32_t code = utf8_next(&text, end);
        if (utf8_is_printable(code, start))
            buffer_add(out, start, (size_t)(text - start));
        else
            buffer_char(out, '?');
    }
}

/* Writes the line at START of OUT again, so that nothing in it is a command for a CI service. */
static void rewrite_line(struct buffer *out, size_t start)
{
    struct buffer line = BUFFER_EMPTY;
    buffer_add(&line, out->bytes + start, out->length - start);
    out->length = start;
    escape_for_log(out, buffer_string(&line), line.length);
    out->failed |= line.failed;
    buffer_clear(&line);
}

void prose_end_line(struct buffer *out)
{
    size_t start = out->length;
    if (out->failed)
        return;
    while (start > 0 && out->bytes[start - 1] != '\n')
        start--;
    const char *line = buffer_string(out) + start;
    if (strstr(line, "##") != NULL || strstr(line, "::") != NULL)
        rewrite_line(out, start);
    buffer_char(out, '\n');
}

static void add_spaces(struct buffer *out, size_t count)
{
    buffer_format(out, "%*s", (int)count, "");
}

/* The part of a text that goes on one line. LENGTH is in bytes. */
struct line {
    const char *text;
    size_t length, columns;
};

/* Looks at no more than it has to: TEXT may be long, and be asked about at each of its words. */
static const char *skip_spaces(const char *text)
{
    enum { LONGEST = 4 }; /* bytes of a character */
    for (const char *next = text; *next != '\0';) {
        const uint32_t code = utf8_next(&next, next + strnlen(next, LONGEST));
        if (code != ' ' && utf8_space(code) != UTF8_NO_BREAK_SPACE)
            break;
        text = next;
    }
    return text;
}

/* The first no-break space in the LENGTH bytes at TEXT; NULL: there is none. */
static const char *find_no_break_space(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        if (utf8_space(utf8_next(&text, end)) == UTF8_NO_BREAK_SPACE)
            return start;
    }
    return NULL;
}

/* The length of the word at TEXT, with the spaces before it. Words that no-break spaces join to
   more than half of ROOM are words of their own: together they would begin a line, which could
   look like a field. */
static size_t word_length(const char *text, size_t room)
{
    const size_t spaces = (size_t)(skip_spaces(text) - text);
    const size_t plain = strspn(text, " ");
    const size_t length = plain + strcspn(text + plain, " ");
    if (spaces > length || width_of_part(text + plain, length - plain) <= room / 2)
        return length;
    const char *cut = find_no_break_space(text + spaces, length - spaces);
    return cut != NULL ? (size_t)(cut - text) : length;
}

/* Takes from *TEXT as many words as fit into ROOM columns, but at least one, and advances *TEXT
   past them. An empty line if no word is left. */
static struct line take_line(const char **text, size_t room)
{
    struct line line = {skip_spaces(*text), 0, 0};
    const char *end = line.text;
    while (*end != '\0') {
        const char *next = end + word_length(end, room);
        size_t columns = line.columns + width_of_part(end, (size_t)(next - end));
        if (line.length > 0 && columns > room)
            break;
        line.length = (size_t)(next - line.text);
        line.columns = columns;
        end = next + (next[strspn(next, " ")] == '\0' ? strspn(next, " ") : 0);
    }
    *text = end;
    return line;
}

/* Writes TEXT from the current position, which is at COLUMN; further lines are indented to it. */
static void add_wrapped(const struct prose *prose, size_t column, const char *text)
{
    size_t room = prose->width > column ? prose->width - column : 1;
    struct line line = take_line(&text, room);
    prose_add_printable(prose->out, line.text, line.length);
    while (*text != '\0') {
        line = take_line(&text, room);
        prose_end_line(prose->out);
        add_spaces(prose->out, column);
        prose_add_printable(prose->out, line.text, line.length);
    }
    prose_end_line(prose->out);
}

void prose_blank_line(const struct prose *prose)
{
    buffer_char(prose->out, '\n');
}

void prose_paragraph(const struct prose *prose, size_t indent, const char *text)
{
    add_spaces(prose->out, indent);
    add_wrapped(prose, indent, text);
}

void prose_field(const struct prose *prose, const char *label, const char *text)
{
    if (text[0] == '\0')
        return;
    buffer_format(prose->out, "%*s%-*s", FIELD_INDENT, "", FIELD_LABEL, label);
    add_wrapped(prose, FIELD_INDENT + FIELD_LABEL, text);
}

void prose_take_field(const struct prose *prose, const char *label, struct buffer *text)
{
    prose_field(prose, label, buffer_string(text));
    prose->out->failed = prose->out->failed || text->failed;
    buffer_clear(text);
}

void prose_take_paragraph(const struct prose *prose, size_t indent, struct buffer *text)
{
    prose_paragraph(prose, indent, buffer_string(text));
    prose->out->failed = prose->out->failed || text->failed;
    buffer_clear(text);
}

static enum status add_cell(struct prose_table *table, const char *text)
{
    ARRAY_RESERVE(&table->cells, 1);
    char *copy = NULL;
    if (text != NULL && (copy = arena_copy(&table->texts, text, strlen(text))) == NULL)
        return STATUS_MEMORY;
    table->cells.items[table->cells.count++] = copy;
    return STATUS_OK;
}

void prose_table_cell(struct prose_table *table, const char *text)
{
    if (add_cell(table, text[0] != '\0' ? text : "-") != STATUS_OK)
        table->failed = true;
}

void prose_table_take(struct prose_table *table, struct buffer *text)
{
    prose_table_cell(table, buffer_string(text));
    table->failed = table->failed || text->failed;
    buffer_clear(text);
}

void prose_table_heading(struct prose_table *table, const char *text)
{
    for (size_t c = 0; c < table->columns; c++)
        if (add_cell(table, c == 0 ? text : NULL) != STATUS_OK)
            table->failed = true;
}

static bool is_heading(const struct prose_table *table, const char *const *row)
{
    return table->columns > 1 && row[1] == NULL;
}

static void measure(const struct prose_table *table, size_t *widths)
{
    memset(widths, 0, table->columns * sizeof *widths);
    for (size_t i = 0; i < table->cells.count; i += table->columns) {
        if (is_heading(table, table->cells.items + i))
            continue;
        for (size_t c = 0; c < table->columns; c++) {
            size_t width = width_of(table->cells.items[i + c]);
            if (width > widths[c])
                widths[c] = width;
        }
    }
}

/* The least width of a wrapped column: that of its widest word, or MIN_COLUMN. */
static size_t min_width(const struct prose_table *table, size_t column)
{
    size_t least = MIN_COLUMN;
    for (size_t i = 0; i < table->cells.count; i += table->columns) {
        const char *text = table->cells.items[i + column];
        if (is_heading(table, table->cells.items + i))
            continue;
        while (*text != '\0') {
            size_t columns = take_line(&text, 0).columns;
            if (columns > least)
                least = columns;
        }
    }
    return least;
}

/* Narrows the wrapped columns from left to right until a line fits into ROOM columns. */
static void narrow(const struct prose_table *table, size_t *widths, size_t room)
{
    size_t total = (table->columns - 1) * COLUMN_GAP;
    for (size_t c = 0; c < table->columns; c++)
        total += widths[c];
    for (size_t c = 0; c < table->columns && total > room; c++) {
        if ((table->wrapped >> c & 1) == 0)
            continue;
        size_t least = min_width(table, c);
        size_t spare = widths[c] > least ? widths[c] - least : 0;
        size_t excess = total - room < spare ? total - room : spare;
        widths[c] -= excess;
        total -= excess;
    }
}

static enum utf8_direction direction_of(uint32_t code)
{
    bool mark = code == 0x200f || code == 0x61c; /* act like a letter */
    return mark ? UTF8_RIGHT_TO_LEFT : utf8_direction(code);
}

/* Whether TEXT begins or ends with right-to-left letters, which a terminal would exchange with
   those beside it. */
static bool may_be_exchanged(const char *text, const char *end)
{
    enum utf8_direction first = UTF8_NEUTRAL, last = UTF8_NEUTRAL;
    while (text < end) {
        const enum utf8_direction direction = direction_of(utf8_next(&text, end));
        last = direction != UTF8_NEUTRAL ? direction : last;
        first = first == UTF8_NEUTRAL ? direction : first;
    }
    return first == UTF8_RIGHT_TO_LEFT || last == UTF8_RIGHT_TO_LEFT;
}

void prose_add_cell(struct buffer *out, const char *text, size_t length)
{
    bool isolated = may_be_exchanged(text, text + length);
    buffer_text(out, isolated ? UTF8_FIRST_STRONG_ISOLATE : "");
    prose_add_printable(out, text, length);
    buffer_text(out, isolated ? UTF8_POP_ISOLATE : "");
}

/* Writes the next line of each cell of a row, whose remaining texts are REST; returns whether any
   cell had text left. */
static bool write_line(const struct prose_table *table, struct buffer *out, size_t gap,
                       const char **rest, const size_t *widths)
{
    bool more = false;
    for (size_t c = 0; c < table->columns; c++) {
        struct line line = take_line(&rest[c], widths[c]);
        size_t slack = widths[c] > line.columns ? widths[c] - line.columns : 0;
        bool right = (table->right >> c & 1) != 0;
        more = more || rest[c][0] != '\0';
        if (line.length == 0) {
            gap += widths[c] + COLUMN_GAP;
            continue;
        }
        add_spaces(out, gap + (right ? slack : 0));
        prose_add_cell(out, line.text, line.length);
        gap = COLUMN_GAP + (right ? 0 : slack);
    }
    prose_end_line(out);
    return more;
}

enum status prose_table_write(const struct prose_table *table, const struct prose *prose,
                              size_t indent)
{
    assert(table->columns >= 1 && table->columns <= PROSE_MAX_COLUMNS);
    assert(table->failed || table->cells.count % table->columns == 0);
    size_t widths[PROSE_MAX_COLUMNS];
    if (table->failed)
        return STATUS_MEMORY;
    measure(table, widths);
    narrow(table, widths, prose->width > indent ? prose->width - indent : 0);
    for (size_t i = 0; i < table->cells.count; i += table->columns) {
        const char *rest[PROSE_MAX_COLUMNS];
        memcpy(rest, table->cells.items + i, table->columns * sizeof *rest);
        if (is_heading(table, rest)) {
            prose_paragraph(prose, indent > HEADING_OUTDENT ? indent - HEADING_OUTDENT : 0,
                            rest[0]);
            continue;
        }
        while (write_line(table, prose->out, indent, rest, widths))
            ;
    }
    return buffer_status(prose->out);
}

void prose_table_clear(struct prose_table *table)
{
    arena_clear(&table->texts);
    free(table->cells.items);
    *table = (struct prose_table){
        .columns = table->columns, .wrapped = table->wrapped, .right = table->right};
}
