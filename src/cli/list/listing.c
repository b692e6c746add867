/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/process/output.h"
#include "base/text/prose.h"
#include "base/text/width.h"
#include "format/csv/csv.h"
#include "format/json/json.h"

enum { MAX_ALIGNED = 100 }; /* wider cells don't widen their column */

static enum status drain(struct listing *listing)
{
    TRY(buffer_status(&listing->cell));
    TRY(buffer_status(&listing->out));
    size_t length = listing->out.length;
    listing->out.length = 0;
    return output_write("-", buffer_string(&listing->out), length, listing->messages);
}

static enum status drain_some(struct listing *listing)
{
    enum { ENOUGH = 1 << 16 };
    return listing->out.length < ENOUGH ? STATUS_OK : drain(listing);
}

static const char *cell_of(struct listing *listing, size_t row, size_t column,
                           enum column_use use)
{
    return column_text(&listing->cell, listing->context, &listing->rows[row],
                       listing->columns[column], use);
}

/* In a table for people, an empty cell is "-", and a text is one line. */
static const char *text_cell(struct listing *listing, size_t row, size_t column)
{
    const char *text = cell_of(listing, row, column, COLUMN_FOR_READERS);
    if (strchr(text, '\n') != NULL) {
        if (listing->cell.length == 0)
            buffer_text(&listing->cell, text);
        for (size_t i = 0; i < listing->cell.length; i++)
            if (listing->cell.bytes[i] == '\n')
                listing->cell.bytes[i] = ' ';
        text = buffer_string(&listing->cell);
    }
    return text[0] != '\0' ? text : "-";
}

/* Makes each column as wide as its widest cell. Cells wider than MAX_ALIGNED are ignored and only
   shift the rest of their own row; otherwise one long text would fill all rows with spaces. */
static void measure_columns(struct listing *listing, size_t widths[COLUMN_MOST])
{
    for (size_t c = 0; c < listing->column_count; c++)
        widths[c] = strlen(listing->columns[c]->word);
    for (size_t i = 0; i < listing->count; i++)
        for (size_t c = 0; c < listing->column_count; c++) {
            size_t width = width_of(text_cell(listing, i, c));
            if (width > widths[c] && width <= MAX_ALIGNED)
                widths[c] = width;
        }
}

/* Adds the cell of column C, padded to the column's width; the last one ends the line. */
static void add_cell(struct listing *listing, const char *text, size_t c,
                     const size_t widths[COLUMN_MOST])
{
    size_t width = width_of(text);
    prose_add_cell(&listing->out, text, strlen(text));
    if (c + 1 == listing->column_count)
        prose_end_line(&listing->out);
    else
        buffer_format(&listing->out, "%*s", 2 + (int)(width < widths[c] ? widths[c] - width : 0),
                      "");
}

/* Not a prose_table, which holds all its cells: a list may have a million rows. */
enum status listing_write_text(struct listing *listing)
{
    size_t widths[COLUMN_MOST];
    measure_columns(listing, widths);
    for (size_t c = 0; c < listing->column_count; c++)
        add_cell(listing, listing->columns[c]->word, c, widths);
    for (size_t i = 0; i < listing->count; i++) {
        for (size_t c = 0; c < listing->column_count; c++)
            add_cell(listing, text_cell(listing, i, c), c, widths);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

enum status listing_write_csv(struct listing *listing)
{
    struct csv csv = {.out = &listing->out, .raw = listing->raw};
    for (size_t c = 0; c < listing->column_count; c++)
        csv_field(&csv, listing->columns[c]->word);
    csv_end_row(&csv);
    for (size_t i = 0; i < listing->count; i++) {
        for (size_t c = 0; c < listing->column_count; c++)
            csv_field(&csv, cell_of(listing, i, c, COLUMN_FOR_CSV));
        csv_end_row(&csv);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

/* Adds the items of a list as an array. */
static void add_array(struct listing *listing, struct json *json, const char *separator)
{
    char *rest = NULL, *list = listing->cell.length > 0 ? listing->cell.bytes : (char[]){""};
    json_open(json, '[');
    for (char *item = strtok_r(list, separator, &rest); item != NULL;
         item = strtok_r(NULL, separator, &rest))
        json_text(json, item);
    json_close(json, ']');
}

/* Actors that act jointly are one text, so that "from" is always a text; as an array, they are in
   "from_all". */
static void add_all(struct listing *listing, struct json *json, const char *word)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_format(&key, "%s_all", word);
    json_key(json, buffer_string(&key));
    listing->out.failed |= key.failed;
    buffer_clear(&key);
    add_array(listing, json, " ");
}

static void add_number(struct json *json, const char *text)
{
    if (text[0] != '\0')
        json_literal(json, text);
    else
        json_text(json, NULL);
}

static void add_value(struct listing *listing, struct json *json, size_t row, size_t c)
{
    const struct column *column = listing->columns[c];
    const char *text = cell_of(listing, row, c, COLUMN_FOR_ARRAYS);
    json_key(json, column->word);
    switch (column->value) {
    case COLUMN_TEXT:
    case COLUMN_JOINT: json_text(json, text[0] != '\0' ? text : NULL); break;
    case COLUMN_NUMBER: add_number(json, text); break;
    case COLUMN_YES_NO: json_bool(json, strcmp(text, "yes") == 0); break;
    case COLUMN_IDS:
    case COLUMN_NAMES:
    case COLUMN_TEXTS: add_array(listing, json, COLUMN_ITEM); break;
    }
    if (column->value == COLUMN_JOINT)
        add_all(listing, json, column->word);
}

enum status listing_write_json(struct listing *listing)
{
    struct json json = {.out = &listing->out};
    json_open(&json, '[');
    for (size_t i = 0; i < listing->count; i++) {
        json_open(&json, '{');
        for (size_t c = 0; c < listing->column_count; c++)
            add_value(listing, &json, i, c);
        json_close(&json, '}');
        TRY(drain_some(listing));
    }
    json_close(&json, ']');
    json_end(&json);
    return drain(listing);
}

enum status listing_write_ids(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        buffer_format(&listing->out, "%s\n", cell_of(listing, i, 0, COLUMN_FOR_CSV));
        TRY(drain_some(listing));
    }
    return drain(listing);
}

void listing_clear(struct listing *listing)
{
    buffer_clear(&listing->out);
    buffer_clear(&listing->cell);
}
