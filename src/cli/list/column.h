/* SPDX-License-Identifier: MIT */
/* The columns of a list of relations: their names, what stands in them, and how they sort. */
#ifndef CLI_LIST_COLUMN_H
#define CLI_LIST_COLUMN_H

#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/network.h"

enum column {
    COLUMN_ID,
    COLUMN_TYPE,
    COLUMN_FORM,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_WHEN,
    COLUMN_PHASE,
    COLUMN_EVIDENCE,
    COLUMN_GRADE,
    COLUMN_WEIGHT,
    COLUMN_SIGN,
    COLUMN_TIER,
    COLUMN_EVENT,
    COLUMN_PLACE,
    COLUMN_SOURCES,   /* that assert */
    COLUMN_DENIED_BY, /* that deny */
    COLUMN_NUMBER,    /* as in a figure's notes */
    COLUMNS
};

/* Their names, as enum column counts. */
extern const struct vocabulary vocabulary_columns;

/* A relation in a list. */
struct row {
    uint32_t relation;
    uint32_t number; /* its place in the selection, from 1 */
};

/* What a column holds: one text, a number, or a list of ids. */
enum column_sort { COLUMN_TEXT, COLUMN_NUMERIC, COLUMN_LIST };
enum column_sort column_sort(enum column column);

/* The text of a cell, "" for what is absent; the items of a list are parted by SEPARATOR. Lent:
   by the network, or by SCRATCH until the next call. */
const char *column_text(struct buffer *scratch, const struct network *network,
                        const struct row *row, enum column column, char separator);

/* Sorts ROWS by COLUMN: numbers, dates, grades and the words of closed lists by what they mean,
   all else by bytes; what is absent comes last, and equals stay as the selection has them. */
enum status column_sort_rows(struct row *rows, size_t count, const struct network *network,
                             enum column column);

#endif
