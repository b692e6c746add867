/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/text/utf8.h"
#include "format/csv/csv.h"
#include "format/table/delimiter.h"

/* What a byte is in a cell without quotes: the start of a character, a further byte of one, or
   what ends the cell or what has been decoded, or opens quotes. */
enum { BYTE_FIRST, BYTE_FURTHER, BYTE_STOP };

static enum status fail(const struct cells *cells, uint32_t line, uint32_t column,
                        const char *text)
{
    const struct exchange_input *input = cells->decoding.input;
    const struct message_place place = {input->name, line, column};
    messages_error(input->messages, &place, MESSAGE_FOREIGN_FILE, "%s", text);
    return STATUS_INVALID;
}

/* Appends more text, if there is any, and forgets what is before the row. */
static enum status refill(struct cells *cells)
{
    struct buffer *text = &cells->text;
    const char *fault;
    if (cells->start > 0) {
        memmove(text->bytes, text->bytes + cells->start, text->length - cells->start);
        text->length -= cells->start;
        cells->at -= cells->start;
        cells->start = 0;
    }
    if (text->length > ROW_LENGTH)
        return fail(cells, cells->line, 0, "a row is longer than 16 MiB");
    const size_t before = text->length;
    const enum status status = decoding_read(&cells->decoding, text, &fault);
    cells->ended = text->length == before && cells->decoding.carried == 0;
    if (status != STATUS_INVALID)
        return status;
    uint32_t line = cells->line;
    for (size_t i = cells->at; i < text->length; i++)
        line += text->bytes[i] == '\n';
    return fail(cells, line, 0, fault);
}

/* Sets *NEXT to the next character, or to -1 at the end. */
static inline enum status peek(struct cells *cells, int *next)
{
    while (cells->at == cells->text.length && !cells->ended)
        TRY(refill(cells));
    *next = cells->at < cells->text.length ? (unsigned char)cells->text.bytes[cells->at] : -1;
    return STATUS_OK;
}

/* Goes on behind COUNT bytes, none of which ends a line. */
static inline void skip(struct cells *cells, size_t count)
{
    const char *bytes = cells->text.bytes + cells->at;
    for (size_t i = 0; i < count; i++)
        cells->column += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    cells->at += count;
}

/* Adds COUNT bytes to the cell, which ends at *END, counted from the start of the row. */
static void take(struct cells *cells, size_t count, size_t *end)
{
    char *to = cells->text.bytes + cells->start + *end;
    const char *from = cells->text.bytes + cells->at;
    if (to != from)
        memmove(to, from, count);
    *end += count;
    skip(cells, count);
}

/* Goes on behind the line break at AT. */
static enum status skip_break(struct cells *cells)
{
    const bool carriage = cells->text.bytes[cells->at] == '\r';
    int next;
    cells->at++;
    TRY(peek(cells, &next));
    if (carriage && next == '\n')
        cells->at++;
    cells->line++;
    cells->column = 1;
    return STATUS_OK;
}

/* The text within quotes, up to the one that closes it. */
static enum status read_quoted(struct cells *cells, size_t *end)
{
    const uint32_t line = cells->line, column = cells->column;
    const size_t first = *end;
    int next;
    skip(cells, 1);
    for (;;) {
        TRY(peek(cells, &next));
        if (next < 0)
            return fail(cells, line, column, "a quotation mark that opens a cell is not closed");
        if (*end - first > CELL_LENGTH)
            return fail(cells, line, column,
                        "a cell is longer than 1 MiB; is a quotation mark missing at its end?");
        if (next == '\n' || next == '\r') {
            TRY(skip_break(cells));
            cells->text.bytes[cells->start + (*end)++] = '\n';
        } else if (next != '"') {
            take(cells, strcspn(cells->text.bytes + cells->at, "\"\r\n"), end);
        } else {
            skip(cells, 1);
            TRY(peek(cells, &next));
            if (next != '"')
                return STATUS_OK;
            take(cells, 1, end);
        }
    }
}

/* Reads a cell without quotes, if all of it and what follows it has been decoded. The text ends
   with a NUL, which stops as well. */
static bool read_simple(struct cells *cells, size_t *end)
{
    const char *first = cells->text.bytes + cells->at, *at = first;
    unsigned byte;
    size_t further = 0;
    for (; (byte = cells->bytes[(unsigned char)*at]) != BYTE_STOP; at++)
        further += byte;
    const size_t length = (size_t)(at - first);
    if (*at == '\0' || *at == '"' || length > CELL_LENGTH)
        return false;
    cells->at += length;
    cells->column += (uint32_t)(length - further);
    *end += length;
    return true;
}

