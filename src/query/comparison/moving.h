/* SPDX-License-Identifier: MIT */
/* Items that stand elsewhere in the file: the fewest whose moving explains the order of the
   others. */
#ifndef QUERY_COMPARISON_MOVING_H
#define QUERY_COMPARISON_MOVING_H

#include "base/memory/bitset.h"
#include "base/status.h"
#include "query/comparison/sides.h"

/* Sets *MOVED, which the caller clears, to the indices in NEW of the items that were moved; to an
   empty set without memory if there are none. Only items with a partner count. Takes time n log
   n. Fails only with STATUS_MEMORY; then there is nothing to clear. */
enum status moving_find(const struct sides *sides, enum comparison_item item,
                        struct bitset *moved);

#endif
