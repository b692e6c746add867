/* SPDX-License-Identifier: MIT */
/* Rows become ties and claims. */
#ifndef FORMAT_TABLE_ROWS_H
#define FORMAT_TABLE_ROWS_H

#include "format/table/table.h"

/* Gathers what the current row says. What can't be understood is reported, and left out. */
enum status rows_gather(struct table *table);

/* Reports a cell of the current row that is not empty, but beyond the last heading. */
void rows_check_length(struct table *table);

#endif
