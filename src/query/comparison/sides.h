/* SPDX-License-Identifier: MIT */
/* The two networks that are compared, and which of their items are the same one: those with the
   same id, and those that were only renamed. A side is OLD or NEW. */
#ifndef QUERY_COMPARISON_SIDES_H
#define QUERY_COMPARISON_SIDES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/siphash.h"
#include "base/status.h"
#include "model/network.h"

enum comparison_side { OLD, NEW, SIDES };

enum comparison_item { ITEM_SOURCE, ITEM_VERTEX, ITEM_RELATION, ITEM_WORD, ITEMS };

/* For each item of a side, its partner on the other side, or NETWORK_NONE. */
struct sides_pairing {
    uint32_t *partners[SIDES]; /* owned */
    size_t counts[SIDES];
};

struct sides {
    const struct network *networks[SIDES]; /* borrowed */
    struct sides_pairing pairings[ITEMS];
    struct siphash_key key; /* of hashes of parts and claims */
};

/* Pairs the items with the same ids: words of the vocabulary by what they are a form or a kind
   of, as well. An actor and an event are not the same item. Fails only with STATUS_MEMORY; the
   caller clears SIDES in any case. */
enum status sides_init(struct sides *sides, const struct network *old, const struct network *new);
void sides_clear(struct sides *sides);

/* The partner of item INDEX of SIDE; NETWORK_NONE for NETWORK_NONE. */
static inline uint32_t sides_partner(const struct sides *sides, enum comparison_item item,
                                     enum comparison_side side, uint32_t index)
{
    return index == NETWORK_NONE ? NETWORK_NONE : sides->pairings[item].partners[side][index];
}

void sides_join(struct sides *sides, enum comparison_item item, uint32_t old, uint32_t new);

/* The id of an item, or the word; "" for NETWORK_NONE. */
const char *sides_id(const struct sides *sides, enum comparison_item item,
                     enum comparison_side side, uint32_t index);

/* The same, but the id that its partner has in NEW, if it has one: equal for both sides if and
   only if the item is the same. */
const char *sides_common_id(const struct sides *sides, enum comparison_item item,
                            enum comparison_side side, uint32_t index);

#endif
