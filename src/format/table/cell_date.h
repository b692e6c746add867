/* SPDX-License-Identifier: MIT */
/* Dates in cells, each text understood once. */
#ifndef FORMAT_TABLE_CELL_DATE_H
#define FORMAT_TABLE_CELL_DATE_H

#include "format/table/table.h"

/* The date in the cell with ROLE: a text of the gathering, 0 for none. Reports a text that is no
   date. */
enum status cell_date(struct table *table, enum role role, uint32_t *date);

#endif
