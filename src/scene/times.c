/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/times.h"

#include <stdlib.h>
#include <string.h>

#include "model/evidence.h"
#include "model/period.h"
#include "scene/date_wording.h"

/* More times than this are not listed. */
enum { MOST_LISTED = 3 };

/* The dates of some periods. */
struct choice {
    const struct network *network;
    const struct network_date **dates; /* owned */
    size_t count;
};

/* Which of the periods. */
struct wanted {
    const struct date_span *span; /* those with days of it */
    bool denied;                  /* those that are denied; or those that are not, */
    bool apart;                   /* and those that lie apart */
};

/* Adds the dates of those COUNT periods from FIRST on that are WANTED. */
static void choose(struct choice *choice, size_t first, size_t count, struct wanted wanted)
{
    for (size_t i = first; i < first + count; i++) {
        const struct network_period *period = &choice->network->periods.items[i];
        const struct date *date = network_date(choice->network, period->when);
        if (date != NULL && (wanted.span == NULL || date_holds(date, *wanted.span)) &&
            (period->denied == wanted.denied ||
             (wanted.apart &&
              period_is_apart(choice->network, period->relation, period, wanted.span))))
            choice->dates[choice->count++] = &choice->network->dates.items[period->when];
    }
}

/* By the first day, then by the last. */
static int compare_dates(const void *one, const void *other)
{
    const struct network_date *a = *(const struct network_date *const *)one,
                              *b = *(const struct network_date *const *)other;
    const struct date_span x = date_known_span(&a->date), y = date_known_span(&b->date);
    if (x.first != y.first)
        return x.first < y.first ? -1 : 1;
    if (x.last != y.last)
        return x.last < y.last ? -1 : 1;
    return (a->text > b->text) - (a->text < b->text);
}

/* Whether nothing about DATE is unsure, nor its ends unknown, so that what follows it without a
   gap may be one time with it. */
static bool is_firm(const struct date *date)
{
    return !date_is_uncertain(date) && !date_is_approximate(date) &&
           date->start.bound != DATE_UNKNOWN && date->end.bound != DATE_UNKNOWN;
}

/* Periods between which the relation goes on. */
struct stretch {
    const struct network_date *first, *last; /* one that starts first, and one that ends last */
};

/* Sets *STRETCH to that which begins with the date AT of CHOICE, in which they are sorted.
   Returns the number of the date after it. */
static size_t take_stretch(const struct choice *choice, size_t at, struct stretch *stretch)
{
    *stretch = (struct stretch){choice->dates[at], choice->dates[at]};
    date_day last = date_known_span(&stretch->last->date).last;
    while (++at < choice->count) {
        const struct date *date = &choice->dates[at]->date;
        const struct date_span next = date_known_span(date);
        if (last != DATE_LAST_DAY && next.first > last + 1)
            break;
        if (choice->dates[at] == stretch->last)
            continue;
        if (!is_firm(date) || !is_firm(&stretch->last->date))
            break;
        if (next.last <= last)
            continue;
        stretch->last = choice->dates[at];
        last = next.last;
    }
    return at;
}

/* Adds the start of the first date and the end of the last as one date; nothing if there is
   neither. */
static void add_date(struct times *times, const struct network *network,
                     const struct stretch *stretch)
{
    const struct date *first = &stretch->first->date, *last = &stretch->last->date;
    const char *start = network_text(network, stretch->first->text);
    const char *end = network_text(network, stretch->last->text), *slash = strchr(end, '/');
    if (first->start.bound != DATE_KNOWN && last->end.bound != DATE_KNOWN)
        return;
    if (strcmp(start, end) == 0) {
        buffer_text(&times->dates, start);
    } else {
        buffer_add(&times->dates, start, strcspn(start, "/"));
        buffer_char(&times->dates, '/');
        buffer_text(&times->dates, slash != NULL ? slash + 1 : end);
    }
    buffer_char(&times->dates, '\0');
    times->count++;
}

/* Adds the sorted dates of CHOICE as one. */
static void add_extent(struct times *times, const struct choice *choice)
{
    struct stretch extent = {choice->dates[0], choice->dates[0]}, next;
    for (size_t at = 0; at < choice->count;) {
        at = take_stretch(choice, at, &next);
        if (date_known_span(&next.last->date).last > date_known_span(&extent.last->date).last)
            extent.last = next.last;
    }
    add_date(times, choice->network, &extent);
}

