/* SPDX-License-Identifier: MIT */
/* Exports a dataset as three tables: the ties, the actors (suffix "-actors") and the claims
   ("-claims"), with names and ids. table_read reads them again. A cell that a spreadsheet would
   run has an apostrophe before it (csv.h), unless the option raw is given. */
#ifndef FORMAT_TABLE_TABLE_WRITE_H
#define FORMAT_TABLE_TABLE_WRITE_H

#include "format/exchange/exchange.h"

/* Exchange_writes: with commas, and with tabs. */
enum status table_write_csv(struct exchange_output *output);
enum status table_write_tsv(struct exchange_output *output);

#endif