/* Reads a cell, which ends at *END, and sets *NEXT to what follows it. */
static enum status read_cell(struct cells *cells, size_t *end, int *next)
{
    if (read_simple(cells, end)) {
        *next = (unsigned char)cells->text.bytes[cells->at];
        return STATUS_OK;
    }
    const char stops[] = {cells->delimiter, '\r', '\n', '\0'};
    const size_t first = *end;
    for (;;) {
        TRY(peek(cells, next));
        if (*next < 0 || *next == cells->delimiter || *next == '\r' || *next == '\n')
            return STATUS_OK;
        if (*end - first > CELL_LENGTH)
            return fail(cells, cells->line, cells->column, "a cell is longer than 1 MiB");
        if (*next == '"' && *end == first)
            TRY(read_quoted(cells, end));
        else
            take(cells, strcspn(cells->text.bytes + cells->at, stops), end);
    }
}

/* Reads the cells of a row, and the line break behind it. Sets the length of each cell, and its
   beginning as an offset from the start of the row. */
static enum status read_row(struct cells *cells)
{
    int next;
    cells->row.count = 0;
    cells->start = cells->at;
    do {
        if (cells->row.count == CELLS_MAX)
            return fail(cells, cells->line, cells->column, "a row has more than 10000 cells");
        ARRAY_RESERVE(&cells->row, 1);
        struct cell *cell = &cells->row.items[cells->row.count++];
        *cell = (struct cell){.line = cells->line, .column = cells->column};
        size_t end = cell->offset = cells->at - cells->start;
        TRY(read_cell(cells, &end, &next));
        cell->length = end - cell->offset;
        if (next == cells->delimiter)
            skip(cells, 1);
    } while (next == cells->delimiter);
    return next < 0 ? STATUS_OK : skip_break(cells);
}

/* Whether the character from START, before END, is white space of any kind, or has no width and
   is no part of another one. */
static bool is_blank(const char *start, const char *end)
{
    if (*start > ' ' && *start < 0x7f) /* as most */
        return false;
    const uint32_t code = utf8_next(&start, end);
    return utf8_space(code) != UTF8_NO_SPACE || code == 0xad || code == 0x2060 ||
           code == 0xfeff || (code >= 0x200b && code <= 0x200f);
}

/* The length of the character that ends before END. */
static size_t last_length(const char *start, const char *end)
{
    size_t length = 1;
    while (length < 4 && end - length > start &&
           ((unsigned char)end[-(long)length] & 0xC0) == 0x80)
        length++;
    return length;
}

static void trim(struct cell *cell)
{
    const char *end = cell->text + cell->length;
    while (cell->text < end && is_blank(cell->text, end)) {
        const char *next = cell->text;
        utf8_next(&next, end);
        cell->text += next - cell->text;
    }
    while (end > cell->text && is_blank(end - last_length(cell->text, end), end))
        end -= last_length(cell->text, end);
    cell->length = (size_t)(end - cell->text);
    cell->text[cell->length] = '\0';
    /* An apostrophe before a sign makes it a text. */
    if (csv_is_escaped(cell->text)) {
        cell->text++;
        cell->length--;
    }
}

enum status cells_next(struct cells *cells, bool *more)
{
    bool empty = true;
    int next;
    while (empty) {
        TRY(peek(cells, &next));
        *more = next >= 0;
        if (!*more)
            return STATUS_OK;
        TRY(read_row(cells));
        for (size_t i = 0; i < cells->row.count; i++) {
            struct cell *cell = &cells->row.items[i];
            cell->text = cells->text.bytes + cells->start + cell->offset;
            trim(cell);
            empty = empty && cell->length == 0;
        }
    }
    return STATUS_OK;
}

/* --- opening */

static void classify_bytes(struct cells *cells)
{
    const char stops[] = {'\0', '"', '\r', '\n', cells->delimiter};
    for (int byte = 0; byte < 256; byte++)
        cells->bytes[byte] = (byte & 0xC0) == 0x80 ? BYTE_FURTHER : BYTE_FIRST;
    for (size_t i = 0; i < sizeof stops; i++)
        cells->bytes[(unsigned char)stops[i]] = BYTE_STOP;
}

/* Finds the delimiter from what has been decoded, and goes on behind a line that names it. */
static void find_delimiter(struct cells *cells)
{
    const char *text = buffer_string(&cells->text);
    cells->at = delimiter_find(text, &cells->delimiter);
    classify_bytes(cells);
}

enum status cells_open(struct cells *cells, const struct exchange_input *input)
{
    int next;
    *cells = (struct cells){.line = 1, .column = 1};
    TRY(decoding_open(&cells->decoding, input));
    TRY(peek(cells, &next));
    find_delimiter(cells);
    return STATUS_OK;
}

enum status cells_rewind(struct cells *cells)
{
    int next;
    TRY(decoding_rewind(&cells->decoding));
    cells->text.length = cells->start = cells->at = 0;
    cells->ended = false;
    cells->line = cells->column = 1;
    TRY(peek(cells, &next));
    find_delimiter(cells);
    return STATUS_OK;
}

void cells_clear(struct cells *cells)
{
    decoding_clear(&cells->decoding);
    buffer_clear(&cells->text);
    free(cells->row.items);
}
