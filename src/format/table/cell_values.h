/* SPDX-License-Identifier: MIT */
/* Numbers and markings in the cells of a row. What can't be understood is reported with
   table_report. */
#ifndef FORMAT_TABLE_CELL_VALUES_H
#define FORMAT_TABLE_CELL_VALUES_H

#include "format/table/table.h"

/* The weight: 1 to 5, or 0; *NUMBER is what the cell says. */
int cell_weight(struct table *table, double *number);

/* The number in the cell with ROLE, from LOW to HIGH; MISSING if it is empty. */
int cell_number(struct table *table, enum role role, int low, int high, int missing);

/* Sets *MARKING to the level of discretion that the cell with ROLE_MARKING says, a text; 0: none.
   FILE, whose current row it is, may be another table than TABLE, which gathers. A word that is
   no level is reported. */
enum status cell_marking(struct table *table, struct table *file, uint32_t *marking);

#endif
