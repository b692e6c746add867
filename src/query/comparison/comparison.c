/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/comparison.h"

#include <stdlib.h>
#include <string.h>

#include "query/comparison/claim_changes.h"
#include "query/comparison/evidence_changes.h"
#include "query/comparison/moving.h"
#include "query/comparison/part_changes.h"
#include "query/comparison/sameness.h"

static void begin(struct comparing *comparing, enum comparison_item item, uint32_t old,
                  uint32_t new)
{
    arena_clear(&comparing->arena);
    comparing->item = item;
    comparing->items[OLD] = old;
    comparing->items[NEW] = new;
    comparing->found = false;
    comparing->reshaped = CHANGES;
}

/* A declared word has no kind of change of its own. */
static enum status report_whole(struct comparing *comparing, enum comparison_side side,
                                uint32_t index)
{
    const struct network *network = comparing->sides->networks[side];
    const bool added = side == NEW;
    switch (comparing->item) {
    case ITEM_SOURCE:
        return comparing_report(comparing, added ? CHANGE_SOURCE_ADDED : CHANGE_SOURCE_REMOVED,
                                "", "", NULL, NULL);
    case ITEM_RELATION:
        return comparing_report(comparing, added ? CHANGE_TIE_ADDED : CHANGE_TIE_REMOVED, "", "",
                                NULL, NULL);
    case ITEM_VERTEX:
        if (network->vertices.items[index].event != NETWORK_NONE)
            return comparing_report(comparing, added ? CHANGE_EVENT_ADDED : CHANGE_EVENT_REMOVED,
                                    "", "", NULL, NULL);
        return comparing_report(comparing, added ? CHANGE_ACTOR_ADDED : CHANGE_ACTOR_REMOVED, "",
                                "", NULL, NULL);
    case ITEM_WORD:
        return comparing_report(comparing, added ? CHANGE_DETAIL_ADDED : CHANGE_DETAIL_REMOVED,
                                "word", "", NULL, NULL);
    case ITEMS: break;
    }
    return STATUS_OK;
}

static bool is_same(const struct comparing *comparing)
{
    const uint32_t old = comparing->items[OLD], new = comparing->items[NEW];
    switch (comparing->item) {
    case ITEM_VERTEX: return sameness_of_vertices(comparing->sides, old, new);
    case ITEM_RELATION: return sameness_of_relations(comparing->sides, old, new);
    case ITEM_SOURCE:
    case ITEM_WORD:
    case ITEMS: break;
    }
    return false;
}

/* Whether the evidence may have changed although the claims have not. */
static bool is_regraded(const struct comparing *comparing, uint32_t relation)
{
    const struct network_claims claims =
        network_claims(comparing->sides->networks[NEW], relation);
    for (size_t i = 0; i < claims.count && comparing->any_regraded; i++)
        if (bitset_has(&comparing->regraded, claims.items[i].by))
            return true;
    return false;
}

static enum status compare_evidence(struct comparing *comparing)
{
    const uint32_t old = comparing->items[OLD], new = comparing->items[NEW];
    const size_t before = comparing->changes->count;
    TRY(evidence_changes_add(comparing->sides, comparing->scope, old, new, comparing->changes));
    comparing->found |= comparing->changes->count > before;
    return STATUS_OK;
}

/* Whether the ends of a relation are the same in another order. */
static bool are_ends_moved(const struct comparing *comparing)
{
    const struct sides *sides = comparing->sides;
    const struct network_ends old = network_ends(sides->networks[OLD], comparing->items[OLD]);
    const struct network_ends new = network_ends(sides->networks[NEW], comparing->items[NEW]);
    for (size_t i = 0; i < old.count && i < new.count; i++)
        if (sides_partner(sides, ITEM_VERTEX, OLD, old.items[i]) != new.items[i])
            return true;
    return false;
}

static enum status compare_relations(struct comparing *comparing)
{
    TRY(claim_changes_add(comparing));
    if (comparing->found || !are_ends_moved(comparing))
        return STATUS_OK;
    return comparing_report(comparing, CHANGE_PARTS_MOVED, "ends", "", NULL, NULL);
}

static enum status compare_pair(struct comparing *comparing)
{
    const bool is_relation = comparing->item == ITEM_RELATION, same = is_same(comparing);
    /* What was claimed of another tie is no evidence for what it is now. */
    if (is_relation && part_changes_reshaping(comparing) == CHANGES &&
        (!same || is_regraded(comparing, comparing->items[NEW])))
        TRY(compare_evidence(comparing));
    if (same)
        return STATUS_OK;
    TRY(part_changes_add(comparing));
    return is_relation ? compare_relations(comparing) : STATUS_OK;
}

