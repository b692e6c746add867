/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/period.h"

#include <stdlib.h>

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

bool period_is_dated(const struct network *network, uint32_t relation)
{
    if (network->relations.items[relation].when != NETWORK_NONE)
        return true;
    size_t first;
    const size_t count = period_find(network, relation, &first);
    for (size_t i = 0; i < count; i++)
        if (network->periods.items[first + i].when != NETWORK_NONE)
            return true;
    return false;
}

bool period_holds(const struct network *network, uint32_t relation, struct date_span span)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    const struct date *date = network_date(network, network->relations.items[relation].when);
    if (count == 0)
        return date != NULL && date_holds(date, span);
    for (size_t i = 0; i < count; i++)
        if (holds_in(network, &network->periods.items[first + i], span))
            return true;
    return false;
}

/* Extends EXTENT to the days of the dated periods that are DENIED, or are not. */
static void extend(struct date_span *extent, const struct network *network, uint32_t relation,
                   bool denied)
{
    size_t first;
    const size_t count = period_find(network, relation, &first);
    for (size_t i = 0; i < count; i++) {
        const struct network_period *period = &network->periods.items[first + i];
        const struct date *date = network_date(network, period->when);
        if (date == NULL || period->denied != denied)
            continue;
        const struct date_span known = date_known_span(date);
        extent->first = known.first < extent->first ? known.first : extent->first;
        extent->last = known.last > extent->last ? known.last : extent->last;
    }
}

struct date_span period_extent(const struct network *network, uint32_t relation)
{
    struct date_span extent = {DATE_LAST_DAY, DATE_FIRST_DAY};
    extend(&extent, network, relation, false);
    if (extent.first > extent.last)
        extend(&extent, network, relation, true);
    if (extent.first > extent.last)
        return date_known_span(network_date(network, network->relations.items[relation].when));
    return extent;
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

const struct network_claim *period_next_claim(const struct network *network, uint32_t relation,
                                              const struct date_span *span,
                                              const struct network_claim *previous)
{
    const struct network_claims claims = network_claims(network, relation);
    size_t i = previous != NULL ? (size_t)(previous - claims.items) + 1 : 0;
    while (i < claims.count && !period_counts_claim(network, relation, &claims.items[i], span))
        i++;
    return i < claims.count ? &claims.items[i] : NULL;
}

/* --- periods that lie apart */

/* Days of a period. */
struct stretch {
    struct date_span days;
    date_day last; /* of these and those that begin earlier */
};

static bool is_asserted(const struct network *network, const struct network_period *period)
{
    for (uint32_t i = 0; i < period->claim_count; i++)
        if (network->claims.items[period->first_claim + i].stance == STANCE_ASSERTS)
            return true;
    return false;
}

/* For qsort: by the first day. */
static int compare_days(const void *x, const void *y)
{
    const struct stretch *a = x, *b = y;
    return (a->days.first > b->days.first) - (a->days.first < b->days.first);
}

typedef bool is_wanted(const struct network *network, const struct network_period *period);

static bool is_denied(const struct network *network, const struct network_period *period)
{
    (void)network;
    return period->denied;
}

static bool is_held(const struct network *network, const struct network_period *period)
{
    (void)network;
    return !period->denied;
}

/* Lists the days of the WANTED periods from FIRST on; of one without a date, all. */
static size_t list_days(const struct network *network, size_t first, is_wanted *wanted,
                        struct stretch *days)
{
    size_t count = 0;
    for (size_t i = first; i < network->periods.count; i++) {
        const struct network_period *period = &network->periods.items[i];
        const struct date *date = network_date(network, period->when);
        if (wanted(network, period))
            days[count++].days = date != NULL ? date_known_span(date)
                                              : (struct date_span){DATE_FIRST_DAY, DATE_LAST_DAY};
    }
    if (count > 0)
        qsort(days, count, sizeof *days, compare_days);
    for (size_t i = 0; i < count; i++)
        days[i].last =
            i > 0 && days[i - 1].last > days[i].days.last ? days[i - 1].last : days[i].days.last;
    return count;
}

/* Whether any of the COUNT items has a day of DAYS. */
static bool overlaps(const struct stretch *stretches, size_t count, struct date_span days)
{
    size_t low = 0;
    while (low < count) { /* of those that begin no later than DAYS end, the last is before LOW */
        const size_t middle = low + (count - low) / 2;
        if (stretches[middle].days.first <= days.last)
            low = middle + 1;
        else
            count = middle;
    }
    return low > 0 && stretches[low - 1].last >= days.first;
}

/* Whether any of the COUNT periods from FIRST on that are asserted, with days of SPAN, has a day
   of DAYS. */
static bool is_asserted_in(const struct network *network, size_t first, size_t count,
                           struct date_span span, struct date_span days)
{
    for (size_t i = first; i < first + count; i++) {
        const struct network_period *period = &network->periods.items[i];
        const struct date *date = network_date(network, period->when);
        if (holds_in(network, period, span) && (date == NULL || date_holds(date, days)) &&
            is_asserted(network, period))
            return true;
    }
    return false;
}

bool period_is_apart(const struct network *network, uint32_t relation,
                     const struct network_period *period, const struct date_span *span)
{
    const struct date *date = network_date(network, period->when);
    size_t first;
    if (period->apart || span == NULL || date == NULL || !period->denied)
        return period->apart;
    const size_t count = period_find(network, relation, &first);
    return !is_asserted_in(network, first, count, *span, date_known_span(date));
}

/* Whether all that is claimed about PERIOD alone is that the relation did not hold then. */
static bool is_only_denied(const struct network *network, const struct network_period *period)
{
    bool denied = false;
    for (uint32_t i = 0; i < period->claim_count; i++) {
        const unsigned stance = network->claims.items[period->first_claim + i].stance;
        if (stance == STANCE_ASSERTS)
            return false;
        denied |= stance == STANCE_DENIES;
    }
    return denied;
}

/* Whether a claim asserts RELATION as a whole. */
static bool is_whole_asserted(const struct network *network, uint32_t relation)
{
    const struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < claims.count; i++) {
        const uint32_t claim = (uint32_t)(&claims.items[i] - network->claims.items);
        if (claims.items[i].stance == STANCE_ASSERTS &&
            period_of_claim(network, relation, claim) == NETWORK_NONE)
            return true;
    }
    return false;
}

