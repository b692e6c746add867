/* SPDX-License-Identifier: MIT */
/* What became of the parts of an item that is in both networks, or of the dataset itself: names,
   details, markings, and the claims about them. */
#ifndef QUERY_COMPARISON_PART_CHANGES_H
#define QUERY_COMPARISON_PART_CHANGES_H

#include "query/comparison/comparing.h"

/* Adds the changes, and notes whether a relation was reshaped. Fails only with STATUS_MEMORY. */
enum status part_changes_add(struct comparing *comparing);

/* What became of a relation that is of another type or between others now; CHANGES if it is not.
   The ends of one that is or was mutual may be exchanged: it is not turned round. */
enum change_kind part_changes_reshaping(const struct comparing *comparing);

#endif
