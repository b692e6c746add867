/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/column.h"

#include <stdlib.h>
#include <string.h>

#include "model/names.h"

void column_add_item(const struct column_cell *cell, const char *item)
{
    buffer_text(cell->scratch, cell->scratch->length > 0 ? cell->separator : "");
    buffer_text(cell->scratch, item);
}

const char *column_joined(const struct column_cell *cell)
{
    return cell->scratch->length > 0 ? buffer_string(cell->scratch) : "";
}

const char *column_number(const struct column_cell *cell, long long number)
{
    buffer_integer(cell->scratch, number);
    return buffer_string(cell->scratch);
}

const char *column_vertex_id(const struct column_cell *cell, uint32_t vertex)
{
    return vertex == NETWORK_NONE
               ? ""
               : network_text(cell->network, cell->network->vertices.items[vertex].id);
}

const char *column_vertex_name(const struct column_cell *cell, uint32_t vertex)
{
    return vertex == NETWORK_NONE
               ? ""
               : network_vertex_name(cell->network, vertex, cell->context->language, false);
}

const char *column_ids(const struct column_cell *cell, struct network_ends vertices)
{
    for (size_t i = 0; i < vertices.count; i++)
        column_add_item(cell, column_vertex_id(cell, vertices.items[i]));
    return column_joined(cell);
}

const char *column_names(const struct column_cell *cell, struct network_ends vertices)
{
    for (size_t i = 0; i < vertices.count; i++)
        column_add_item(cell, column_vertex_name(cell, vertices.items[i]));
    return column_joined(cell);
}

int64_t column_date_rank(const struct column_cell *cell, uint32_t date)
{
    const struct date *known = network_date(cell->network, date);
    return known != NULL ? date_known_span(known).first : INT64_MAX;
}

/* Ids have no spaces and no commas; readers give them to options with commas. Names and other
   texts may have both. */
static const char *separator_of(enum column_value value, enum column_use use)
{
    if (use == COLUMN_FOR_ARRAYS && value != COLUMN_JOINT)
        return COLUMN_ITEM;
    if (value == COLUMN_NAMES)
        return "; ";
    if (value == COLUMN_TEXTS)
        return " | ";
    return use == COLUMN_FOR_READERS ? "," : " ";
}

const char *column_text(struct buffer *scratch, const struct column_context *context,
                        const struct column_row *row, const struct column *column,
                        enum column_use use)
{
    const struct column_cell cell = {scratch, context, context->network, row,
                                     separator_of(column->value, use)};
    scratch->length = 0;
    return column->text(&cell);
}

/* The sort key of a row: RANK first, if the column has one, then TEXT. */
struct column_key {
    struct column_row row;
    int64_t rank;
    char *text; /* owned; NULL: empty, or sorted by rank only */
};

static int64_t rank_of(const struct column_context *context, const struct column_row *row,
                       const struct column *column)
{
    const struct column_cell cell = {NULL, context, context->network, row, NULL};
    return column->rank != NULL ? column->rank(&cell) : 0;
}

static int compare(const void *one, const void *other)
{
    const struct column_key *a = one, *b = other;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if ((a->text != NULL) != (b->text != NULL))
        return a->text != NULL ? -1 : 1;
    int by_text = a->text != NULL ? strcmp(a->text, b->text) : 0;
    if (by_text != 0)
        return by_text;
    return a->row.number < b->row.number ? -1 : a->row.number > b->row.number;
}

static enum status make_key(struct column_key *key, struct buffer *scratch,
                            const struct column_context *context, const struct column_row *row,
                            const struct column *column)
{
    *key = (struct column_key){*row, rank_of(context, row, column), NULL};
    const char *text = column_text(scratch, context, row, column, COLUMN_FOR_CSV);
    if (key->rank != 0 || text[0] == '\0')
        return STATUS_OK;
    key->text = strdup(text);
    return key->text != NULL ? STATUS_OK : STATUS_MEMORY;
}

static enum status make_keys(struct column_key *keys, const struct column_row *rows, size_t count,
                             const struct column_context *context, const struct column *column)
{
    struct buffer scratch = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = make_key(&keys[i], &scratch, context, &rows[i], column);
    if (status == STATUS_OK)
        status = buffer_status(&scratch);
    buffer_clear(&scratch);
    return status;
}

static void sort_by_keys(struct column_row *rows, struct column_key *keys, size_t count)
{
    qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++)
        rows[i] = keys[i].row;
}

enum status column_sort_rows(struct column_row *rows, size_t count,
                             const struct column_context *context, const struct column *column)
{
    struct column_key *keys = calloc(count + 1, sizeof *keys);
    if (keys == NULL)
        return STATUS_MEMORY;
    enum status status = make_keys(keys, rows, count, context, column);
    if (status == STATUS_OK)
        sort_by_keys(rows, keys, count);
    for (size_t i = 0; i < count; i++)
        free(keys[i].text);
    free(keys);
    return status;
}
