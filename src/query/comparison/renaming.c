/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/renaming.h"

#include <stdlib.h>

#include "base/memory/arena.h"
#include "base/memory/array.h"
#include "query/comparison/claims.h"
#include "query/comparison/parts.h"

/* Beyond so many pairs that have the same parts, the first in the file is taken. */
enum { MOST_PAIRS = 1 << 20 };

/* An item without a partner. */
struct orphan {
    uint64_t hash; /* of its parts */
    uint32_t index;
    bool bare; /* its parts do not tell it from others */
    size_t first_claim, claim_count;
    bool taken;
};

/* A claim that counts for an orphan. */
struct orphan_claim {
    uint32_t owner;
    uint64_t hash;
};

struct orphans {
    struct orphan *items;
    size_t count, capacity;
    struct {
        struct orphan_claim *items; /* by owner and hash */
        size_t count, capacity;
    } claims;
};

static void orphans_clear(struct orphans *orphans)
{
    free(orphans->items);
    free(orphans->claims.items);
}

static enum status add_orphan(struct orphans *orphans, const struct sides *sides,
                              enum comparison_item item, enum comparison_side side,
                              uint32_t index, struct arena *arena)
{
    enum { BARE = 1 }; /* an actor has a type at least */
    struct parts parts = {.arena = arena};
    enum status status = parts_add_item(&parts, sides, item, side, index);
    const struct orphan orphan = {.hash = parts_hash(&parts, &sides->key),
                                  .index = index,
                                  .bare = item != ITEM_RELATION && parts.count <= BARE};
    parts_clear(&parts);
    TRY(status);
    ARRAY_RESERVE(orphans, 1);
    orphans->items[orphans->count++] = orphan;
    return STATUS_OK;
}

static enum status find_orphans(struct orphans *orphans, const struct sides *sides,
                                enum comparison_item item, enum comparison_side side)
{
    const struct sides_pairing *pairing = &sides->pairings[item];
    struct arena arena = {NULL};
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < pairing->counts[side] && status == STATUS_OK; i++)
        if (pairing->partners[side][i] == NETWORK_NONE)
            status = add_orphan(orphans, sides, item, side, i, &arena);
    arena_clear(&arena);
    return status;
}

/* --- their claims */

static enum status add_claim(struct orphans *orphans, uint32_t owner, uint64_t hash)
{
    ARRAY_RESERVE(&orphans->claims, 1);
    orphans->claims.items[orphans->claims.count++] = (struct orphan_claim){owner, hash};
    return STATUS_OK;
}

/* What makes a claim about another tie another one. */
static uint64_t mix(const struct sides *sides, enum comparison_side side, uint32_t relation)
{
    const uint32_t partner = sides_partner(sides, ITEM_RELATION, side, relation);
    const uint64_t number = side == NEW ? relation : partner;
    return (number + 1) * UINT64_C(0xff51afd7ed558ccd);
}

/* Adds the claim with HASH about RELATION to those of its owners without a partner: itself, its
   source, or its ends. Claims about ties without a partner do not count for sources and actors.
 */
static enum status add_to_owners(struct orphans *orphans, const struct sides *sides,
                                 enum comparison_item item, enum comparison_side side,
                                 uint32_t relation, uint32_t claim, uint64_t hash)
{
    const struct network *network = sides->networks[side];
    const uint32_t by = network->claims.items[claim].by;
    const struct network_ends ends = network_ends(network, relation);
    if (item == ITEM_RELATION)
        return add_claim(orphans, relation, hash);
    hash ^= mix(sides, side, relation);
    if (item == ITEM_SOURCE)
        return sides_partner(sides, item, side, by) == NETWORK_NONE ? add_claim(orphans, by, hash)
                                                                    : STATUS_OK;
    for (size_t i = 0; i < ends.count; i++)
        if (sides_partner(sides, item, side, ends.items[i]) == NETWORK_NONE)
            TRY(add_claim(orphans, ends.items[i], hash + i));
    return STATUS_OK;
}

