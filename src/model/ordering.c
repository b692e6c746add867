/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/ordering.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

/* Fewer claims are searched as quickly one by one. */
enum { FEW = 16 };

/* --- bases */

/* Derives what SOURCE needs from its basis. Jumps double in length where they can, so that a walk
   to any source above takes logarithmic time: E. W. Myers, "An applicative random-access stack",
   Information Processing Letters 17 (1983). */
static void derive(struct network_source *sources, uint32_t source)
{
    struct network_source *one = &sources[source];
    const struct network_source *basis = &sources[one->basis], *far = &sources[basis->jump];
    one->origin = basis->origin;
    one->depth = basis->depth + 1;
    one->jump = basis->depth - far->depth == far->depth - sources[far->jump].depth ? far->jump
                                                                                   : one->basis;
}

/* Derives what the sources from SOURCE up need: goes up to what is known, or to the origin, with
   links back in their jumps, and down again. */
static void derive_chain(struct network_source *sources, uint32_t source)
{
    uint32_t below = NETWORK_NONE, at = source;
    while (sources[at].origin == 0 && sources[at].basis != NETWORK_NONE) {
        sources[at].jump = below;
        below = at;
        at = sources[at].basis;
    }
    if (sources[at].origin == 0) {
        sources[at].origin = at + 1;
        sources[at].depth = 0;
        sources[at].jump = at;
    }
    while (below != NETWORK_NONE) {
        at = below;
        below = sources[at].jump;
        derive(sources, at);
    }
}

static void derive_origins(struct network *network)
{
    for (uint32_t i = 0; i < network->sources.count; i++)
        derive_chain(network->sources.items, i);
}

/* The source of DEPTH that SOURCE is or is based on. */
static uint32_t climb(const struct network_source *sources, uint32_t source, uint32_t depth)
{
    while (sources[source].depth > depth) {
        const uint32_t jump = sources[source].jump;
        source = sources[jump].depth >= depth ? jump : sources[source].basis;
    }
    return source;
}

uint32_t ordering_common_basis(const struct network *network, uint32_t one, uint32_t other)
{
    const struct network_source *sources = network->sources.items;
    if (sources[one].origin != sources[other].origin)
        return NETWORK_NONE;
    one = climb(sources, one, sources[other].depth);
    other = climb(sources, other, sources[one].depth);
    while (one != other) {
        const bool far = sources[one].jump != sources[other].jump;
        one = far ? sources[one].jump : sources[one].basis;
        other = far ? sources[other].jump : sources[other].basis;
    }
    return one;
}

/* --- claims */

/* A claim to be sorted. */
struct ordered_claim {
    const char *id; /* of its source */
    uint32_t claim;
};

static int compare(const void *one, const void *other)
{
    const struct ordered_claim *a = one, *b = other;
    int order = strcmp(a->id, b->id);
    return order != 0 ? order : a->claim < b->claim ? -1 : a->claim > b->claim;
}

/* Orders the claims of RELATION with the room of KEYS. */
static enum status order_claims(struct network *network, uint32_t relation,
                                struct ordered_claim *keys)
{
    const struct network_claims claims = network_claims(network, relation);
    const uint32_t first = network->relations.items[relation].first_claim;
    for (size_t i = 0; i < claims.count; i++) {
        const struct network_source *source = &network->sources.items[claims.items[i].by];
        keys[i] = (struct ordered_claim){network_text(network, source->id), first + (uint32_t)i};
    }
    qsort(keys, claims.count, sizeof *keys, compare);
    ARRAY_RESERVE(&network->orders, 1);
    ARRAY_RESERVE(&network->ordered_claims, claims.count);
    network->orders.items[network->orders.count++] =
        (struct network_order){relation, (uint32_t)network->ordered_claims.count};
    for (size_t i = 0; i < claims.count; i++)
        network->ordered_claims.items[network->ordered_claims.count++] = keys[i].claim;
    return STATUS_OK;
}

static enum status order_all(struct network *network, struct ordered_claim *keys)
{
    for (uint32_t i = 0; i < network->relations.count; i++)
        if (network_claims(network, i).count > FEW)
            TRY(order_claims(network, i, keys));
    return STATUS_OK;
}

static size_t most_claims(const struct network *network)
{
    size_t most = 0;
    for (uint32_t i = 0; i < network->relations.count; i++) {
        size_t count = network_claims(network, i).count;
        most = count > most ? count : most;
    }
    return most;
}

enum status ordering_make(struct network *network)
{
    size_t most = most_claims(network);
    derive_origins(network);
    if (most <= FEW)
        return STATUS_OK;
    struct ordered_claim *keys = calloc(most, sizeof *keys);
    if (keys == NULL)
        return STATUS_MEMORY;
    enum status status = order_all(network, keys);
    free(keys);
    return status;
}

static int compare_order(const void *key, const void *item)
{
    uint32_t relation = *(const uint32_t *)key;
    uint32_t other = ((const struct network_order *)item)->relation;
    return relation < other ? -1 : relation > other;
}

const uint32_t *ordering_claims(const struct network *network, uint32_t relation, size_t *count)
{
    *count = network_claims(network, relation).count;
    if (*count <= FEW || network->orders.count == 0)
        return NULL;
    const struct network_order *order = bsearch(
        &relation, network->orders.items, network->orders.count, sizeof *order, compare_order);
    return order != NULL ? network->ordered_claims.items + order->first : NULL;
}
