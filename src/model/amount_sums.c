/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount_sums.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory/array.h"
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

/* --- what counts */

static bool is_own(const struct network_amount *amount)
{
    return amount->claim == NETWORK_NONE;
}

/* Whether AMOUNT is of the relation itself, or claimed: who denies it, or makes no comment, does
   not claim it. */
static bool is_stated(const struct network *network, const struct network_amount *amount)
{
    if (is_own(amount))
        return true;
    const unsigned stance = network->claims.items[amount->claim].stance;
    return stance == STANCE_ASSERTS || stance == STANCE_QUALIFIES;
}

uint32_t amount_when(const struct network *network, const struct network_amount *amount)
{
    if (amount->when != NETWORK_NONE || is_own(amount))
        return amount->when;
    const uint32_t period = period_of_claim(network, amount->relation, amount->claim);
    return period != NETWORK_NONE ? network->periods.items[period].when : NETWORK_NONE;
}

/* What is claimed of no date and no period. */
static bool is_of_all(const struct network *network, const struct network_amount *amount)
{
    return !is_own(amount) && amount_when(network, amount) == NETWORK_NONE;
}

bool amount_holds(const struct network *network, const struct network_amount *amount,
                  const struct date_span *span)
{
    if (span == NULL)
        return true;
    if (!is_own(amount) && !period_counts_claim(network, amount->relation,
                                                &network->claims.items[amount->claim], span))
        return false;
    const struct date *date = network_date(network, amount_when(network, amount));
    return date == NULL || date_holds(date, *span);
}

/* --- places */

/* An amount to be ordered. */
struct term {
    struct network_amount *amount;
    struct date_span days; /* all, without a date */
    uint32_t outer;        /* the term that begins the date around that of this one, which it
                              begins; NETWORK_NONE: there is none */
};

static struct term term_of(const struct network *network, struct network_amount *amount)
{
    const struct date *date = network_date(network, amount_when(network, amount));
    struct term term = {amount, {DATE_FIRST_DAY, DATE_LAST_DAY}, NETWORK_NONE};
    if (date != NULL)
        term.days = date_known_span(date);
    return term;
}

/* By date: a longer time before those within it. */
static int compare_days(struct date_span x, struct date_span y)
{
    if (x.first != y.first)
        return x.first < y.first ? -1 : 1;
    return (x.last < y.last) - (x.last > y.last);
}

/* For qsort: by unit, what the relation has itself before what is claimed, then by date, and in
   the order of the dataset, and so by claim. */
static int compare_terms(const void *a, const void *b)
{
    const struct term *x = a, *y = b;
    if (x->amount->unit != y->amount->unit)
        return x->amount->unit < y->amount->unit ? -1 : 1;
    if (is_own(x->amount) != is_own(y->amount))
        return is_own(x->amount) ? -1 : 1;
    const int order = compare_days(x->days, y->days);
    return order != 0 ? order : (x->amount > y->amount) - (x->amount < y->amount);
}

/* Lists the amounts from FIRST on that are stated; returns their number. */
static size_t list_terms(struct network *network, size_t first, struct term *terms)
{
    size_t count = 0;
    for (size_t i = first; i < network->amounts.count; i++)
        if (is_stated(network, &network->amounts.items[i]))
            terms[count++] = term_of(network, &network->amounts.items[i]);
    return count;
}

static bool contains(struct date_span outer, struct date_span inner)
{
    return outer.first <= inner.first && inner.last <= outer.last;
}

/* Sets where the dates of the COUNT places, whose terms are sorted, begin and end. */
static void nest_dates(struct network_amount_place *places, struct term *terms, uint32_t count,
                       uint32_t first)
{
    uint32_t open = NETWORK_NONE; /* the term that begins the innermost date */
    for (uint32_t i = 0; i < count; i++) {
        places[i].begins = i == 0 || compare_days(terms[i - 1].days, terms[i].days) != 0;
        if (!places[i].begins)
            continue;
        for (; open != NETWORK_NONE && !contains(terms[open].days, terms[i].days);
             open = terms[open].outer)
            places[open].end = first + i;
        terms[i].outer = open;
        open = i;
    }
    for (; open != NETWORK_NONE; open = terms[open].outer)
        places[open].end = first + count;
}

/* Links places with the same claim. LATEST has room for each claim of the relation, of which the
   first is CLAIM. */
static void link_kin(const struct network *network, struct network_amount_place *places,
                     uint32_t count, uint32_t first, uint32_t claim, uint32_t *latest)
{
    for (uint32_t i = 0; i < count; i++)
        latest[network->amounts.items[places[i].amount].claim - claim] = NETWORK_NONE;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t *next = &latest[network->amounts.items[places[i].amount].claim - claim];
        places[i].kin = *next;
        *next = first + i;
    }
}

