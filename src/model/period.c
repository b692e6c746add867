/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/period.h"

size_t period_find(const struct network *network, uint32_t relation, size_t *first)
{
    size_t low = 0, high = network->periods.count;
    *first = 0;
    if (network->relations.items[relation].details == NETWORK_NONE)
        return 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (network->periods.items[middle].relation < relation)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < network->periods.count && network->periods.items[high].relation == relation)
        high++;
    return high - low;
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

bool period_counts_claim(const struct network *network, uint32_t relation,
                         const struct network_claim *claim, const struct date_span *span)
{
    size_t first;
    const size_t index = (size_t)(claim - network->claims.items);
    const size_t count = span != NULL ? period_find(network, relation, &first) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &network->periods.items[first + i];
        if (index >= period->first_claim && index < period->first_claim + period->claim_count)
            return holds_in(network, period, *span);
    }
    return true;
}
