/* SPDX-License-Identifier: MIT */
/* The amounts of selected relations, added up by actor, by pair of actors, or by year. */
#ifndef CLI_LIST_SUMS_H
#define CLI_LIST_SUMS_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "cli/relation_query.h"

/* What amounts are added up by. */
extern const struct vocabulary vocabulary_sums; /* actor, pair, year */
enum sums_key { SUMS_ACTOR, SUMS_PAIR, SUMS_YEAR };

enum sums_format { SUMS_TEXT, SUMS_CSV, SUMS_JSON };

/* Writes a row for each sum to standard output, the largest of each unit first: the actor,
   whether it gives, gets or both, or the pair, or the year; the sum, its unit, and the number of
   relations. A relation with several ends counts for each of them; one that is only denied does
   not count, and a note says so. RAW: see csv.h. Names are in LANGUAGE, which may be NULL. */
enum status sums_write(const struct relation_query *query, enum sums_key key,
                       enum sums_format format, const char *language, bool raw,
                       struct messages *messages);

#endif