/* Room for the amounts of a relation. */
struct ordering {
    struct term *terms;
    uint32_t *latest; /* by claim: a place */
    uint32_t claim;   /* the first */
};

static void ordering_clear(struct ordering *ordering)
{
    free(ordering->terms);
    free(ordering->latest);
}

static enum status ordering_init(struct ordering *ordering, const struct network *network,
                                 size_t first)
{
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    ordering->claim = network->relations.items[relation].first_claim;
    ordering->terms = malloc((network->amounts.count - first) * sizeof *ordering->terms);
    ordering->latest =
        malloc((network->claims.count - ordering->claim + 1) * sizeof *ordering->latest);
    if (ordering->terms != NULL && ordering->latest != NULL)
        return STATUS_OK;
    ordering_clear(ordering);
    return STATUS_MEMORY;
}

/* Adds places for those of the terms from FIRST to before END, of one unit, that count. */
static enum status place_unit(struct network *network, struct ordering *ordering, size_t first,
                              size_t end)
{
    struct term *terms = &ordering->terms[first];
    const bool own = is_own(terms->amount);
    const uint32_t at = (uint32_t)network->amount_places.count;
    struct network_amount *lead = terms->amount;
    uint32_t count = 0;
    ARRAY_RESERVE(&network->amount_places, end - first);
    struct network_amount_place *places = &network->amount_places.items[at];
    for (; first + count < end && is_own(terms[count].amount) == own; count++) {
        lead = terms[count].amount < lead ? terms[count].amount : lead;
        places[count] = (struct network_amount_place){
            .amount = (uint32_t)(terms[count].amount - network->amounts.items),
            .kin = NETWORK_NONE};
    }
    nest_dates(places, terms, count, at);
    if (!own)
        link_kin(network, places, count, at, ordering->claim, ordering->latest);
    lead->first_place = at;
    lead->place_count = count;
    network->amount_places.count += count;
    return STATUS_OK;
}

static enum status place_all(struct network *network, struct ordering *ordering, size_t first)
{
    const size_t count = list_terms(network, first, ordering->terms);
    const struct term *terms = ordering->terms;
    if (count > 0)
        qsort(ordering->terms, count, sizeof *ordering->terms, compare_terms);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && terms[end].amount->unit == terms[i].amount->unit;)
            end++;
        TRY(place_unit(network, ordering, i, end));
    }
    return STATUS_OK;
}

enum status amount_order_last(struct network *network)
{
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    size_t first = network->amounts.count;
    while (first > 0 && network->amounts.items[first - 1].relation == relation)
        first--;
    if (first == network->amounts.count)
        return STATUS_OK;
    struct ordering ordering;
    TRY(ordering_init(&ordering, network, first));
    const enum status status = place_all(network, &ordering, first);
    ordering_clear(&ordering);
    return status;
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

/* Takes what one claim says of a date, and, as far as there, of those within it, before END. */
static void take_share(struct walk *walk, uint32_t end, struct range *date)
{
    const uint32_t claim = claim_at(walk);
    double sum = 0;
    bool any = false, more = false;
    uint32_t kin;
    do {
        take_amount(walk, walk->at, &sum, &any);
        kin = place_at(walk)->kin;
        walk->at++;
    } while (walk->at < walk->end && !place_at(walk)->begins && claim_at(walk) == claim);
    for (; any && kin < end; kin = walk->network->amount_places.items[kin].kin)
        take_amount(walk, kin, &sum, &more);
    if (any)
        widen(date, sum);
}

/* Dates that are nested deeper than this, as no honest ones are, stand beside each other. */
enum { DEEPEST = 8 };

/* Takes all of one date, and the dates within it. */
static struct range take_date(struct walk *walk, int depth)
{
    const uint32_t end = depth < DEEPEST ? place_at(walk)->end : walk->at;
    struct range date = {.any = false}, inner = date;
    do
        take_share(walk, end, &date);
    while (walk->at < walk->end && !place_at(walk)->begins);
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
    return (struct walk){network, span, lead->first_place, lead->first_place + lead->place_count};
}

/* Passes over what is claimed of no date. */
static void skip_undated(struct walk *walk)
{
    while (walk->at < walk->end &&
           is_of_all(walk->network, &walk->network->amounts.items[place_at(walk)->amount]))
        walk->at++;
}

bool amount_next_date(const struct network *network, const struct amount_sums *sums,
                      const struct date_span *span, struct amount_date *date)
{
    /* Of what a relation has itself, each amount counts. */
    const int depth = is_own(sums->lead) ? DEEPEST : 1;
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
    if (is_own(lead))
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
