/* SPDX-License-Identifier: MIT */
/* What is compared: everything, or what belongs to selected relations. */
#ifndef QUERY_COMPARISON_SCOPE_H
#define QUERY_COMPARISON_SCOPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "query/comparison/sides.h"
#include "query/selection.h"

/* Zeroed, it is everything, at all times. */
struct scope {
    bool selected;
    struct bitset items[SIDES][ITEMS]; /* those selected */
    const struct date_span *span;      /* claims about this time count; NULL: all. Not owned */
};

/* Limits SCOPE to the relations that are selected on either side, with their partners, their
   ends, events and sources. Fails only with STATUS_MEMORY; the caller clears SCOPE in any case.
 */
enum status scope_select(struct scope *scope, const struct sides *sides,
                         const struct selection *old, const struct selection *new);

/* The same of nothing at first, to which items are added with their partners; relations with
   their ends, their events, and their sources with those that these rest on. */
enum status scope_init_empty(struct scope *scope, const struct sides *sides);
void scope_add(struct scope *scope, const struct sides *sides, enum comparison_item item,
               enum comparison_side side, uint32_t index);

void scope_clear(struct scope *scope);

/* Whether an item, or its partner, is in the scope. */
bool scope_has(const struct scope *scope, enum comparison_item item, enum comparison_side side,
               uint32_t index);

#endif