/* Whether an end of RELATION has no partner. */
static bool has_orphaned_end(const struct sides *sides, enum comparison_side side,
                             uint32_t relation)
{
    const struct network_ends ends = network_ends(sides->networks[side], relation);
    for (size_t i = 0; i < ends.count; i++)
        if (sides_partner(sides, ITEM_VERTEX, side, ends.items[i]) == NETWORK_NONE)
            return true;
    return false;
}

/* Whether the claims about RELATION may count for items without a partner. */
static bool may_count(const struct sides *sides, enum comparison_item item,
                      enum comparison_side side, uint32_t relation)
{
    const bool paired = sides_partner(sides, ITEM_RELATION, side, relation) != NETWORK_NONE;
    return (item == ITEM_RELATION) != paired &&
           (item != ITEM_VERTEX || has_orphaned_end(sides, side, relation));
}

static enum status add_claims_about(struct orphans *orphans, const struct sides *sides,
                                    enum comparison_item item, enum comparison_side side,
                                    uint32_t relation, struct arena *arena)
{
    const struct network *network = sides->networks[side];
    const struct claims_range range = claims_of_relation(network, relation);
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const bool orphaned =
            sides_partner(sides, ITEM_SOURCE, side, network->claims.items[i].by) == NETWORK_NONE;
        uint64_t hash;
        if (item == ITEM_SOURCE && !orphaned)
            continue;
        TRY(claims_hash(sides, side, &range, i, item == ITEM_SOURCE, arena, &hash));
        TRY(add_to_owners(orphans, sides, item, side, relation, i, hash));
    }
    return STATUS_OK;
}

