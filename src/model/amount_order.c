/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/amount_order.h"

#include <stdlib.h>

#include "base/memory/array.h"
#include "model/period.h"

/* Whether AMOUNT is of the relation itself, or claimed: who denies it, or makes no comment, does
   not claim it. */
static bool is_stated(const struct network *network, const struct network_amount *amount)
{
    if (amount_is_own(amount))
        return true;
    const unsigned stance = network->claims.items[amount->claim].stance;
    return stance == STANCE_ASSERTS || stance == STANCE_QUALIFIES;
}

uint32_t amount_when(const struct network *network, const struct network_amount *amount)
{
    if (amount->when != NETWORK_NONE || amount_is_own(amount))
        return amount->when;
    const uint32_t period = period_of_claim(network, amount->relation, amount->claim);
    return period != NETWORK_NONE ? network->periods.items[period].when : NETWORK_NONE;
}

bool amount_is_of_all(const struct network *network, const struct network_amount *amount)
{
    return amount_when(network, amount) == NETWORK_NONE;
}

/* --- terms */

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
    if (amount_is_own(x->amount) != amount_is_own(y->amount))
        return amount_is_own(x->amount) ? -1 : 1;
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
        const bool begins = i == 0 || compare_days(terms[i - 1].days, terms[i].days) != 0;
        places[i].date = begins ? first + i : places[i - 1].date;
        if (!begins)
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

/* What is known of a claim while amounts are ordered. */
struct claimed {
    uint32_t speaker; /* its source: a number, from 0 */
    uint32_t latest;  /* a place */
};

/* What is known of a source. */
struct speaker {
    bool in_all;        /* it says something without a date */
    uint32_t date, end; /* the place that begins the longest date that it has spoken of, and the
                           end of that */
};

/* Room for the amounts of a relation. */
struct ordering {
    struct term *terms;
    struct claimed *claims; /* of the relation, from CLAIM on; and last, the relation itself */
    struct speaker *speakers;
    uint32_t claim, claim_count;
};

static struct claimed *claimed_at(const struct ordering *ordering, const struct network *network,
                                  const struct network_amount_place *place)
{
    const struct network_amount *amount = &network->amounts.items[place->amount];
    return &ordering->claims[amount_is_own(amount) ? ordering->claim_count
                                                   : amount->claim - ordering->claim];
}

/* Links places with the same claim. */
static void link_kin(const struct ordering *ordering, const struct network *network,
                     struct network_amount_place *places, uint32_t count, uint32_t first)
{
    for (uint32_t i = 0; i < count; i++)
        claimed_at(ordering, network, &places[i])->latest = NETWORK_NONE;
    for (uint32_t i = count; i-- > 0;) {
        struct claimed *claimed = claimed_at(ordering, network, &places[i]);
        places[i].kin = claimed->latest;
        claimed->latest = first + i;
    }
}

/* Says of each place whether its source has said more: of all times, or of a longer time. */
static void find_repeated(const struct ordering *ordering, const struct network *network,
                          struct network_amount_place *places, uint32_t count, uint32_t first)
{
    for (uint32_t i = 0; i < count; i++)
        ordering->speakers[claimed_at(ordering, network, &places[i])->speaker] =
            (struct speaker){false, NETWORK_NONE, 0};
    for (uint32_t i = 0; i < count; i++) {
        struct network_amount_place *place = &places[i];
        struct speaker *speaker =
            &ordering->speakers[claimed_at(ordering, network, place)->speaker];
        const bool undated = amount_is_of_all(network, &network->amounts.items[place->amount]);
        speaker->in_all |= undated;
        place->in_all = speaker->in_all && !undated; /* what has no date comes first */
        place->repeated = speaker->end > first + i && speaker->date != place->date;
        if (!undated && !place->repeated) {
            speaker->date = place->date;
            speaker->end = places[place->date - first].end;
        }
    }
}

static void ordering_clear(struct ordering *ordering)
{
    free(ordering->terms);
    free(ordering->claims);
    free(ordering->speakers);
}

/* A claim, by its source. */
struct voice {
    uint32_t source, claim;
};

static int compare_voices(const void *a, const void *b)
{
    const struct voice *x = a, *y = b;
    return (x->source > y->source) - (x->source < y->source);
}

/* Numbers the sources of the claims; the relation itself speaks last. */
static enum status number_speakers(struct ordering *ordering, const struct network *network)
{
    uint32_t speaker = 0;
    ordering->claims[ordering->claim_count].speaker = ordering->claim_count;
    struct voice *voices = malloc((ordering->claim_count + 1) * sizeof *voices);
    if (voices == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < ordering->claim_count; i++)
        voices[i] = (struct voice){network->claims.items[ordering->claim + i].by, i};
    if (ordering->claim_count > 0)
        qsort(voices, ordering->claim_count, sizeof *voices, compare_voices);
    for (uint32_t i = 0; i < ordering->claim_count; i++) {
        speaker += i > 0 && voices[i].source != voices[i - 1].source;
        ordering->claims[voices[i].claim].speaker = speaker;
    }
    free(voices);
    return STATUS_OK;
}

static enum status ordering_init(struct ordering *ordering, const struct network *network,
                                 size_t first)
{
    const uint32_t relation = (uint32_t)network->relations.count - 1;
    ordering->claim = network->relations.items[relation].first_claim;
    ordering->claim_count = (uint32_t)network->claims.count - ordering->claim;
    ordering->terms = malloc((network->amounts.count - first) * sizeof *ordering->terms);
    ordering->claims = malloc((ordering->claim_count + 1) * sizeof *ordering->claims);
    ordering->speakers = malloc((ordering->claim_count + 1) * sizeof *ordering->speakers);
    const bool room =
        ordering->terms != NULL && ordering->claims != NULL && ordering->speakers != NULL;
    const enum status status = room ? number_speakers(ordering, network) : STATUS_MEMORY;
    if (status != STATUS_OK)
        ordering_clear(ordering);
    return status;
}

/* Adds places for those of the terms from FIRST to before END, of one unit, that count. */
static enum status place_unit(struct network *network, struct ordering *ordering, size_t first,
                              size_t end)
{
    struct term *terms = &ordering->terms[first];
    const bool own = amount_is_own(terms->amount);
    const uint32_t at = (uint32_t)network->amount_places.count;
    struct network_amount *lead = terms->amount;
    uint32_t count = 0;
    ARRAY_RESERVE(&network->amount_places, end - first);
    struct network_amount_place *places = &network->amount_places.items[at];
    for (; first + count < end && amount_is_own(terms[count].amount) == own; count++) {
        lead = terms[count].amount < lead ? terms[count].amount : lead;
        places[count] = (struct network_amount_place){
            .amount = (uint32_t)(terms[count].amount - network->amounts.items),
            .kin = NETWORK_NONE};
    }
    nest_dates(places, terms, count, at);
    link_kin(ordering, network, places, count, at);
    find_repeated(ordering, network, places, count, at);
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
