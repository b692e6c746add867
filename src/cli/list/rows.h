/* SPDX-License-Identifier: MIT */
/* The rows of a list: the selected relations, or what they have: their actors, events, claims; or
   the sources. */
#ifndef CLI_LIST_ROWS_H
#define CLI_LIST_ROWS_H

#include "base/status.h"
#include "cli/list/column.h"
#include "cli/relation_query.h"
#include "cli/source_tally.h"

struct rows {
    struct column_row *items; /* owned */
    size_t count;
    uint32_t *degrees;      /* by vertex: see column.h; owned */
    struct tallies tallies; /* if rows are sources */
};

/* Lists, so that nothing depends on the order of the file:
   relations  as selected
   actors     at the ends of selected relations, or kept by --top, by id; without any criterion,
   all events     likewise, also those that selected relations belong to claims     about selected
   relations, in the order of these, by the ids of their sources sources    all, by id
   STATUS_MEMORY on failure; the caller clears ROWS in any case. */
enum status rows_init(struct rows *rows, enum row_kind kind, const struct relation_query *query);
void rows_clear(struct rows *rows);

#endif