/* Adds the dates of CHOICE. */
static void add_choice(struct times *times, struct choice *choice)
{
    struct stretch stretch;
    size_t stretches = 0;
    qsort(choice->dates, choice->count, sizeof *choice->dates, compare_dates);
    for (size_t at = 0; at < choice->count; stretches++)
        at = take_stretch(choice, at, &stretch);
    if (stretches > MOST_LISTED) {
        times->many = stretches;
        add_extent(times, choice);
        return;
    }
    for (size_t at = 0; at < choice->count;) {
        at = take_stretch(choice, at, &stretch);
        add_date(times, choice->network, &stretch);
    }
}

/* Prepares CHOICE for MOST dates. */
static bool choice_init(struct choice *choice, struct times *times, const struct network *network,
                        size_t most)
{
    *times = (struct times){.dates = BUFFER_EMPTY};
    *choice = (struct choice){network, malloc((most + 1) * sizeof *choice->dates), 0};
    times->dates.failed = choice->dates == NULL;
    return choice->dates != NULL;
}

/* Whether RELATION is denied, but only of some periods: then nobody speaks of the others. */
static bool is_denied_in_part(const struct network *network, uint32_t relation,
                              const struct date_span *span)
{
    const struct network_claim *claim = NULL;
    if (evidence_of(network, relation, span) != EVIDENCE_DENIED)
        return false;
    while ((claim = period_next_claim(network, relation, span, claim)) != NULL)
        if (claim->stance == STANCE_DENIES &&
            period_of_claim(network, relation, (uint32_t)(claim - network->claims.items)) ==
                NETWORK_NONE)
            return false;
    return true;
}

void times_find(struct times *times, const struct network *network, uint32_t relation,
                const struct date_span *span)
{
    const uint32_t when = network->relations.items[relation].when;
    const struct date_span *const spans[] = {span, span, NULL, NULL};
    struct choice choice;
    size_t first;
    const size_t count = period_find(network, relation, &first);
    if (!choice_init(&choice, times, network, count))
        return;
    const bool denied = is_denied_in_part(network, relation, span);
    const bool apart = evidence_is_disputed_apart(network, relation, span);
    for (size_t i = 0; i < 4 && choice.count == 0; i++)
        choose(&choice, first, count,
               (struct wanted){spans[i], (i % 2 == 1) != denied, i == 0 && apart});
    if (choice.count == 0 && when != NETWORK_NONE)
        choice.dates[choice.count++] = &network->dates.items[when];
    add_choice(times, &choice);
    free(choice.dates);
}

void times_find_claimed(struct times *times, const struct network *network, uint32_t relation,
                        const struct date_span *span, const struct network_claim *claim)
{
    const size_t index = (size_t)(claim - network->claims.items);
    const uint32_t period = period_of_claim(network, relation, (uint32_t)index);
    struct choice choice;
    if (period == NETWORK_NONE) {
        times_find(times, network, relation, span);
        return;
    }
    if (!choice_init(&choice, times, network, 1))
        return;
    const uint32_t when = network->periods.items[period].when;
    if (when != NETWORK_NONE)
        choice.dates[choice.count++] = &network->dates.items[when];
    add_choice(times, &choice);
    free(choice.dates);
}

static bool is_of(const struct network_claim *claim, const struct times_voice *voice)
{
    const bool told_apart = voice->stance == STANCE_ASSERTS || voice->stance == STANCE_DENIES;
    return claim->stance == voice->stance && (!told_apart || claim->hedged == voice->hedged);
}

/* Adds the date of the period that CLAIM is about, once; its claims follow each other. Removes
   all dates and returns false if it is about none. */
static bool choose_claimed(struct choice *choice, uint32_t relation,
                           const struct network_claim *claim)
{
    const struct network *network = choice->network;
    const size_t index = (size_t)(claim - network->claims.items);
    const uint32_t period = period_of_claim(network, relation, (uint32_t)index);
    const uint32_t when =
        period != NETWORK_NONE ? network->periods.items[period].when : NETWORK_NONE;
    if (when == NETWORK_NONE) {
        choice->count = 0;
        return false;
    }
    const struct network_date *date = &network->dates.items[when];
    if (choice->count == 0 || choice->dates[choice->count - 1] != date)
        choice->dates[choice->count++] = date;
    return true;
}

