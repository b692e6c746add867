/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount_sums.h"

#include <math.h>
#include <stdlib.h>

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

/* --- links */

/* An amount to be linked. */
struct term {
    struct network_amount *amount;
    bool own;
    bool dated;            /* its date has days: */
    struct date_span days; /* so that 2001 and 2001-01/2001-12 are the same */
};

static struct term term_of(const struct network *network, struct network_amount *amount)
{
    const struct date *date = network_date(network, amount_when(network, amount));
    struct term term = {amount, is_own(amount), date != NULL, {0, 0}};
    if (date != NULL)
        term.days = date_known_span(date);
    return term;
}

/* By date: those without one last. */
static int compare_dates(const struct term *x, const struct term *y)
{
    if (x->dated != y->dated)
        return x->dated ? -1 : 1;
    if (x->days.first != y->days.first)
        return x->days.first < y->days.first ? -1 : 1;
    return (x->days.last > y->days.last) - (x->days.last < y->days.last);
}

/* For qsort: by unit, what the relation has itself before what is claimed, then by date, and in
   the order of the dataset, and so by claim. */
static int compare_terms(const void *a, const void *b)
{
    const struct term *x = a, *y = b;
    if (x->amount->unit != y->amount->unit)
        return x->amount->unit < y->amount->unit ? -1 : 1;
    if (x->own != y->own)
        return x->own ? -1 : 1;
    const int order = compare_dates(x, y);
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

/* Whether a term begins another date than the one before it. */
static bool begins_date(const struct term *term)
{
    return compare_dates(term - 1, term) != 0;
}

/* Links the COUNT terms of one unit. */
static void link_unit(struct network *network, struct term *terms, size_t count)
{
    const struct network_amount *items = network->amounts.items;
    const bool own = terms->own;
    struct network_amount *lead = terms->amount;
    for (size_t i = 0; i < count && terms[i].own == own; i++) {
        struct network_amount *amount = terms[i].amount;
        lead = amount < lead ? amount : lead;
        amount->begins = i > 0 && begins_date(&terms[i]);
        amount->next = i + 1 < count && terms[i + 1].own == own
                           ? (uint32_t)(terms[i + 1].amount - items)
                           : NETWORK_NONE;
    }
    lead->leads = true;
    lead->chain = (uint32_t)(terms->amount - items);
}

enum status amount_link(struct network *network)
{
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    size_t first = network->amounts.count;
    while (first > 0 && network->amounts.items[first - 1].relation == relation)
        first--;
    if (first == network->amounts.count)
        return STATUS_OK;
    struct term *terms = malloc((network->amounts.count - first) * sizeof *terms);
    if (terms == NULL)
        return STATUS_MEMORY;
    const size_t count = list_terms(network, first, terms);
    qsort(terms, count, sizeof *terms, compare_terms);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && terms[end].amount->unit == terms[i].amount->unit;)
            end++;
        link_unit(network, &terms[i], end - i);
    }
    free(terms);
    return STATUS_OK;
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

/* A walk along the chain of a unit. */
struct walk {
    const struct network *network;
    const struct date_span *span;
    uint32_t at; /* NETWORK_NONE: the end */
};

static const struct network_amount *at(const struct walk *walk)
{
    return &walk->network->amounts.items[walk->at];
}

/* Takes the amounts of one claim, or of the relation itself, for one date. */
static void take_share(struct walk *walk, struct range *date)
{
    const uint32_t claim = at(walk)->claim;
    double sum = 0;
    bool any = false;
    do {
        const bool holds = amount_holds(walk->network, at(walk), walk->span);
        sum += holds ? at(walk)->number : 0;
        any |= holds;
        walk->at = at(walk)->next;
    } while (walk->at != NETWORK_NONE && !at(walk)->begins && at(walk)->claim == claim);
    if (any)
        widen(date, sum);
}

/* Takes all of one date. */
static struct range take_date(struct walk *walk)
{
    struct range date = {.any = false};
    do
        take_share(walk, &date);
    while (walk->at != NETWORK_NONE && !at(walk)->begins);
    return date;
}

bool amount_next_date(const struct network *network, const struct amount_sums *sums,
                      const struct date_span *span, struct amount_date *date)
{
    struct walk walk = {network, span, date->next};
    if (!date->begun)
        walk.at = sums->lead->chain;
    while (walk.at != NETWORK_NONE && !is_of_all(network, at(&walk))) {
        const struct network_amount *first = at(&walk);
        const struct range range = take_date(&walk);
        *date = (struct amount_date){true, walk.at, first, range.least, range.most};
        if (range.any)
            return true;
    }
    return false;
}

/* Widens WHOLES to what the claim of the amount *INDEX says in the unit of LEAD in all, if it
   says some of it without a date. Moves *INDEX behind the claim. */
static void take_claim(const struct network *network, const struct date_span *span,
                       const struct network_amount *lead, size_t *index, struct range *wholes)
{
    const struct network_amount *items = network->amounts.items;
    const uint32_t claim = items[*index].claim;
    double sum = 0;
    bool whole = false;
    for (; *index < network->amounts.count && items[*index].relation == lead->relation &&
           items[*index].claim == claim;
         ++*index) {
        const struct network_amount *amount = &items[*index];
        if (amount->unit != lead->unit || !is_stated(network, amount) ||
            !amount_holds(network, amount, span))
            continue;
        sum += amount->number;
        whole |= is_of_all(network, amount);
    }
    if (whole)
        widen(wholes, sum);
}

/* What claims say in all. */
static struct range take_wholes(const struct network *network, const struct date_span *span,
                                const struct network_amount *lead)
{
    const struct network_amount *items = network->amounts.items;
    struct range wholes = {.any = false};
    size_t i = (size_t)(lead - items);
    while (!is_own(lead) && i < network->amounts.count && items[i].relation == lead->relation)
        take_claim(network, span, lead, &i, &wholes);
    return wholes;
}

/* Sets SUMS to those of the unit of LEAD; false if nothing counts. */
static bool take_unit(const struct network *network, const struct network_amount *lead,
                      const struct date_span *span, struct amount_sums *sums)
{
    struct amount_date date = {.begun = false};
    bool any = false;
    *sums = (struct amount_sums){lead, lead->unit, 0, 0};
    while (amount_next_date(network, sums, span, &date)) {
        sums->least += date.least;
        sums->most += date.most;
        any = true;
    }
    const struct range wholes = take_wholes(network, span, lead);
    if (wholes.any) {
        sums->least = any ? fmin(sums->least, wholes.least) : wholes.least;
        sums->most = any ? fmax(sums->most, wholes.most) : wholes.most;
    }
    return any || wholes.any;
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
        if (items[at].leads && take_unit(network, &items[at], span, sums))
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
                        uint32_t *counts)
{
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], NULL, &sums))
            counts[sums.unit]++;
    }
}

enum status amount_usual_unit(const struct network *network, const uint32_t *relations,
                              size_t count, uint32_t *unit)
{
    uint32_t most = 0, *counts = calloc(strings_limit(&network->strings) + 1, sizeof *counts);
    *unit = 0;
    if (counts == NULL)
        return STATUS_MEMORY;
    count_units(network, relations, count, counts);
    for (size_t i = 0; i < count; i++) {
        struct amount_sums sums = {NULL, 0, 0, 0};
        while (amount_next(network, relations[i], NULL, &sums))
            if (counts[sums.unit] > most) {
                most = counts[sums.unit];
                *unit = sums.unit;
            }
    }
    free(counts);
    return STATUS_OK;
}
