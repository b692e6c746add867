/* SPDX-License-Identifier: MIT */
/* The actors that the cells of a row name, each text understood once. What can't be understood is
   reported with table_report. */
#ifndef FORMAT_TABLE_CELL_ENDS_H
#define FORMAT_TABLE_CELL_ENDS_H

#include "format/table/table.h"

/* The actors that the cell with ROLE names, separated by semicolons: an index into end_lists, or
   TABLE_UNKNOWN if there are none. The cell with the role ID has their ids, in the same order:
   two actors of one name are two if their ids differ, and one with two names is one if they
   don't. KIND is the role of the column that says what a single one is. */
enum status cell_ends(struct table *table, enum role role, enum role id, enum role kind,
                      uint32_t *list);

/* The actor called NAME, of LENGTH bytes, in CELL; a new one if there is none. ID: the cell is in
   a column of ids. */
enum status cell_actor(struct table *table, const char *name, size_t length,
                       const struct cell *cell, bool id, uint32_t *index);

#endif
