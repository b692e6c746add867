/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/table/matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "format/table/amounts.h"
#include "format/table/cell_ends.h"

/* A cell that is neither empty nor 0. */
struct entry {
    uint32_t from, to; /* actors */
    uint32_t line, column;
    double number;
    uint32_t text; /* of the gathering */
};

/* A matrix that is being read. */
struct matrix {
    struct table *table;
    NETWORK_ARRAY(struct entry) entries;
    uint32_t *columns; /* the actors of the headings */
    double most;
    bool grades, ones, negative, symmetric;
};

/* --- what is a matrix */

/* Marks the names in the headings; values are how many rows have them. */
static enum status mark_headings(struct strings *names, const struct columns *columns,
                                 size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < columns->list.count; i++) {
        const char *heading = columns->list.items[i].heading;
        uint32_t number;
        if (*heading == '\0')
            continue;
        TRY(strings_intern(names, STRINGS_OFTEN, heading, strlen(heading), &number));
        *count += strings_value(names, number) == STRINGS_NO_VALUE;
        strings_set_value(names, number, 0);
    }
    return STATUS_OK;
}

/* Whether the current row begins with a name that the headings have, for the first time. */
static bool take_row(struct table *table, struct strings *names)
{
    const uint32_t number = strings_find(names, table->cells.row.items[0].text);
    if (number == 0 || strings_value(names, number) != 0)
        return false;
    strings_set_value(names, number, 1);
    return true;
}

/* What has been counted: names in headings, rows, and cells of the longest row. */
struct extent {
    size_t headings, rows, width;
};

/* Whether the names fit, and whether the column of names has a heading: an empty one, or one more
   than there are names, which may be any text. Only the longest row tells, as others may lack
   empty cells at their ends. */
static bool judge_names(struct table *table, struct strings *names, struct extent extent)
{
    const char *first = table->columns.list.items[0].heading;
    const size_t count = table->columns.list.count;
    const bool titled = *first != '\0' && extent.headings == extent.rows + 1 &&
                        extent.width <= count &&
                        strings_value(names, strings_find(names, first)) != 1;
    table->corner = *first == '\0' || titled;
    return titled ||
           (extent.headings == extent.rows && (*first == '\0' || extent.width != count));
}

static enum status compare_names(struct table *table, struct strings *names, bool *matrix)
{
    size_t headings, rows = 0, width = 0;
    bool more = true;
    *matrix = false;
    TRY(mark_headings(names, &table->columns, &headings));
    for (;;) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            break;
        if (!take_row(table, names))
            return STATUS_OK;
        rows++;
        width = table->cells.row.count > width ? table->cells.row.count : width;
    }
    *matrix = rows >= 2 && judge_names(table, names, (struct extent){headings, rows, width});
    return STATUS_OK;
}

enum status matrix_detect(struct table *table, bool *matrix)
{
    struct strings names;
    enum status status = strings_init(&names);
    if (status == STATUS_OK)
        status = compare_names(table, &names, matrix);
    strings_clear(&names);
    return status;
}

/* --- cells */

static enum status find_actor(struct table *table, const char *name, const struct cell *cell,
                              uint32_t *actor)
{
    return cell_actor(table, name, strlen(name), cell, false, actor);
}

static enum status read_cell(struct matrix *matrix, uint32_t from, uint32_t to,
                             const struct cell *cell)
{
    struct entry entry = {.from = from, .to = to, .line = cell->line, .column = cell->column};
    bool truth;
    if (!amount_text_number(cell->text, &entry.number)) {
        if (!words_find_truth(cell->text, &truth)) {
            table_report(matrix->table, cell, "\"%s\" is no number; a matrix has numbers",
                         cell->text);
            return STATUS_OK;
        }
        entry.number = truth;
    }
    if (entry.number * entry.number <= 0)
        return STATUS_OK;
    const double size = entry.number < 0 ? -entry.number : entry.number;
    matrix->negative |= entry.number < 0;
    matrix->most = size > matrix->most ? size : matrix->most;
    matrix->ones = matrix->ones && (size - 1) * (size - 1) <= 0;
    matrix->grades = matrix->grades && size <= 5 && (size - (int)size) * 1000 < 1 && size >= 1;
    TRY(table_text(matrix->table, cell->text, &entry.text));
    ARRAY_RESERVE(&matrix->entries, 1);
    matrix->entries.items[matrix->entries.count++] = entry;
    return STATUS_OK;
}

/* Sets *TO to the actor that the column under HEADING is about. What is wrong with its name is
   reported for each row. */
static enum status find_column(struct matrix *matrix, size_t heading, const struct cell *cell,
                               uint32_t *to)
{
    struct table *table = matrix->table;
    *to = matrix->columns[heading];
    if (*to != GATHERED_NONE)
        return STATUS_OK;
    TRY(find_actor(table, table->columns.list.items[heading].heading, cell, to));
    if (!table->bad_row)
        matrix->columns[heading] = *to;
    return STATUS_OK;
}

