/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/sides.h"

#include <stdlib.h>
#include <string.h>

static size_t count_items(const struct network *network, enum comparison_item item)
{
    switch (item) {
    case ITEM_SOURCE: return network->sources.count;
    case ITEM_VERTEX: return network->vertices.count;
    case ITEM_RELATION: return network->relations.count;
    case ITEM_WORD: return network->words.count;
    case ITEMS: break;
    }
    return 0;
}

const char *sides_id(const struct sides *sides, enum comparison_item item,
                     enum comparison_side side, uint32_t index)
{
    const struct network *network = sides->networks[side];
    if (index == NETWORK_NONE)
        return "";
    switch (item) {
    case ITEM_SOURCE: return network_text(network, network->sources.items[index].id);
    case ITEM_VERTEX: return network_text(network, network->vertices.items[index].id);
    case ITEM_RELATION: return network_text(network, network->relations.items[index].id);
    case ITEM_WORD: return network_text(network, network->words.items[index].word);
    case ITEMS: break;
    }
    return "";
}

const char *sides_common_id(const struct sides *sides, enum comparison_item item,
                            enum comparison_side side, uint32_t index)
{
    const uint32_t partner = side == OLD ? sides_partner(sides, item, OLD, index) : NETWORK_NONE;
    return partner != NETWORK_NONE ? sides_id(sides, item, NEW, partner)
                                   : sides_id(sides, item, side, index);
}

static bool is_event(const struct network *network, uint32_t vertex)
{
    return network->vertices.items[vertex].event != NETWORK_NONE;
}

static uint32_t find_vertex(const struct sides *sides, uint32_t new)
{
    const struct network_entity entity =
        network_find(sides->networks[OLD], sides_id(sides, ITEM_VERTEX, NEW, new));
    const bool same =
        entity.what == ENTITY_VERTEX && entity.event == is_event(sides->networks[NEW], new);
    return same ? entity.index : NETWORK_NONE;
}

static uint32_t find_relation(const struct sides *sides, uint32_t new)
{
    const struct network_entity entity =
        network_find(sides->networks[OLD], sides_id(sides, ITEM_RELATION, NEW, new));
    return entity.what == ENTITY_RELATION ? entity.index : NETWORK_NONE;
}

static uint32_t find_word(const struct sides *sides, uint32_t new)
{
    const struct network *old = sides->networks[OLD];
    const struct network_word *word = &sides->networks[NEW]->words.items[new];
    const uint32_t text = strings_find(&old->strings, sides_id(sides, ITEM_WORD, NEW, new));
    if (text == 0)
        return NETWORK_NONE;
    return word->is_kind ? network_find_kind(old, (enum vertex_kind)word->of, text)
                         : network_find_form(old, (enum relation_type)word->of, text);
}

/* The item of OLD with the id of item NEW. */
static uint32_t find(const struct sides *sides, enum comparison_item item, uint32_t new)
{
    switch (item) {
    case ITEM_SOURCE:
        return network_find_source(sides->networks[OLD], sides_id(sides, item, NEW, new));
    case ITEM_VERTEX: return find_vertex(sides, new);
    case ITEM_RELATION: return find_relation(sides, new);
    case ITEM_WORD: return find_word(sides, new);
    case ITEMS: break;
    }
    return NETWORK_NONE;
}

/* Whether items OLD and NEW are the same: the cheap guess that the order is the same. */
static bool is_at(const struct sides *sides, enum comparison_item item, uint32_t old,
                  uint32_t new)
{
    if (item == ITEM_WORD || old >= sides->pairings[item].counts[OLD] ||
        strcmp(sides_id(sides, item, OLD, old), sides_id(sides, item, NEW, new)) != 0)
        return false;
    return item != ITEM_VERTEX ||
           is_event(sides->networks[OLD], old) == is_event(sides->networks[NEW], new);
}

void sides_join(struct sides *sides, enum comparison_item item, uint32_t old, uint32_t new)
{
    sides->pairings[item].partners[OLD][old] = new;
    sides->pairings[item].partners[NEW][new] = old;
}

static enum status reserve(struct sides *sides, enum comparison_item item)
{
    struct sides_pairing *pairing = &sides->pairings[item];
    for (int side = OLD; side < SIDES; side++) {
        const size_t count = count_items(sides->networks[side], item);
        pairing->partners[side] = malloc((count + 1) * sizeof *pairing->partners[side]);
        if (pairing->partners[side] == NULL)
            return STATUS_MEMORY;
        memset(pairing->partners[side], 0xff, (count + 1) * sizeof *pairing->partners[side]);
        pairing->counts[side] = count;
    }
    return STATUS_OK;
}

/* Of a word that is declared twice, only the first is found. */
static void pair(struct sides *sides, enum comparison_item item)
{
    const struct sides_pairing *pairing = &sides->pairings[item];
    uint32_t guess = 0;
    for (uint32_t new = 0; new < pairing->counts[NEW]; new ++) {
        const uint32_t old = is_at(sides, item, guess, new) ? guess : find(sides, item, new);
        if (old == NETWORK_NONE || pairing->partners[OLD][old] != NETWORK_NONE)
            continue;
        sides_join(sides, item, old, new);
        guess = old + 1;
    }
}

enum status sides_init(struct sides *sides, const struct network *old, const struct network *new)
{
    *sides = (struct sides){.networks = {old, new}, .key = siphash_random_key()};
    for (enum comparison_item item = 0; item < ITEMS; item++) {
        TRY(reserve(sides, item));
        pair(sides, item);
    }
    return STATUS_OK;
}

void sides_clear(struct sides *sides)
{
    for (int item = 0; item < ITEMS; item++)
        for (int side = OLD; side < SIDES; side++)
            free(sides->pairings[item].partners[side]);
}
