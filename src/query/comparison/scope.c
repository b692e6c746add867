/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/scope.h"

/* Adds an item and its partner. */
static void add(struct scope *scope, const struct sides *sides, enum comparison_item item,
                enum comparison_side side, uint32_t index)
{
    const enum comparison_side other = side == OLD ? NEW : OLD;
    if (index == NETWORK_NONE)
        return;
    const uint32_t partner = sides_partner(sides, item, side, index);
    bitset_add(&scope->items[side][item], index);
    if (partner != NETWORK_NONE)
        bitset_add(&scope->items[other][item], partner);
}

static void add_selection(struct scope *scope, const struct sides *sides,
                          enum comparison_side side, const struct selection *selection)
{
    for (size_t i = 0; i < selection->count; i++)
        add(scope, sides, ITEM_RELATION, side, selection->relations[i]);
}

static void add_source(struct scope *scope, const struct sides *sides, enum comparison_side side,
                       uint32_t source)
{
    const struct network *network = sides->networks[side];
    while (source != NETWORK_NONE && !bitset_has(&scope->items[side][ITEM_SOURCE], source)) {
        add(scope, sides, ITEM_SOURCE, side, source);
        add_source(scope, sides, side, network->sources.items[source].via);
        source = network->sources.items[source].basis;
    }
}

/* Adds what RELATION has to do with. */
static void add_surroundings(struct scope *scope, const struct sides *sides,
                             enum comparison_side side, uint32_t relation)
{
    const struct network *network = sides->networks[side];
    const struct network_ends ends = network_ends(network, relation);
    const struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < ends.count; i++)
        add(scope, sides, ITEM_VERTEX, side, ends.items[i]);
    add(scope, sides, ITEM_VERTEX, side, network_details(network, relation)->event);
    for (size_t i = 0; i < claims.count; i++)
        add_source(scope, sides, side, claims.items[i].by);
}

static enum status reserve(struct scope *scope, const struct sides *sides)
{
    scope->selected = true;
    for (int side = OLD; side < SIDES; side++)
        for (int item = 0; item < ITEMS; item++)
            TRY(bitset_init(&scope->items[side][item], sides->pairings[item].counts[side]));
    return STATUS_OK;
}

enum status scope_select(struct scope *scope, const struct sides *sides,
                         const struct selection *old, const struct selection *new)
{
    TRY(reserve(scope, sides));
    add_selection(scope, sides, OLD, old);
    add_selection(scope, sides, NEW, new);
    for (enum comparison_side side = OLD; side < SIDES; side++)
        for (uint32_t i = 0; i < sides->networks[side]->relations.count; i++)
            if (bitset_has(&scope->items[side][ITEM_RELATION], i))
                add_surroundings(scope, sides, side, i);
    return STATUS_OK;
}

enum status scope_init_empty(struct scope *scope, const struct sides *sides)
{
    *scope = (struct scope){.selected = true};
    return reserve(scope, sides);
}

void scope_add(struct scope *scope, const struct sides *sides, enum comparison_item item,
               enum comparison_side side, uint32_t index)
{
    const enum comparison_side other = side == OLD ? NEW : OLD;
    const uint32_t partner = sides_partner(sides, item, side, index);
    add(scope, sides, item, side, index);
    if (item != ITEM_RELATION || index == NETWORK_NONE)
        return;
    add_surroundings(scope, sides, side, index);
    if (partner != NETWORK_NONE)
        add_surroundings(scope, sides, other, partner);
}

void scope_clear(struct scope *scope)
{
    for (int side = OLD; side < SIDES; side++)
        for (int item = 0; item < ITEMS; item++)
            bitset_clear(&scope->items[side][item]);
}

bool scope_has(const struct scope *scope, enum comparison_item item, enum comparison_side side,
               uint32_t index)
{
    return !scope->selected || bitset_has(&scope->items[side][item], index);
}
