/* SPDX-License-Identifier: MIT */
/* The columns of a list of relations: their names, contents and order. The table is column.def.
 */
#ifndef CLI_LIST_COLUMN_H
#define CLI_LIST_COLUMN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"

enum column {
#define COLUMN(name, ...) COLUMN_##name,
#include "cli/list/column.def"
    COLUMNS
};

/* Their names, indexed by enum column; at most COLUMN_WORD bytes each, including the NUL. */
enum { COLUMN_WORD = 32 };
extern const struct vocabulary vocabulary_columns;

/* A relation in a list. */
struct column_row {
    uint32_t relation;
    uint32_t number;           /* its position in the selection, from 1 */
    enum relation_phase phase; /* at the time that the selection is about */
};

/* The type of a column: a text, a number, or a list of ids. */
enum column_value { COLUMN_VALUE_TEXT, COLUMN_VALUE_NUMBER, COLUMN_VALUE_LIST };
enum column_value column_value(enum column column);

/* Whether the text format has the column by default. */
bool column_is_shown(enum column column);

/* The text of a cell, "" if it is empty, with SEPARATOR between the items of a list. Valid until
   the next call with the same SCRATCH. */
const char *column_text(struct buffer *scratch, const struct network *network,
                        const struct column_row *row, enum column column, char separator);

/* Sorts ROWS by COLUMN: numbers, dates, grades and words of a fixed vocabulary by their meaning,
   anything else by its bytes. Empty cells come last; equal ones keep the order of the selection.
   Fails only with STATUS_MEMORY. */
enum status column_sort_rows(struct column_row *rows, size_t count, const struct network *network,
                             enum column column);

#endif
