/* SPDX-License-Identifier: MIT */
/* Lists of names in cells, and the sources that the cells of a row name, each text understood
   once. What can't be understood is reported with table_report. */
#ifndef FORMAT_TABLE_CELL_NAMES_H
#define FORMAT_TABLE_CELL_NAMES_H

#include "format/table/table.h"

struct cell_list {
    const uint32_t *items;
    size_t count;
};

/* The sources of the row: an index into source_lists; TABLE_UNKNOWN if there are none. */
enum status cell_sources(struct table *table, uint32_t *list);

struct cell_list cell_list_at(const uint32_t *lists, uint32_t index);

/* Reports that two actors or sources, NOUNS, have a NAME, and a row does not say which it means.
 */
void cell_report_unnumbered(struct table *table, const struct cell *cell, const char *nouns,
                            const char *name);

/* The next of the names in TEXT, a list separated by semicolons; *LENGTH is 0 at the end. */
const char *cell_next_name(const char *text, size_t *length);

#endif
