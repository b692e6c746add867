/* SPDX-License-Identifier: MIT */
/* The columns of lists: their names, contents and order. What they are is in column.def. */
#ifndef CLI_LIST_COLUMN_H
#define CLI_LIST_COLUMN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "cli/source_tally.h"
#include "model/date.h"
#include "model/network.h"

/* What the rows of a list are. */
enum row_kind { ROW_RELATION, ROW_ACTOR, ROW_EVENT, ROW_CLAIM, ROW_SOURCE, ROW_KINDS };

/* A row. */
struct column_row {
    uint32_t relation;         /* of a relation or a claim; NETWORK_NONE: of a STATEMENT */
    uint32_t item;             /* otherwise, or of a claim: a vertex, a source, a claim */
    uint32_t statement;        /* that a claim is about if it is about no relation */
    uint32_t number;           /* its position before it is sorted, from 1 */
    enum relation_phase phase; /* of a relation, at the time that the selection is about */
};

/* What cells are made of. */
struct column_context {
    const struct network *network;
    const char *language;             /* of names; NULL: that of the dataset */
    const struct source_tally *tally; /* by source; NULL unless rows are sources */
    const struct date_span *period;   /* that the selection is about; NULL: all times */
    const uint32_t *degrees; /* by vertex: its relations; NULL unless rows are vertices */
};

/* The arguments of a function that returns the text of a cell, or its rank. */
struct column_cell {
    struct buffer *scratch; /* empty; for texts that are put together */
    const struct column_context *context;
    const struct network *network;
    const struct column_row *row;
    const char *separator; /* between the items of a list */
};

/* The type of a column: see column.def. */
enum column_value {
    COLUMN_TEXT,
    COLUMN_NUMBER,
    COLUMN_YES_NO,
    COLUMN_IDS,
    COLUMN_JOINT,
    COLUMN_NAMES,
    COLUMN_TEXTS
};
enum column_visibility { COLUMN_SHOWN, COLUMN_HIDDEN, COLUMN_NAMED, COLUMN_ASKED };

struct column {
    const char *word;
    enum column_value value;
    enum column_visibility visibility;
    const char *(*text)(const struct column_cell *cell);
    int64_t (*rank)(const struct column_cell *cell); /* may be NULL */
};

/* The columns of rows of a kind, at most COLUMN_MOST, and their words, of at most COLUMN_WORD
   bytes with the NUL. */
enum { COLUMN_MOST = 32, COLUMN_WORD = 32 };
struct column_table {
    const struct column *columns;
    const struct vocabulary *words;
};
extern const struct column_table relation_columns, actor_columns, event_columns, claim_columns,
    source_columns;
extern const struct vocabulary vocabulary_relation_columns, vocabulary_actor_columns,
    vocabulary_event_columns, vocabulary_claim_columns, vocabulary_source_columns;

/* What a cell is for, which decides what is between the items of a list. COLUMN_ITEM, which is
   nowhere in a dataset, is there if the items are to be taken apart. */
enum column_use { COLUMN_FOR_READERS, COLUMN_FOR_CSV, COLUMN_FOR_ARRAYS };
#define COLUMN_ITEM "\x1f"

/* The text of a cell, "" if it is empty. Valid until the next call with the same SCRATCH, in
   which it need not be. */
const char *column_text(struct buffer *scratch, const struct column_context *context,
                        const struct column_row *row, const struct column *column,
                        enum column_use use);

/* Sorts ROWS by COLUMN: numbers, dates, grades and words of a fixed vocabulary by their meaning,
   anything else by its bytes. Empty cells come last; equal ones keep the order of their numbers.
   Fails only with STATUS_MEMORY. */
enum status column_sort_rows(struct column_row *rows, size_t count,
                             const struct column_context *context, const struct column *column);

/* For the functions that return texts. */
void column_add_item(const struct column_cell *cell, const char *item);
const char *column_joined(const struct column_cell *cell); /* what has been added */
const char *column_number(const struct column_cell *cell, long long number);
const char *column_ids(const struct column_cell *cell, struct network_ends vertices);
const char *column_names(const struct column_cell *cell, struct network_ends vertices);
const char *column_vertex_id(const struct column_cell *cell, uint32_t vertex); /* "": none */
const char *column_vertex_name(const struct column_cell *cell, uint32_t vertex);

/* A date's rank: its first day; the last of all for NETWORK_NONE. */
int64_t column_date_rank(const struct column_cell *cell, uint32_t date);

#endif
