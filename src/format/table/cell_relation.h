/* SPDX-License-Identifier: MIT */
/* What the cells of a row say that the relation is, and whether it is so, each word understood
 * once. */
#ifndef FORMAT_TABLE_CELL_RELATION_H
#define FORMAT_TABLE_CELL_RELATION_H

#include "format/table/table.h"

/* The index of the word that says what the relation is; TABLE_UNKNOWN if the cell is empty. */
enum status cell_relation(struct table *table, uint32_t *word);
/* Likewise, and counts it. */
enum status cell_count_relation(struct table *table);

/* Sets the stance of *MEANING and whether it is hedged from the cells about it. */
enum status cell_stance(struct table *table, struct meaning *meaning);

#endif
