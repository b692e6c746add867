/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/blocs.h"

#include <stdlib.h>

/* The highest of VERTEX and those above it that is CHOSEN or, if ALL, has no parent; VERTEX if
   there is none. */
static uint32_t find_head(const struct network *network, const struct bitset *chosen, bool all,
                          uint32_t vertex)
{
    uint32_t head = vertex;
    for (uint32_t at = vertex; at != NETWORK_NONE; at = network->vertices.items[at].parent)
        if (all || bitset_has(chosen, at))
            head = at;
    return head;
}

static void find_heads(struct blocs *blocs, const struct network *network,
                       const struct bitset *chosen, bool all)
{
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        blocs->heads[i] = find_head(network, chosen, all, i);
        if (blocs->heads[i] != i)
            bitset_add(&blocs->led, blocs->heads[i]);
    }
}

enum status blocs_init(struct blocs *blocs, const struct network *network, const uint32_t *chosen,
                       size_t count, bool all)
{
    size_t vertices = network->vertices.count;
    struct bitset set;
    *blocs = (struct blocs){.heads = malloc((vertices + 1) * sizeof *blocs->heads)};
    if (blocs->heads == NULL)
        return STATUS_MEMORY;
    TRY(bitset_init(&blocs->led, vertices));
    TRY(bitset_init(&blocs->held, vertices));
    TRY(bitset_init(&set, vertices));
    for (size_t i = 0; i < count; i++)
        bitset_add(&set, chosen[i]);
    find_heads(blocs, network, &set, all);
    bitset_clear(&set);
    return STATUS_OK;
}

void blocs_clear(struct blocs *blocs)
{
    free(blocs->heads);
    bitset_clear(&blocs->led);
    bitset_clear(&blocs->held);
    *blocs = (struct blocs){.heads = NULL};
}

uint32_t blocs_head(const struct blocs *blocs, uint32_t vertex)
{
    return blocs->heads != NULL ? blocs->heads[vertex] : vertex;
}

bool blocs_is_led(const struct blocs *blocs, uint32_t vertex)
{
    return bitset_has(&blocs->led, vertex);
}

bool blocs_enclose(const struct blocs *blocs, const struct network *network, uint32_t relation)
{
    struct network_ends ends = network_ends(network, relation);
    uint32_t head = blocs_head(blocs, ends.items[0]);
    for (size_t i = 1; i < ends.count; i++)
        if (blocs_head(blocs, ends.items[i]) != head)
            return false;
    return blocs_is_led(blocs, head);
}