static int compare_claims(const void *a, const void *b)
{
    const struct orphan_claim *x = a, *y = b;
    if (x->owner != y->owner)
        return x->owner < y->owner ? -1 : 1;
    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Orphans are in the order of their indices. */
static void distribute(struct orphans *orphans)
{
    size_t at = 0;
    if (orphans->claims.count > 0)
        qsort(orphans->claims.items, orphans->claims.count, sizeof *orphans->claims.items,
              compare_claims);
    for (size_t i = 0; i < orphans->count; i++) {
        struct orphan *orphan = &orphans->items[i];
        while (at < orphans->claims.count && orphans->claims.items[at].owner < orphan->index)
            at++;
        orphan->first_claim = at;
        while (at < orphans->claims.count && orphans->claims.items[at].owner == orphan->index)
            at++;
        orphan->claim_count = at - orphan->first_claim;
    }
}

static enum status find_claims(struct orphans *orphans, const struct sides *sides,
                               enum comparison_item item, enum comparison_side side)
{
    struct arena arena = {NULL};
    enum status status = STATUS_OK;
    const size_t count = orphans->count > 0 ? sides->networks[side]->relations.count : 0;
    for (uint32_t i = 0; i < count && status == STATUS_OK; i++) {
        if (may_count(sides, item, side, i))
            status = add_claims_about(orphans, sides, item, side, i, &arena);
        arena_clear(&arena);
    }
    distribute(orphans);
    return status;
}

static size_t count_equal_claims(const struct orphans *old, const struct orphan *a,
                                 const struct orphans *new, const struct orphan *b)
{
    const struct orphan_claim *x = old->claims.items, *y = new->claims.items;
    size_t i = a->first_claim, j = b->first_claim, equal = 0;
    const size_t last = i + a->claim_count, end = j + b->claim_count;
    while (i < last && j < end) {
        equal += x[i].hash == y[j].hash;
        const bool before = x[i].hash <= y[j].hash, after = x[i].hash >= y[j].hash;
        i += before;
        j += after;
    }
    return equal;
}

/* --- pairing them */

static int compare_orphans(const void *a, const void *b)
{
    const struct orphan *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Orphans with the same parts: from FIRST on. */
struct alike {
    size_t first, count;
};

static struct alike next_alike(const struct orphans *orphans, size_t first)
{
    size_t last = first;
    while (last < orphans->count && orphans->items[last].hash == orphans->items[first].hash)
        last++;
    return (struct alike){first, last - first};
}

/* The one of OLD that fits NEW best; NULL if none does. */
static struct orphan *best_of(struct orphans *old, struct alike alike, const struct orphans *new,
                              const struct orphan *orphan, bool quick)
{
    struct orphan *best = NULL;
    size_t most = 0;
    for (size_t i = alike.first; i < alike.first + alike.count; i++) {
        struct orphan *candidate = &old->items[i];
        if (candidate->taken)
            continue;
        const size_t equal = quick ? 0 : count_equal_claims(old, candidate, new, orphan);
        if ((best == NULL || equal > most) && (!candidate->bare || equal > 0)) {
            best = candidate;
            most = equal;
        }
        if (quick && best != NULL)
            break;
    }
    return best;
}

/* Returns the number of pairs. */
static size_t join_alike(struct sides *sides, enum comparison_item item, struct orphans *old,
                         struct alike before, struct orphans *new, struct alike after)
{
    const bool quick = before.count > MOST_PAIRS / after.count;
    size_t joined = 0;
    if (quick && old->items[before.first].bare)
        return 0; /* without their claims, none fits better than another */
    for (size_t i = after.first; i < after.first + after.count; i++) {
        struct orphan *fits = best_of(old, before, new, &new->items[i], quick);
        if (fits == NULL)
            continue;
        fits->taken = true;
        sides_join(sides, item, fits->index, new->items[i].index);
        before.first += quick; /* all before it are taken */
        before.count -= quick;
        joined++;
    }
    return joined;
}

static size_t join(struct sides *sides, enum comparison_item item, struct orphans *old,
                   struct orphans *new)
{
    size_t i = 0, j = 0, joined = 0;
    qsort(old->items, old->count, sizeof *old->items, compare_orphans);
    qsort(new->items, new->count, sizeof *new->items, compare_orphans);
    while (i < old->count && j < new->count) {
        const struct alike before = next_alike(old, i), after = next_alike(new, j);
        const uint64_t a = old->items[i].hash, b = new->items[j].hash;
        if (a == b)
            joined += join_alike(sides, item, old, before, new, after);
        i += a <= b ? before.count : 0;
        j += b <= a ? after.count : 0;
    }
    return joined;
}

/* Sets *JOINED to the number of pairs. */
static enum status find_pairs(struct sides *sides, enum comparison_item item,
                              struct orphans orphans[SIDES], size_t *joined)
{
    *joined = 0;
    for (enum comparison_side side = OLD; side < SIDES; side++)
        TRY(find_orphans(&orphans[side], sides, item, side));
    if (orphans[OLD].count == 0 || orphans[NEW].count == 0)
        return STATUS_OK;
    for (enum comparison_side side = OLD; side < SIDES; side++)
        TRY(find_claims(&orphans[side], sides, item, side));
    *joined = join(sides, item, &orphans[OLD], &orphans[NEW]);
    return STATUS_OK;
}

static enum status find_renamed(struct sides *sides, enum comparison_item item, size_t *joined)
{
    struct orphans orphans[SIDES] = {{.items = NULL}, {.items = NULL}};
    enum status status = find_pairs(sides, item, orphans, joined);
    orphans_clear(&orphans[OLD]);
    orphans_clear(&orphans[NEW]);
    return status;
}

/* An actor may be a part of one that was renamed, and a source be based on another or be an
   actor: those are found in the next round. */
enum status renaming_find(struct sides *sides)
{
    enum { ROUNDS = 32 };
    size_t actors = 1, sources = 1, ties;
    for (int i = 0; i < ROUNDS && actors + sources > 0; i++) {
        TRY(find_renamed(sides, ITEM_VERTEX, &actors));
        TRY(find_renamed(sides, ITEM_SOURCE, &sources));
    }
    return find_renamed(sides, ITEM_RELATION, &ties);
}
