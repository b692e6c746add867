/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/blocs.h"

#include <stdlib.h>

#include "model/attribute_group.h"

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

static enum status reserve(struct blocs *blocs, size_t vertices)
{
    *blocs = (struct blocs){.heads = malloc((vertices + 1) * sizeof *blocs->heads)};
    if (blocs->heads == NULL)
        return STATUS_MEMORY;
    TRY(bitset_init(&blocs->led, vertices));
    return bitset_init(&blocs->held, vertices);
}

enum status blocs_init_values(struct blocs *blocs, const struct network *network,
                              uint32_t attribute)
{
    TRY(reserve(blocs, network->vertices.count));
    TRY(attribute_groups_find(network, attribute, blocs->heads));
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (blocs->heads[i] != i)
            bitset_add(&blocs->led, blocs->heads[i]);
    return STATUS_OK;
}

enum status blocs_init(struct blocs *blocs, const struct network *network, const uint32_t *chosen,
                       size_t count, bool all)
{
    struct bitset set;
    TRY(reserve(blocs, network->vertices.count));
    TRY(bitset_init(&set, network->vertices.count));
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
