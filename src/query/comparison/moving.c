/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/moving.h"

#include <stdlib.h>

static bool is_in_order(const struct sides_pairing *pairing)
{
    uint32_t last = NETWORK_NONE;
    for (size_t i = 0; i < pairing->counts[NEW]; i++) {
        const uint32_t old = pairing->partners[NEW][i];
        if (old == NETWORK_NONE)
            continue;
        if (last != NETWORK_NONE && old < last)
            return false;
        last = old;
    }
    return true;
}

/* The longest subsequence of items whose partners ascend (M. L. Fredman, "On computing the length
   of longest increasing subsequences", Discrete Mathematics 11, 1975): ENDS[n] is the item with
   the least partner that ends one of n + 1 items, BEFORE[i] the item before i in such a one. */
struct chain {
    const uint32_t *partners;
    uint32_t *ends, *before;
    size_t length;
};

/* The length of the longest chain that item I can continue. */
static size_t find_end(const struct chain *chain, uint32_t item)
{
    size_t low = 0, high = chain->length;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (chain->partners[chain->ends[middle]] < chain->partners[item])
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void grow(struct chain *chain, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (chain->partners[i] == NETWORK_NONE)
            continue;
        const size_t at = find_end(chain, i);
        chain->before[i] = at > 0 ? chain->ends[at - 1] : NETWORK_NONE;
        chain->ends[at] = i;
        if (at == chain->length)
            chain->length++;
    }
}

static void mark_moved(const struct chain *chain, size_t count, struct bitset *moved)
{
    uint32_t kept = chain->ends[chain->length - 1];
    for (uint32_t i = (uint32_t)count; i-- > 0;) {
        if (i == kept)
            kept = chain->before[i];
        else if (chain->partners[i] != NETWORK_NONE)
            bitset_add(moved, i);
    }
}

enum status moving_find(const struct sides *sides, enum comparison_item item,
                        struct bitset *moved)
{
    const struct sides_pairing *pairing = &sides->pairings[item];
    const size_t count = pairing->counts[NEW];
    *moved = (struct bitset){NULL, 0};
    if (is_in_order(pairing))
        return STATUS_OK;
    struct chain chain = {pairing->partners[NEW], malloc(count * sizeof *chain.ends),
                          malloc(count * sizeof *chain.before), 0};
    enum status status =
        chain.ends != NULL && chain.before != NULL ? bitset_init(moved, count) : STATUS_MEMORY;
    if (status == STATUS_OK) {
        grow(&chain, count);
        mark_moved(&chain, count, moved);
    }
    free(chain.ends);
    free(chain.before);
    return status;
}
