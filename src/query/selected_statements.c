/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/selected_statements.h"

#include "model/participation.h"
#include "model/statement.h"

/* Adds those of OWNER. */
static void add(const struct network *network, uint32_t owner, bool of_relation,
                struct bitset *chosen)
{
    size_t first;
    const size_t count = network_statements(network, owner, of_relation, &first);
    for (size_t i = first; i < first + count; i++)
        if (network->participations == NETWORK_NONE ||
            network->statements.items[i].topic != TOPIC_PARTICIPANT)
            bitset_add(chosen, (uint32_t)i);
}

static void add_relation(const struct network *network, uint32_t relation, struct bitset *touched,
                         struct bitset *chosen)
{
    const struct network_ends ends = network_ends(network, relation);
    const uint32_t event = network_details(network, relation)->event;
    add(network, relation, true, chosen);
    for (size_t i = 0; i < ends.count; i++)
        bitset_add(touched, ends.items[i]);
    if (event != NETWORK_NONE)
        bitset_add(touched, event);
}

static void add_vertices(const struct network *network, const struct bitset *touched, bool all,
                         struct bitset *chosen)
{
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (all || bitset_has(touched, i))
            add(network, i, false, chosen);
}

enum status selected_statements(const struct network *network, const struct selection *selection,
                                struct bitset *chosen)
{
    struct bitset touched;
    TRY(bitset_init(chosen, network->statements.count));
    enum status status = bitset_init(&touched, network->vertices.count);
    if (status != STATUS_OK) {
        bitset_clear(chosen);
        return status;
    }
    for (size_t i = 0; i < selection->count; i++)
        add_relation(network, selection->relations[i], &touched, chosen);
    add_vertices(network, &touched, selection->count >= participation_first(network), chosen);
    bitset_clear(&touched);
    return STATUS_OK;
}
