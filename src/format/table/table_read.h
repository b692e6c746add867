/* SPDX-License-Identifier: MIT */
/* Imports tables of ties and claims: CSV, TSV and the like (cells.h), whose columns are found by
   their headings (role.def) or by a map (map.h). Also matrices (matrix.h). */
#ifndef FORMAT_TABLE_TABLE_READ_H
#define FORMAT_TABLE_TABLE_READ_H

#include "format/exchange/exchange.h"

/* An exchange_read. */
enum status table_read(const struct exchange_input *input, struct draft *draft);

#endif