static enum status report_renamed(struct comparing *comparing)
{
    const struct sides *sides = comparing->sides;
    const char *before = sides_id(sides, comparing->item, OLD, comparing->items[OLD]);
    const char *after = sides_id(sides, comparing->item, NEW, comparing->items[NEW]);
    if (strcmp(before, after) == 0)
        return STATUS_OK;
    return comparing_report(comparing, CHANGE_RENAMED, "id", "", before, after);
}

static enum status compare_new(struct comparing *comparing, enum comparison_item item,
                               uint32_t new)
{
    const uint32_t old = sides_partner(comparing->sides, item, NEW, new);
    begin(comparing, item, old, new);
    if (!scope_has(comparing->scope, item, NEW, new))
        return STATUS_OK;
    if (old == NETWORK_NONE)
        return report_whole(comparing, NEW, new);
    TRY(report_renamed(comparing));
    return compare_pair(comparing);
}

static enum status compare_items(struct comparing *comparing, enum comparison_item item)
{
    const struct sides_pairing *pairing = &comparing->sides->pairings[item];
    for (uint32_t i = 0; i < pairing->counts[NEW]; i++)
        TRY(compare_new(comparing, item, i));
    for (uint32_t i = 0; i < pairing->counts[OLD]; i++) {
        if (pairing->partners[OLD][i] != NETWORK_NONE ||
            !scope_has(comparing->scope, item, OLD, i))
            continue;
        begin(comparing, item, i, NETWORK_NONE);
        TRY(report_whole(comparing, OLD, i));
    }
    return STATUS_OK;
}

/* The id of the item before item INDEX of SIDE in its list; NULL: it is the first. */
static const char *id_before(const struct sides *sides, enum comparison_item item,
                             enum comparison_side side, uint32_t index)
{
    const struct network *network = sides->networks[side];
    const uint32_t actors = (uint32_t)(network->vertices.count - network->events.count);
    const bool first = index == 0 || (item == ITEM_VERTEX && index == actors);
    return first ? NULL : sides_id(sides, item, side, index - 1);
}

static enum status report_moved(struct comparing *comparing, enum comparison_item item)
{
    const struct sides *sides = comparing->sides;
    struct bitset moved;
    enum status status = moving_find(sides, item, &moved);
    for (uint32_t i = 0;
         i < sides->pairings[item].counts[NEW] && moved.words != NULL && status == STATUS_OK;
         i++) {
        if (!bitset_has(&moved, i) || !scope_has(comparing->scope, item, NEW, i))
            continue;
        const uint32_t old = sides_partner(sides, item, NEW, i);
        begin(comparing, item, old, i);
        status =
            comparing_report(comparing, CHANGE_MOVED, "", "", id_before(sides, item, OLD, old),
                             id_before(sides, item, NEW, i));
    }
    if (moved.words != NULL)
        bitset_clear(&moved);
    return status;
}

/* --- all */

/* Notes the sources that have another grade, basis or name than before, so that evidence may have
   changed: any that changed at all. */
static enum status find_regraded(struct comparing *comparing)
{
    const struct changes *changes = comparing->changes;
    TRY(bitset_init(&comparing->regraded, comparing->sides->networks[NEW]->sources.count));
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->item != ITEM_SOURCE || change->items[NEW] == NETWORK_NONE)
            continue;
        bitset_add(&comparing->regraded, change->items[NEW]);
        comparing->any_regraded = true;
    }
    return STATUS_OK;
}

static enum status find(struct comparing *comparing)
{
    if (!comparing->scope->selected) {
        begin(comparing, ITEMS, NETWORK_NONE, NETWORK_NONE);
        TRY(part_changes_add(comparing));
        TRY(compare_items(comparing, ITEM_WORD));
    }
    TRY(compare_items(comparing, ITEM_SOURCE));
    TRY(find_regraded(comparing));
    TRY(compare_items(comparing, ITEM_VERTEX));
    TRY(compare_items(comparing, ITEM_RELATION));
    for (enum comparison_item item = 0; item < ITEMS; item++)
        if (item != ITEM_WORD || !comparing->scope->selected)
            TRY(report_moved(comparing, item));
    return changes_sort(comparing->changes, comparing->sides);
}

enum status comparison_find(const struct sides *sides, const struct scope *scope,
                            struct changes *changes)
{
    struct comparing comparing = {.sides = sides,
                                  .scope = scope,
                                  .changes = changes,
                                  .claims = {NETWORK_NONE, NETWORK_NONE}};
    enum status status = find(&comparing);
    bitset_clear(&comparing.regraded);
    free(comparing.periods);
    arena_clear(&comparing.arena);
    return status;
}