/* Finds the periods that the claims of VOICE are about. */
static void find_claimed(struct times *times, const struct network *network, uint32_t relation,
                         const struct date_span *span, const struct times_voice *voice)
{
    const struct network_claim *claim = NULL;
    struct choice choice;
    size_t first;
    if (!choice_init(&choice, times, network, period_find(network, relation, &first)))
        return;
    while ((claim = evidence_next_claim(network, relation, span, voice->source, claim)) != NULL)
        if (is_of(claim, voice) && !choose_claimed(&choice, relation, claim))
            break;
    add_choice(times, &choice);
    free(choice.dates);
}

void times_clear(struct times *times)
{
    buffer_clear(&times->dates);
}

static bool are_equal(const struct times *one, const struct times *other)
{
    return one->many == other->many && one->dates.length == other->dates.length &&
           (one->dates.length == 0 ||
            memcmp(one->dates.bytes, other->dates.bytes, one->dates.length) == 0);
}

const char *times_next(const struct times *times, const char *previous)
{
    const char *next = previous != NULL ? previous + strlen(previous) + 1 : times->dates.bytes;
    return next != NULL && next < times->dates.bytes + times->dates.length ? next : NULL;
}

/* Adds "in 5 periods", after what was there from START on and a comma. */
static void add_many(struct buffer *out, size_t start, const struct times *times,
                     enum wording wording)
{
    if (times->many == 0)
        return;
    buffer_text(out, out->length > start ? wording_word(wording, WORD_COMMA) : "");
    wording_count(out, wording, WORD_IN_PERIODS, times->many);
}

void times_add(struct buffer *out, const struct times *times, enum wording wording)
{
    const size_t start = out->length;
    const char *date = NULL;
    for (size_t i = 0; (date = times_next(times, date)) != NULL; i++) {
        if (i > 0)
            buffer_text(out, wording_word(wording, i + 1 < times->count ? WORD_COMMA : WORD_AND));
        date_wording_add(out, date, wording, DATE_BRIEF);
    }
    add_many(out, start, times, wording);
    out->failed |= times->dates.failed;
}

/* Adds "period: from 2001 to 2003", "periods: from 2001 to 2003, 2005" or "in 5 periods". */
static void add_periods(struct buffer *out, const struct times *times, enum wording wording)
{
    const char *date = NULL;
    if (times->many > 0) {
        wording_count(out, wording, WORD_IN_PERIODS, times->many);
        return;
    }
    for (size_t i = 0; (date = times_next(times, date)) != NULL; i++) {
        if (i == 0)
            buffer_format(out, "%s ",
                          wording_word(wording, times->count > 1 ? WORD_PERIODS : WORD_PERIOD));
        buffer_text(out, i > 0 ? wording_word(wording, WORD_COMMA) : "");
        date_wording_add_plain(out, date, wording);
    }
    out->failed |= times->dates.failed;
}

void times_add_claimed(struct buffer *out, const struct times *all, const struct network *network,
                       uint32_t relation, const struct date_span *span, struct times_voice voice,
                       enum wording wording)
{
    struct times own;
    find_claimed(&own, network, relation, span, &voice);
    if (!are_equal(&own, all))
        add_periods(out, &own, wording);
    out->failed |= own.dates.failed;
    times_clear(&own);
}

void times_add_period_of_claim(struct buffer *out, const struct network *network,
                               uint32_t relation, const struct network_claim *claim,
                               enum wording wording)
{
    size_t first;
    const size_t index = (size_t)(claim - network->claims.items);
    const uint32_t period = period_find(network, relation, &first) > 1
                                ? period_of_claim(network, relation, (uint32_t)index)
                                : NETWORK_NONE;
    if (period == NETWORK_NONE)
        return;
    buffer_format(out, "%s ", wording_word(wording, WORD_PERIOD));
    date_wording_add_plain(out, network_date_text(network, network->periods.items[period].when),
                           wording);
}
