/* SPDX-License-Identifier: MIT */
/* What the cells of a row say: actors, sources, dates and so on, each text understood once. What
   can't be understood is reported with table_report. */
#ifndef FORMAT_TABLE_CELL_VALUES_H
#define FORMAT_TABLE_CELL_VALUES_H

#include "format/table/table.h"

struct cell_list {
    const uint32_t *items;
    size_t count;
};

/* The actors that the cell with ROLE names, separated by semicolons: an index into end_lists, or
   TABLE_UNKNOWN if there are none. ID and KIND are the roles of the columns that say more of a
   single one. */
enum status cell_ends(struct table *table, enum role role, enum role id, enum role kind,
                      uint32_t *list);
/* The sources, likewise; TABLE_UNKNOWN also if the cell is empty. */
enum status cell_sources(struct table *table, uint32_t *list);

/* The actor called NAME, of LENGTH bytes, in CELL; a new one if there is none. ID: the cell is in
   a column of ids. */
enum status cell_actor(struct table *table, const char *name, size_t length,
                       const struct cell *cell, bool id, uint32_t *index);

struct cell_list cell_list_at(const uint32_t *lists, uint32_t index);

/* The date in the cell with ROLE: a text of the gathering, 0 for none. */
enum status cell_date(struct table *table, enum role role, uint32_t *date);

/* The index of the word that says what the relation is; TABLE_UNKNOWN if the cell is empty. */
enum status cell_relation(struct table *table, uint32_t *word);
/* Likewise, and counts it. */
enum status cell_count_relation(struct table *table);

/* Sets the stance of *MEANING and whether it is hedged from the cells about it. */
enum status cell_stance(struct table *table, struct meaning *meaning);

/* The weight: 1 to 5, or 0; *NUMBER is what the cell says. */
int cell_weight(struct table *table, double *number);

/* The number in the cell with ROLE, from LOW to HIGH; MISSING if it is empty. */
int cell_number(struct table *table, enum role role, int low, int high, int missing);

/* Sets *MARKING to the level of discretion that the cell with ROLE_MARKING says, a text; 0: none.
   FILE, whose current row it is, may be another table than TABLE, which gathers. A word that is
   no level is reported. */
enum status cell_marking(struct table *table, struct table *file, uint32_t *marking);

#endif
