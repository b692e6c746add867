/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/parts.h"

/* Adds to SET each vertex with an ancestor in it. The way up from a vertex ends at the first
   vertex that is known to be in SET or OUTSIDE it, so that no way is walked twice. */
static void add_parts(struct bitset *set, struct bitset *outside, const struct network *network)
{
    const struct network_vertex *vertices = network->vertices.items;
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        uint32_t known = i;
        while (known != NETWORK_NONE && !bitset_has(set, known) && !bitset_has(outside, known))
            known = vertices[known].parent;
        bool inside = known != NETWORK_NONE && bitset_has(set, known);
        for (uint32_t at = i; at != known; at = vertices[at].parent)
            bitset_add(inside ? set : outside, at);
    }
}

enum status parts_init(struct bitset *set, const struct network *network, const uint32_t *items,
                       size_t count, bool with_parts)
{
    struct bitset outside;
    TRY(bitset_init(set, network->vertices.count));
    for (size_t i = 0; i < count; i++)
        bitset_add(set, items[i]);
    if (!with_parts)
        return STATUS_OK;
    TRY(bitset_init(&outside, network->vertices.count));
    add_parts(set, &outside, network);
    bitset_clear(&outside);
    return STATUS_OK;
}
