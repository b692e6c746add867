/* SPDX-License-Identifier: MIT */
/* Words of relations that have no meaning. */
#ifndef FORMAT_TABLE_UNMAPPED_H
#define FORMAT_TABLE_UNMAPPED_H

#include "format/table/table.h"

/* Gives the words that are only a stance, "denies", the relation of rows without one. */
enum status unmapped_understand(struct table *table);

/* Reports the words without a meaning, with how many rows have each: an error, STATUS_INVALID;
   with keep-going a warning. */
enum status unmapped_report(struct table *table);

/* Whether COLUMN, which has no role, may say who denies a tie. */
bool unmapped_may_deny(struct table *table, const struct column *column);

/* Reports columns that may say who denies a tie, but have no role: an error, STATUS_INVALID,
   since without them, their rows would say the contrary; with keep-going a warning. */
enum status unmapped_report_denials(struct table *table);

#endif
