/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/period.h"

/* The first period of RELATION or of a later one. */
static size_t lower_bound(const struct network *network, uint32_t relation)
{
    size_t low = 0, high = network->periods.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (network->periods.items[middle].relation < relation)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t period_find(const struct network *network, uint32_t relation, size_t *first)
{
    *first = 0;
    if (network->relations.items[relation].details == NETWORK_NONE)
        return 0;
    *first = lower_bound(network, relation);
    return lower_bound(network, relation + 1) - *first;
}

static bool holds_in(const struct network *network, const struct network_period *period,
                     struct date_span span)
{
    const struct date *date = network_date(network, period->when);
    return date != NULL && date_holds(date, span);
}

bool period_holds(const struct network *network, uint32_t relation, struct date_span span)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    if (count == 0)
        return date_holds(network_date(network, network->relations.items[relation].when), span);
    for (size_t i = 0; i < count; i++)
        if (holds_in(network, &network->periods.items[first + i], span))
            return true;
    return false;
}

unsigned period_weight(const struct network *network, uint32_t relation,
                       const struct date_span *span)
{
    size_t first;
    unsigned weight = 0;
    const size_t count = span != NULL ? period_find(network, relation, &first) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &network->periods.items[first + i];
        if (period->weight > weight && holds_in(network, period, *span))
            weight = period->weight;
    }
    return weight > 0 ? weight : network->relations.items[relation].weight;
}

/* The periods of a relation are in the order of their claims. */
uint32_t period_of_claim(const struct network *network, uint32_t relation, uint32_t claim)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    size_t low = first, high = first + count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct network_period *period = &network->periods.items[middle];
        if (period->first_claim + period->claim_count <= claim)
            low = middle + 1;
        else if (period->first_claim > claim)
            high = middle;
        else
            return (uint32_t)middle;
    }
    return NETWORK_NONE;
}

bool period_counts_claim(const struct network *network, uint32_t relation,
                         const struct network_claim *claim, const struct date_span *span)
{
    const uint32_t index = (uint32_t)(claim - network->claims.items);
    const uint32_t period =
        span != NULL ? period_of_claim(network, relation, index) : NETWORK_NONE;
    return period == NETWORK_NONE || holds_in(network, &network->periods.items[period], *span);
}
