/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/claims.h"

#include <stdlib.h>

#include "model/period.h"
#include "query/comparison/parts.h"

struct claims_range claims_of_relation(const struct network *network, uint32_t relation)
{
    const struct network_claims claims = network_claims(network, relation);
    return (struct claims_range){network->relations.items[relation].first_claim,
                                 (uint32_t)claims.count, relation};
}

struct claims_range claims_of_statement(const struct network *network, uint32_t statement)
{
    if (statement == NETWORK_NONE)
        return (struct claims_range){0, 0, NETWORK_NONE};
    const struct network_statement *stated = &network->statements.items[statement];
    return (struct claims_range){stated->first_claim, stated->claim_count, NETWORK_NONE};
}

uint32_t claims_period(const struct network *network, const struct claims_range *range,
                       uint32_t claim)
{
    return range->relation != NETWORK_NONE && network->periods.count > 0
               ? period_of_claim(network, range->relation, claim)
               : NETWORK_NONE;
}

/* A claim by what it is matched by. */
struct entry {
    uint32_t index;
    size_t by; /* of the source: the same number on both sides */
    unsigned stance;
    uint64_t hash;
};

struct entries {
    struct entry *items;
    size_t count;
};

/* Sources without a partner get numbers of their own. */
static size_t number_of(const struct sides *sides, enum comparison_side side, uint32_t source)
{
    const uint32_t partner = sides_partner(sides, ITEM_SOURCE, side, source);
    if (side == NEW)
        return source;
    return partner != NETWORK_NONE ? partner : sides->pairings[ITEM_SOURCE].counts[NEW] + source;
}

static enum status hash_parts(const struct network *network, const struct claims_range *range,
                              uint32_t claim, struct arena *arena, const struct siphash_key *key,
                              uint64_t *hash)
{
    struct parts parts = {.arena = arena};
    enum status status =
        parts_add_claim(&parts, network, claim, claims_period(network, range, claim));
    *hash = parts_hash(&parts, key);
    parts_clear(&parts);
    return status;
}

enum status claims_hash(const struct sides *sides, enum comparison_side side,
                        const struct claims_range *range, uint32_t claim, bool whoever,
                        struct arena *arena, uint64_t *hash)
{
    const struct network *network = sides->networks[side];
    const size_t by = whoever ? 0 : number_of(sides, side, network->claims.items[claim].by);
    TRY(hash_parts(network, range, claim, arena, &sides->key, hash));
    *hash = (*hash ^ by) * UINT64_C(0x9e3779b97f4a7c15);
    return STATUS_OK;
}

static enum status fill(struct entries *entries, const struct sides *sides,
                        enum comparison_side side, const struct claims_range *range,
                        struct arena *arena)
{
    const struct network *network = sides->networks[side];
    entries->items = malloc(((size_t)range->count + 1) * sizeof *entries->items);
    if (entries->items == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = range->first; i < range->first + range->count; i++) {
        const struct network_claim *claim = &network->claims.items[i];
        struct entry *entry = &entries->items[entries->count++];
        *entry = (struct entry){i, number_of(sides, side, claim->by), claim->stance, 0};
        TRY(hash_parts(network, range, i, arena, &sides->key, &entry->hash));
    }
    return STATUS_OK;
}

static int order(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_sources(const struct entry *a, const struct entry *b)
{
    return order(a->by, b->by);
}

static int compare_stances(const struct entry *a, const struct entry *b)
{
    const int sources = compare_sources(a, b);
    return sources != 0 ? sources : order(a->stance, b->stance);
}

static int compare_wholes(const struct entry *a, const struct entry *b)
{
    const int sources = compare_sources(a, b);
    return sources != 0 ? sources : a->hash < b->hash ? -1 : a->hash > b->hash;
}

typedef int compare_entries(const struct entry *a, const struct entry *b);

/* The orders in which they are sorted: those that are equal stay in the order of the file. */
static int sort_sources(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    const int found = compare_sources(x, y);
    return found != 0 ? found : order(x->index, y->index);
}

static int sort_stances(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    const int found = compare_stances(x, y);
    return found != 0 ? found : order(x->index, y->index);
}

static int sort_wholes(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    const int found = compare_wholes(x, y);
    return found != 0 ? found : order(x->index, y->index);
}

/* How entries are matched. */
struct matching {
    compare_entries *compare;
    int (*sort)(const void *a, const void *b);
};

static const struct matching wholes = {compare_wholes, sort_wholes},
                             stances = {compare_stances, sort_stances},
                             sources = {compare_sources, sort_sources};

static void sort(struct entries *entries, const struct matching *matching)
{
    qsort(entries->items, entries->count, sizeof *entries->items, matching->sort);
}

/* Reports the pairs that MATCHING finds equal, unless REPORT is NULL, and leaves the others. */
static enum status match(struct entries *old, struct entries *new,
                         const struct matching *matching, claims_report *report, void *context)
{
    size_t i = 0, j = 0, left = 0, right = 0;
    sort(old, matching);
    sort(new, matching);
    while (i < old->count && j < new->count) {
        const int found = matching->compare(&old->items[i], &new->items[j]);
        if (found == 0 && report != NULL)
            TRY(report(context, old->items[i].index, new->items[j].index));
        if (found < 0)
            old->items[left++] = old->items[i];
        if (found > 0)
            new->items[right++] = new->items[j];
        i += found <= 0;
        j += found >= 0;
    }
    while (i < old->count)
        old->items[left++] = old->items[i++];
    while (j < new->count)
        new->items[right++] = new->items[j++];
    old->count = left;
    new->count = right;
    return STATUS_OK;
}

static bool is_in_order(const struct entries *old, const struct entries *new)
{
    const size_t count = old->count < new->count ? old->count : new->count;
    for (size_t i = 0; i < count; i++)
        if (compare_wholes(&old->items[i], &new->items[i]) != 0)
            return false;
    return true;
}

static enum status match_all(struct entries *old, struct entries *new, claims_report *report,
                             void *context)
{
    const bool ordered = is_in_order(old, new);
    TRY(match(old, new, &wholes, NULL, NULL));
    if (old->count + new->count == 0)
        return ordered ? STATUS_OK : report(context, NETWORK_NONE, NETWORK_NONE);
    TRY(match(old, new, &stances, report, context));
    TRY(match(old, new, &sources, report, context));
    for (size_t i = 0; i < old->count; i++)
        TRY(report(context, old->items[i].index, NETWORK_NONE));
    for (size_t i = 0; i < new->count; i++)
        TRY(report(context, NETWORK_NONE, new->items[i].index));
    return STATUS_OK;
}

enum status claims_compare(const struct sides *sides, const struct claims_range *old,
                           const struct claims_range *new, struct arena *arena,
                           claims_report *report, void *context)
{
    struct entries before = {NULL, 0}, after = {NULL, 0};
    enum status status = fill(&before, sides, OLD, old, arena);
    if (status == STATUS_OK)
        status = fill(&after, sides, NEW, new, arena);
    if (status == STATUS_OK)
        status = match_all(&before, &after, report, context);
    free(before.items);
    free(after.items);
    return status;
}
