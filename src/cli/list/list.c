/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/process/output.h"
#include "base/text/prose.h"
#include "base/text/utf8.h"
#include "base/text/width.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "cli/list/column.h"
#include "cli/options.h"
#include "cli/relation_query.h"
#include "format/csv/csv.h"
#include "format/json/json.h"
#include "model/value.h"
#include "query/phase.h"

enum { MAX_ALIGNED = 100 }; /* wider cells don't widen their column */

/* A list that is being written. */
struct listing {
    const struct network *network;
    struct messages *messages;
    struct column_row *rows;
    size_t count;
    enum column columns[COLUMNS];
    size_t column_count;
    struct buffer out;  /* text that has not been written yet */
    struct buffer cell; /* scratch for column_text */
};

typedef enum status write_listing(struct listing *listing);

/* Writes the text so far, so that a long list needs little memory. */
static enum status drain(struct listing *listing)
{
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

/* In a table for people, an empty cell is "-", and ids are separated by commas, as in options. */
static const char *text_cell(struct listing *listing, const struct column_row *row,
                             enum column column)
{
    const char *text = column_text(&listing->cell, listing->network, row, column, ',');
    return text[0] != '\0' ? text : "-";
}

/* Makes each column as wide as its widest cell. Cells wider than MAX_ALIGNED are ignored and only
   shift the rest of their own row; otherwise one long text would fill all rows with spaces. */
static void measure_columns(struct listing *listing, size_t widths[COLUMNS])
{
    for (size_t c = 0; c < listing->column_count; c++)
        widths[c] = strlen(vocabulary_columns.words[listing->columns[c]]);
    for (size_t i = 0; i < listing->count; i++)
        for (size_t c = 0; c < listing->column_count; c++) {
            size_t width = width_of(text_cell(listing, &listing->rows[i], listing->columns[c]));
            if (width > widths[c] && width <= MAX_ALIGNED)
                widths[c] = width;
        }
}

/* Adds the cell of column C, padded to the column's width; the last one ends the line. */
static void add_cell(struct listing *listing, const char *text, size_t c,
                     const size_t widths[COLUMNS])
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
static enum status write_text(struct listing *listing)
{
    size_t widths[COLUMNS];
    measure_columns(listing, widths);
    for (size_t c = 0; c < listing->column_count; c++)
        add_cell(listing, vocabulary_columns.words[listing->columns[c]], c, widths);
    for (size_t i = 0; i < listing->count; i++) {
        for (size_t c = 0; c < listing->column_count; c++)
            add_cell(listing, text_cell(listing, &listing->rows[i], listing->columns[c]), c,
                     widths);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

static enum status write_csv(struct listing *listing)
{
    struct csv csv = {.out = &listing->out};
    for (size_t c = 0; c < listing->column_count; c++)
        csv_field(&csv, vocabulary_columns.words[listing->columns[c]]);
    csv_end_row(&csv);
    for (size_t i = 0; i < listing->count; i++) {
        for (size_t c = 0; c < listing->column_count; c++)
            csv_field(&csv, column_text(&listing->cell, listing->network, &listing->rows[i],
                                        listing->columns[c], ' '));
        csv_end_row(&csv);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

/* Adds the ids of a list, which are separated by spaces, as an array. */
static void add_list(struct json *json, char *list)
{
    char *rest = NULL;
    json_open(json, '[');
    for (char *id = strtok_r(list, " ", &rest); id != NULL; id = strtok_r(NULL, " ", &rest))
        json_text(json, id);
    json_close(json, ']');
}

/* Actors that act jointly are one text, so that "from" is always a text; as an array, they are in
   "from_all". */
static void add_from_all(struct listing *listing, struct json *json)
{
    json_key(json, "from_all");
    add_list(json, listing->cell.length > 0 ? listing->cell.bytes : (char[]){""});
}

static void add_value(struct listing *listing, struct json *json, const struct column_row *row,
                      enum column column)
{
    const char *text = column_text(&listing->cell, listing->network, row, column, ' ');
    json_key(json, vocabulary_columns.words[column]);
    if (column_value(column) == COLUMN_VALUE_LIST)
        add_list(json, listing->cell.length > 0 ? listing->cell.bytes : (char[]){""});
    else if (column_value(column) == COLUMN_VALUE_NUMBER)
        json_number(json, strtol(text, NULL, 10));
    else
        json_text(json, text[0] != '\0' ? text : NULL);
    if (column == COLUMN_FROM)
        add_from_all(listing, json);
}

static enum status write_json(struct listing *listing)
{
    struct json json = {.out = &listing->out};
    json_open(&json, '[');
    for (size_t i = 0; i < listing->count; i++) {
        json_open(&json, '{');
        for (size_t c = 0; c < listing->column_count; c++)
            add_value(listing, &json, &listing->rows[i], listing->columns[c]);
        json_close(&json, '}');
        TRY(drain_some(listing));
    }
    json_close(&json, ']');
    json_end(&json);
    return drain(listing);
}

static enum status write_ids(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        const char *id =
            column_text(&listing->cell, listing->network, &listing->rows[i], COLUMN_ID, ' ');
        buffer_format(&listing->out, "%s\n", id);
        TRY(drain_some(listing));
    }
    return drain(listing);
}

enum format_columns { COLUMNS_SHOWN, COLUMNS_ALL };

static const struct list_format {
    write_listing *write;
    enum format_columns columns; /* without --columns */
} formats[] = {
#define LIST_FORMAT(word, write, columns) {write, COLUMNS_##columns},
#include "cli/formats.def"
};

static const char *const format_words[] = {
#define LIST_FORMAT(word, ...) word,
#include "cli/formats.def"
    NULL,
};

static const struct vocabulary vocabulary_formats = {"list format", format_words,
                                                     sizeof formats / sizeof *formats};

/* Sets the columns to those that --columns names, or to the default ones of the format. */
static enum status choose_columns(struct listing *listing, const char *list,
                                  enum format_columns columns, struct messages *messages)
{
    listing->column_count = 0;
    for (unsigned c = 0; list == NULL && c < COLUMNS; c++)
        if (columns == COLUMNS_ALL || column_is_shown((enum column)c))
            listing->columns[listing->column_count++] = (enum column)c;
    while (list != NULL) {
        char word[COLUMN_WORD];
        unsigned column;
        size_t length = strcspn(list, ",");
        snprintf(word, sizeof word, "%.*s",
                 (int)utf8_cut(list, length < COLUMN_WORD - 1 ? length : COLUMN_WORD - 1), list);
        TRY(value_word("columns", word, &vocabulary_columns, messages, &column));
        if (listing->column_count == COLUMNS) {
            messages_setting_error(messages, "columns", MESSAGE_INVALID_VALUE,
                                   "too many columns");
            return STATUS_FAILURE;
        }
        listing->columns[listing->column_count++] = (enum column)column;
        list = list[length] == ',' ? list + length + 1 : NULL;
    }
    return STATUS_OK;
}

static enum status fill_rows(struct listing *listing, const struct relation_query *query)
{
    const struct selection *selection = &query->selection;
    const struct date_span *period = phase_period(&query->criteria);
    listing->rows = malloc((selection->count + 1) * sizeof *listing->rows);
    if (listing->rows == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < selection->count; i++)
        listing->rows[i] =
            (struct column_row){selection->relations[i], i + 1,
                                phase_of(query->network, selection->relations[i], period)};
    listing->count = selection->count;
    return STATUS_OK;
}

/* The options for a list. */
struct list_style {
    unsigned format, sort; /* sort: COLUMNS for the selection's order */
    const char *columns;
};

static enum status read_style(struct list_style *style, const struct options *options,
                              struct messages *messages)
{
    const char *format = options_value(options, "format");
    const char *sort = options_value(options, "sort");
    *style = (struct list_style){0, COLUMNS, options_value(options, "columns")};
    if (format != NULL)
        TRY(value_word("format", format, &vocabulary_formats, messages, &style->format));
    if (sort != NULL)
        TRY(value_word("sort", sort, &vocabulary_columns, messages, &style->sort));
    return STATUS_OK;
}

static enum status list_selected(const struct relation_query *query,
                                 const struct list_style *style, struct messages *messages)
{
    struct listing listing = {.network = query->network, .messages = messages};
    TRY(choose_columns(&listing, style->columns, formats[style->format].columns, messages));
    if (query->selection.count == 0)
        relation_query_note_empty(query, messages);
    enum status status = fill_rows(&listing, query);
    if (status == STATUS_OK && style->sort != COLUMNS)
        status = column_sort_rows(listing.rows, listing.count, query->network,
                                  (enum column)style->sort);
    if (status == STATUS_OK)
        status = formats[style->format].write(&listing);
    if (status == STATUS_OK)
        status = buffer_status(&listing.cell);
    free(listing.rows);
    buffer_clear(&listing.out);
    buffer_clear(&listing.cell);
    return status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct list_style style;
    struct network *network;
    struct relation_query query;
    struct quota quota;
    TRY(read_style(&style, options, messages));
    TRY(quota_init(&quota, options, messages));
    TRY(limits_read_dataset(options->operands[0], options, messages, &network));
    enum status status =
        relation_query_init(&query, network, &options->settings, &quota, messages);
    if (status == STATUS_OK) {
        status = list_selected(&query, &style, messages);
        relation_query_clear(&query);
    }
    network_free(network);
    return status;
}

const struct command list_command = {
    .name = "list",
    .bit = COMMAND_LIST,
    .synopsis = "DATASET",
    .operands = OPERANDS_ONE,
    .summary = "List the selected relations",
    .run = run,
};