static enum status read_cells(struct matrix *matrix, uint32_t from)
{
    struct table *table = matrix->table;
    const struct cell *cells = table->cells.row.items;
    for (size_t i = 1; i < table->cells.row.count && !table->bad_row; i++) {
        const size_t heading = i - !table->corner;
        uint32_t to;
        if (cells[i].length == 0)
            continue;
        if (heading >= table->columns.list.count) {
            table_report(table, &cells[i], "the row has more cells than there are headings");
            return STATUS_OK;
        }
        TRY(find_column(matrix, heading, &cells[i], &to));
        TRY(read_cell(matrix, from, to, &cells[i]));
    }
    return STATUS_OK;
}

/* All of a row is read, or nothing. */
static enum status read_row(struct matrix *matrix)
{
    struct table *table = matrix->table;
    const struct cell *first = &table->cells.row.items[0];
    const size_t before = matrix->entries.count;
    uint32_t from;
    TRY(find_actor(table, first->text, first, &from));
    TRY(read_cells(matrix, from));
    if (table->bad_row)
        matrix->entries.count = before;
    return STATUS_OK;
}

static enum status read_rows(struct matrix *matrix)
{
    struct table *table = matrix->table;
    bool more;
    for (;;) {
        TRY(cells_next(&table->cells, &more));
        if (!more)
            return STATUS_OK;
        table->bad_row = false;
        TRY(read_row(matrix));
        table->bad_rows += table->bad_row;
    }
}

/* --- symmetry */

static uint32_t least(const struct entry *entry)
{
    return entry->from < entry->to ? entry->from : entry->to;
}

static uint32_t greatest(const struct entry *entry)
{
    return entry->from < entry->to ? entry->to : entry->from;
}

static int compare_entries(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    if (least(a) != least(b))
        return least(a) < least(b) ? -1 : 1;
    if (greatest(a) != greatest(b))
        return greatest(a) < greatest(b) ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

/* Whether each entry has one with the same number on the other side; sorts them. */
static bool is_symmetric(struct matrix *matrix)
{
    const struct entry *entries = matrix->entries.items;
    if (matrix->entries.count > 0)
        qsort(matrix->entries.items, matrix->entries.count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < matrix->entries.count; i++) {
        if (entries[i].from == entries[i].to)
            continue;
        if (i + 1 == matrix->entries.count || least(&entries[i]) != least(&entries[i + 1]) ||
            greatest(&entries[i]) != greatest(&entries[i + 1]) ||
            entries[i].text != entries[i + 1].text)
            return false;
        i++;
    }
    return true;
}

static int compare_places(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* --- ties */

static int find_weight(const struct matrix *matrix, double size)
{
    if (matrix->ones)
        return 0;
    if (matrix->grades)
        return (int)size;
    const int fifth = (int)(size / matrix->most * 5) + 1;
    return fifth > 5 ? 5 : fifth;
}

static enum status add_tie(struct matrix *matrix, const struct entry *entry)
{
    struct gathering *gathering = matrix->table->gathering;
    const enum relation_type type = (enum relation_type)matrix->table->fallback.type;
    struct gathered_tie tie = GATHERED_TIE;
    const double size = entry->number < 0 ? -entry->number : entry->number;
    uint32_t index;
    tie.from = &entry->from;
    tie.to = &entry->to;
    tie.from_count = tie.to_count = 1;
    tie.type = type;
    tie.form = matrix->table->fallback_form;
    tie.when = matrix->table->value_when;
    tie.place = (struct gathered_place){entry->line, entry->column};
    tie.weight = find_weight(matrix, size);
    if (matrix->negative)
        tie.sign = entry->number < 0 ? SIGN_MINUS : SIGN_PLUS;
    if (matrix->symmetric != relation_type_is_mutual(type))
        tie.mutual = matrix->symmetric;
    TRY(gathering_tie(gathering, &tie, false, &index));
    if (matrix->grades || matrix->ones)
        return STATUS_OK;
    return amounts_keep_weight(matrix->table, index, entry->number, tie.sign);
}

static enum status add_ties(struct matrix *matrix)
{
    matrix->symmetric = is_symmetric(matrix);
    if (matrix->entries.count > 0)
        qsort(matrix->entries.items, matrix->entries.count, sizeof(struct entry), compare_places);
    for (size_t i = 0; i < matrix->entries.count; i++) {
        const struct entry *entry = &matrix->entries.items[i];
        if (!matrix->symmetric || entry->from <= entry->to)
            TRY(add_tie(matrix, entry));
    }
    matrix->table->most_weight = matrix->grades || matrix->ones ? 0 : matrix->most;
    return STATUS_OK;
}

enum status matrix_gather(struct table *table)
{
    struct matrix matrix = {.table = table, .grades = true, .ones = true};
    const size_t count = table->columns.list.count;
    matrix.columns = malloc((count + 1) * sizeof *matrix.columns);
    if (matrix.columns == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        matrix.columns[i] = GATHERED_NONE;
    enum status status = read_rows(&matrix);
    if (status == STATUS_OK)
        status = add_ties(&matrix);
    free(matrix.columns);
    free(matrix.entries.items);
    return status;
}