/* Sets which of the periods from FIRST on are denied. */
static void mark_denied(struct network *network, size_t first)
{
    const bool asserted = is_whole_asserted(network, (uint32_t)network->relations.count - 1);
    for (size_t i = first; i < network->periods.count; i++)
        network->periods.items[i].denied =
            !asserted && is_only_denied(network, &network->periods.items[i]);
}

/* Sets which periods from FIRST on lie apart; DAYS has room for all of them. */
static void mark_apart(struct network *network, size_t first, struct stretch *days)
{
    const size_t count = list_days(network, first, is_asserted, days);
    for (size_t i = first; i < network->periods.count; i++) {
        struct network_period *period = &network->periods.items[i];
        const struct date *date = network_date(network, period->when);
        period->apart =
            date != NULL && period->denied && !overlaps(days, count, date_known_span(date));
    }
}

/* Sets which own amounts of the last relation are denied with the periods from FIRST on. HELD and
   DENIED have room for all of these. */
static void mark_amounts(struct network *network, size_t first, struct stretch *held,
                         struct stretch *denied)
{
    const size_t held_count = list_days(network, first, is_held, held);
    const size_t denied_count = list_days(network, first, is_denied, denied);
    for (size_t i = network->amounts.count; i-- > 0 && held_count > 0 && denied_count > 0;) {
        struct network_amount *amount = &network->amounts.items[i];
        const struct date *date = network_date(network, amount->when);
        if (amount->relation + 1 != network->relations.count)
            break;
        amount->denied = amount->claim == NETWORK_NONE && date != NULL &&
                         overlaps(denied, denied_count, date_known_span(date)) &&
                         !overlaps(held, held_count, date_known_span(date));
    }
}

enum status period_compare_last(struct network *network)
{
    size_t first = network->periods.count;
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    while (first > 0 && network->periods.items[first - 1].relation == relation)
        first--;
    const size_t count = network->periods.count - first;
    if (count == 0)
        return STATUS_OK;
    struct stretch *days = malloc(2 * count * sizeof *days);
    if (days == NULL)
        return STATUS_MEMORY;
    mark_denied(network, first);
    mark_apart(network, first, days);
    mark_amounts(network, first, days, days + count);
    free(days);
    return STATUS_OK;
}
