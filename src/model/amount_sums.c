/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount_sums.h"

#include <math.h>
#include <stdlib.h>

#include "model/amount_order.h"
#include "model/period.h"

/* The first amount of RELATION or of a later one. */
static size_t lower_bound(const struct network *network, uint32_t relation)
{
    size_t low = 0, high = network->amounts.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (network->amounts.items[middle].relation < relation)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t amount_find(const struct network *network, uint32_t relation, size_t *first)
{
    *first = lower_bound(network, relation);
    return lower_bound(network, relation + 1) - *first;
}

bool amount_holds(const struct network *network, const struct network_amount *amount,
                  const struct date_span *span)
{
    if (span == NULL)
        return true;
    if (!amount_is_own(amount) &&
        !period_counts_claim(network, amount->relation, &network->claims.items[amount->claim],
                             span))
        return false;
    const struct date *date = network_date(network, amount_when(network, amount));
    return date == NULL || date_holds(date, *span);
}

/* --- sums */

/* The least and the most that is said, by any who says something. */
struct range {
    double least, most;
    bool any;
};

static void widen(struct range *range, double sum)
{
    range->least = !range->any || sum < range->least ? sum : range->least;
    range->most = !range->any || sum > range->most ? sum : range->most;
    range->any = true;
}

static void add(struct range *range, struct range other)
{
    range->least += other.any ? other.least : 0;
    range->most += other.any ? other.most : 0;
    range->any |= other.any;
}

/* A walk along the places of a unit. */
struct walk {
    const struct network *network;
    const struct date_span *span;
    uint32_t at, end; /* places */
    bool in_all;      /* what is claimed of no date has been taken */
};

static const struct network_amount_place *place_at(const struct walk *walk)
{
    return &walk->network->amount_places.items[walk->at];
}

/* Adds the amount of PLACE to *SUM if it counts, and says so in *ANY. */
static void take_amount(const struct walk *walk, uint32_t place, double *sum, bool *any)
{
    const struct network_amount *amount =
        &walk->network->amounts.items[walk->network->amount_places.items[place].amount];
    const bool holds = amount_holds(walk->network, amount, walk->span);
    *sum += holds ? amount->number : 0;
    *any |= holds;
}

static uint32_t claim_at(const struct walk *walk)
{
    return walk->network->amounts.items[place_at(walk)->amount].claim;
}

/* Takes what one claim says of a date: no less than what it says, before END, of those within it.
   Passes over what its source has said more of. */
static void take_share(struct walk *walk, uint32_t end, struct range *date)
{
    const uint32_t claim = claim_at(walk);
    const bool repeated = place_at(walk)->repeated || (walk->in_all && place_at(walk)->in_all);
    double sum = 0, within = 0;
    bool any = false, more = false;
    uint32_t kin;
    do {
        take_amount(walk, walk->at, &sum, &any);
        kin = place_at(walk)->kin;
        walk->at++;
    } while (walk->at < walk->end && !place_at(walk)->begins && claim_at(walk) == claim);
    for (; any && kin < end; kin = walk->network->amount_places.items[kin].kin)
        take_amount(walk, kin, &within, &more);
    if (any && !repeated)
        widen(date, more ? fmax(sum, within) : sum);
}

/* Dates that are nested deeper than this, as no honest ones are, stand beside each other. */
enum { DEEPEST = 8 };

/* Takes all of one date, and the dates within it. */
static struct range take_date(struct walk *walk, int depth)
{
    const uint32_t end = depth < DEEPEST ? place_at(walk)->end : walk->at;
    struct range date = {.any = false}, inner = date;
    const bool undated =
        amount_is_of_all(walk->network, &walk->network->amounts.items[place_at(walk)->amount]);
    do
        take_share(walk, end, &date);
    while (walk->at < walk->end && !place_at(walk)->begins);
    walk->in_all |= undated && date.any;
    while (walk->at < end)
        add(&inner, take_date(walk, depth + 1));
    if (!date.any || !inner.any)
        return date.any ? date : inner;
    return (struct range){fmin(date.least, inner.least), fmax(date.most, inner.most), true};
}

/* What the relation has itself adds up. */
static struct range take_own(struct walk *walk)
{
    struct range own = {.any = false};
    for (; walk->at < walk->end; walk->at++) {
        take_amount(walk, walk->at, &own.least, &own.any);
        own.most = own.least;
    }
    return own;
}

static struct walk walk_along(const struct network *network, const struct network_amount *lead,
                              const struct date_span *span)
{
    return (struct walk){network, span, lead->first_place, lead->first_place + lead->place_count,
                         false};
}

/* Passes over what is claimed of no date. */
static void skip_undated(struct walk *walk)
{
    while (walk->at < walk->end &&
           amount_is_of_all(walk->network, &walk->network->amounts.items[place_at(walk)->amount]))
        walk->at++;
}

bool amount_next_date(const struct network *network, const struct amount_sums *sums,
                      const struct date_span *span, struct amount_date *date)
{
    /* Of what a relation has itself, each amount counts. */
    const int depth = amount_is_own(sums->lead) ? DEEPEST : 1;
    struct walk walk = walk_along(network, sums->lead, span);
    walk.at = date->begun ? date->next : walk.at;
    skip_undated(&walk);
    while (walk.at < walk.end) {
        const struct network_amount *first = &network->amounts.items[place_at(&walk)->amount];
        const struct range range = take_date(&walk, depth);
        *date = (struct amount_date){true, walk.at, first, range.least, range.most};
        if (range.any)
            return true;
    }
    return false;
}

/* Sets SUMS to those of the unit of LEAD; false if nothing counts. */
static bool take_unit(const struct network *network, const struct network_amount *lead,
                      const struct date_span *span, struct amount_sums *sums)
{
    struct walk walk = walk_along(network, lead, span);
    struct range all = {.any = false};
    if (amount_is_own(lead))
        all = take_own(&walk);
    while (walk.at < walk.end)
        add(&all, take_date(&walk, 0));
    *sums = (struct amount_sums){lead, lead->unit, all.least, all.most};
    return all.any;
}

bool amount_next(const struct network *network, uint32_t relation, const struct date_span *span,
                 struct amount_sums *sums)
{
    const struct network_amount *items = network->amounts.items;
    size_t at;
    if (sums->lead != NULL)
        at = (size_t)(sums->lead - items) + 1;
    else if (amount_find(network, relation, &at) == 0)
        return false;
    for (; at < network->amounts.count && items[at].relation == relation; at++)
        if (items[at].place_count > 0 && take_unit(network, &items[at], span, sums))
            return true;
    return false;
}

bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit,
                const struct date_span *span, double *sum)
{
    struct amount_sums sums = {NULL, 0, 0, 0};
    *sum = 0;
    while (amount_next(network, relation, span, &sums))
        if (sums.unit == unit) {
            *sum = sums.most;
            return true;
        }
    return false;
}

/* Counts the relations by unit, a text. */
static void count_units(const struct network *network, const uint32_t *relations, size_t count,
                        const struct date_span *span, uint32_t *counts)
{
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], span, &sums))
            counts[sums.unit]++;
    }
}

enum status amount_usual_unit(const struct network *network, const uint32_t *relations,
                              size_t count, const struct date_span *span, uint32_t *unit)
{
    uint32_t most = 0, *counts = calloc(strings_limit(&network->strings) + 1, sizeof *counts);
    *unit = 0;
    if (counts == NULL)
        return STATUS_MEMORY;
    count_units(network, relations, count, span, counts);
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], span, &sums))
            if (counts[sums.unit] > most) {
                most = counts[sums.unit];
                *unit = sums.unit;
            }
    }
    free(counts);
    return STATUS_OK;
}
