/* SPDX-License-Identifier: MIT */
/* Rows that are each about one year: years that follow each other become a period. */
#ifndef FORMAT_TABLE_YEARS_H
#define FORMAT_TABLE_YEARS_H

#include "format/table/table.h"

/* Adds the claims and the dates of all rows in years. A tie with one period has it as its date;
   one with several contains them. */
enum status years_gather(struct table *table);

#endif
