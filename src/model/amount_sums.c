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
    if (amount->denied || span == NULL)
        return !amount->denied;
    if (!amount_is_own(amount) &&
        !period_counts_claim(network, amount->relation, &network->claims.items[amount->claim],
                             span))
        return false;
    const struct date *date = network_date(network, amount_when(network, amount));
    return date == NULL || date_holds(date, *span);
}

/* --- sums */

/* The least and the most that is said. What a source has said more of, of a longer time, is no
   lower estimate by itself: LOW is whether there is anything else in LEAST. */
struct range {
    double least, most;
    bool any, low;
};

static void widen(struct range *range, double sum, bool repeated)
{
    const bool first = !range->any, better = !repeated && !range->low;
    range->most = first ? sum : fmax(sum, range->most);
    if (first || better)
        range->least = sum;
    else if (repeated != range->low)
        range->least = fmin(sum, range->least);
    range->low |= !repeated;
    range->any = true;
}

static void add(struct range *range, struct range other)
{
    range->least += other.least;
    range->most += other.most;
    range->low |= other.low;
    range->any |= other.any;
}

/* What is said of a date, all in all, and of the dates within it. */
static struct range join(struct range whole, struct range parts)
{
    if (!whole.any || !parts.any)
        return whole.any ? whole : parts;
    return (struct range){parts.low ? fmin(whole.least, parts.least) : whole.least,
                          fmax(whole.most, parts.most), true, whole.low || parts.low};
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

/* Dates that are nested deeper than this, as no honest ones are, stand beside each other. */
enum { DEEPEST = 8 };

static double kin_sum(const struct walk *walk, uint32_t *kin, uint32_t end, int depth, bool *any);

/* What one claim says of the date of place *KIN, which is moved on to the next date, before END:
   no less than of the dates within it. Sets *ANY if anything counts. */
static double kin_date(const struct walk *walk, uint32_t *kin, uint32_t end, int depth, bool *any)
{
    const struct network_amount_place *places = walk->network->amount_places.items;
    const uint32_t date = places[*kin].date;
    double sum = 0, within = 0;
    bool whole = false, parts = false;
    for (; *kin < end && places[*kin].date == date; *kin = places[*kin].kin)
        take_amount(walk, *kin, &sum, &whole);
    if (depth < DEEPEST)
        within = kin_sum(walk, kin, places[date].end < end ? places[date].end : end, depth + 1,
                         &parts);
    *any |= whole || parts;
    return whole && parts ? fmax(sum, within) : sum + within;
}

/* What one claim says of the dates from place *KIN on and before END, where it is moved to. */
static double kin_sum(const struct walk *walk, uint32_t *kin, uint32_t end, int depth, bool *any)
{
    double sum = 0;
    while (*kin < end)
        sum += kin_date(walk, kin, end, depth, any);
    return sum;
}

/* Takes what one claim says of the date of the place that WALK is at, and moves WALK past that.
 */
static void take_share(struct walk *walk, int depth, struct range *range)
{
    const struct network_amount_place *first = place_at(walk);
    const uint32_t claim = claim_at(walk);
    const uint32_t end = walk->network->amount_places.items[first->date].end;
    uint32_t kin = walk->at;
    double whole = 0;
    bool said = false, counts = false;
    do
        take_amount(walk, walk->at++, &whole, &said);
    while (walk->at < walk->end && place_at(walk)->date == first->date &&
           claim_at(walk) == claim);
    const double sum = kin_date(walk, &kin, end, depth, &counts);
    if (said)
        widen(range, sum, first->repeated || (walk->in_all && first->in_all));
}

/* Takes all of one date, and the dates within it. */
static struct range take_date(struct walk *walk, int depth)
{
    const struct network_amount_place *first = place_at(walk);
    struct range date = {0, 0, false, false}, inner = date;
    do
        take_share(walk, depth, &date);
    while (walk->at < walk->end && place_at(walk)->date == first->date);
    walk->in_all |=
        date.any && amount_is_of_all(walk->network, &walk->network->amounts.items[first->amount]);
    while (depth < DEEPEST && walk->at < first->end)
        add(&inner, take_date(walk, depth + 1));
    return join(date, inner);
}

static struct walk walk_along(const struct network *network, const struct network_amount *lead,
                              const struct date_span *span)
{
    return (struct walk){network, span, lead->first_place, lead->first_place + lead->place_count,
                         false};
}

/* Passes over the amounts of no date, or of several years and with dates within. */
static void skip_years(struct walk *walk)
{
    while (walk->at < walk->end) {
        const struct network_amount_place *first = place_at(walk);
        const struct date *date = network_date(
            walk->network,
            amount_when(walk->network, &walk->network->amounts.items[first->amount]));
        uint32_t inner = walk->at;
        while (inner < first->end &&
               walk->network->amount_places.items[inner].date == first->date)
            inner++;
        if (date != NULL && (inner == first->end || date_is_in_one_year(date_known_span(date))))
            break;
        walk->at = inner;
    }
}

bool amount_next_date(const struct network *network, const struct amount_sums *sums,
                      const struct date_span *span, struct amount_date *date)
{
    struct walk walk = walk_along(network, sums->lead, span);
    walk.at = date->begun ? date->next : walk.at;
    for (skip_years(&walk); walk.at < walk.end; skip_years(&walk)) {
        const struct network_amount *first = &network->amounts.items[place_at(&walk)->amount];
        const struct range range = take_date(&walk, 1);
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
    struct range all = {0, 0, false, false};
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
