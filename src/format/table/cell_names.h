/* SPDX-License-Identifier: MIT */
/* The actors and the sources that cells of a row name, each text understood once. What can't be
   understood is reported with table_report. */
#ifndef FORMAT_TABLE_CELL_NAMES_H
#define FORMAT_TABLE_CELL_NAMES_H

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

#endif
