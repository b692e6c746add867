/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/review/claims.h"

#include <stdlib.h>
#include <string.h>

#include "model/period.h"

/* A claim, and its note, which is not interned: equal notes have different numbers. */
struct told {
    const struct network *network;
    const struct network_claim *claim;
    const char *note;
    uint32_t time; /* 1 + the period that it is about; 0: the relation as a whole */
};

struct claims_review {
    const struct review *review;
    uint32_t *origins; /* by source: where its chain of "basis" ends (model/evidence.h) */
    struct told *told; /* room for the claims of one relation */
    uint32_t relation; /* under review */
    size_t count;      /* of its claims */
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_quotes(const struct network *network, const struct network_citation *a,
                          const struct network_citation *b)
{
    int order = compare_numbers(a->quote_count, b->quote_count);
    for (uint32_t i = 0; order == 0 && i < a->quote_count; i++)
        order = strcmp(network_text(network, network->quotes.items[a->first_quote + i].text),
                       network_text(network, network->quotes.items[b->first_quote + i].text));
    return order;
}

static int compare_citations(const struct told *a, const struct told *b)
{
    int order = compare_numbers(a->claim->cited, b->claim->cited);
    if (order != 0 || !a->claim->cited)
        return order;
    const struct network_citation *one = network_citation(a->network, a->claim),
                                  *other = network_citation(b->network, b->claim);
    order = compare_numbers(one->archived, other->archived);
    return order != 0 ? order : compare_quotes(a->network, one, other);
}

/* 0 if all is the same but the line. First by source, then by time and by stance. */
static int compare_contents(const struct told *one, const struct told *other)
{
    const struct network_claim *a = one->claim, *b = other->claim;
    const uint32_t pairs[][2] = {{a->by, b->by},         {one->time, other->time},
                                 {a->stance, b->stance}, {a->hedged, b->hedged},
                                 {a->date, b->date},     {a->credibility, b->credibility},
                                 {a->at, b->at},         {a->href, b->href}};
    int order = 0;
    for (size_t i = 0; order == 0 && i < sizeof pairs / sizeof *pairs; i++)
        order = compare_numbers(pairs[i][0], pairs[i][1]);
    if (order == 0)
        order = strcmp(one->note, other->note);
    return order != 0 ? order : compare_citations(one, other);
}

static int compare_told(const void *one, const void *other)
{
    const struct told *a = one, *b = other;
    int order = compare_contents(a, b);
    return order != 0 ? order : compare_numbers(a->claim->line, b->claim->line);
}

static void sort_claims(struct claims_review *claims)
{
    const struct network *network = claims->review->network;
    struct network_claims items = network_claims(network, claims->relation);
    const uint32_t first = network->relations.items[claims->relation].first_claim;
    claims->count = items.count;
    for (uint32_t i = 0; i < items.count; i++) {
        const uint32_t period = period_of_claim(network, claims->relation, first + i);
        claims->told[i] =
            (struct told){network, &items.items[i], network_text(network, items.items[i].note),
                          period != NETWORK_NONE ? 1 + period : 0};
    }
    qsort(claims->told, items.count, sizeof *claims->told, compare_told);
}

static void report_missing(const struct claims_review *claims)
{
    const struct review *review = claims->review;
    finding_report(
        review, review->network->relations.items[claims->relation].line, MESSAGE_NO_CLAIM,
        "relation \"%s\" has no claim; add a <claim> for each source that speaks of it",
        finding_relation(review, claims->relation));
}

static void check_duplicates(const struct claims_review *claims)
{
    const struct told *told = claims->told;
    for (size_t i = 1; i < claims->count; i++)
        if (compare_contents(&told[i - 1], &told[i]) == 0)
            finding_report(
                claims->review, told[i].claim->line, MESSAGE_DUPLICATE_CLAIM,
                "the claim of \"%s\" is the same as that on line %lu; remove it, or add "
                "what tells them apart",
                finding_source(claims->review, told[i].claim->by),
                (unsigned long)told[i - 1].claim->line);
}

/* The days of the claims of one source that have one stance. Undated ones may be of any day. */
struct stance_days {
    struct date_span span;
    uint32_t line; /* of the first; 0: there is none */
};

static void add_days(struct stance_days *days, const struct network *network,
                     const struct network_claim *claim)
{
    const struct date *date = network_date(network, claim->date);
    struct date_span span = {DATE_FIRST_DAY, DATE_LAST_DAY};
    if (date != NULL)
        span = date_known_span(date);
    if (days->line == 0) {
        *days = (struct stance_days){span, claim->line};
        return;
    }
    days->span.first = span.first < days->span.first ? span.first : days->span.first;
    days->span.last = span.last > days->span.last ? span.last : days->span.last;
    days->line = claim->line < days->line ? claim->line : days->line;
}

/* What one source says of a time, and of the relation as a whole. */
struct position {
    struct stance_days asserted, denied;
};

static void add_position(struct position *position, const struct told *told)
{
    if (told->claim->stance == STANCE_ASSERTS)
        add_days(&position->asserted, told->network, told->claim);
    else if (told->claim->stance == STANCE_DENIES)
        add_days(&position->denied, told->network, told->claim);
}

/* A source that asserted the relation on one day and denied it on another changed its mind: that
   is no contradiction. */
static bool is_contradiction(const struct position *position)
{
    const struct stance_days *asserted = &position->asserted, *denied = &position->denied;
    return asserted->line != 0 && denied->line != 0 &&
           asserted->span.last >= denied->span.first && denied->span.last >= asserted->span.first;
}

static void report_contradiction(const struct claims_review *claims, uint32_t source,
                                 const struct position *position)
{
    finding_report(
        claims->review, position->denied.line, MESSAGE_SELF_CONTRADICTION,
        "source \"%s\" denies relation \"%s\", which it asserts on line %lu; correct a "
        "claim, or date both if the source changed its position",
        finding_source(claims->review, source),
        finding_relation(claims->review, claims->relation),
        (unsigned long)position->asserted.line);
}

/* Reports the first time of which the source of the COUNT claims contradicts itself. They are
   sorted by time, those of the relation as a whole, which count for each period, first. */
static void check_contradiction(const struct claims_review *claims, const struct told *told,
                                size_t count)
{
    struct position whole = {.asserted = {.line = 0}};
    for (size_t next, first = 0; first < count; first = next) {
        struct position now = whole;
        for (next = first; next < count && told[next].time == told[first].time; next++)
            add_position(&now, &told[next]);
        if (is_contradiction(&now)) {
            report_contradiction(claims, told->claim->by, &now);
            return;
        }
        if (told[first].time == 0)
            whole = now;
    }
}

/* Checks the claims of each source; they are sorted by source. */
static void check_sources(const struct claims_review *claims)
{
    const struct told *told = claims->told;
    size_t first = 0;
    for (size_t i = 1; i <= claims->count; i++) {
        if (i < claims->count && told[i].claim->by == told[first].claim->by)
            continue;
        check_contradiction(claims, told + first, i - first);
        first = i;
    }
}

/* Whether claims of STANCE on the relation have more than one origin. */
static bool is_confirmed(const struct claims_review *claims, unsigned stance)
{
    uint32_t origin = NETWORK_NONE;
    for (size_t i = 0; i < claims->count; i++) {
        const struct network_claim *claim = claims->told[i].claim;
        if (claim->stance != stance)
            continue;
        if (origin != NETWORK_NONE && claims->origins[claim->by] != origin)
            return true;
        origin = claims->origins[claim->by];
    }
    return false;
}

static void check_confirmation(const struct claims_review *claims, enum claim_stance stance)
{
    bool confirmed = is_confirmed(claims, stance);
    for (size_t i = 0; !confirmed && i < claims->count; i++) {
        const struct network_claim *claim = claims->told[i].claim;
        if (claim->stance == stance && claim->credibility == 1)
            finding_report(
                claims->review, claim->line, MESSAGE_LONE_CONFIRMATION,
                "the claim of \"%s\" has credibility 1, confirmed by other sources, but "
                "no other independent source %s relation \"%s\"; add its claim, or write "
                "credibility=\"2\"",
                finding_source(claims->review, claim->by), vocabulary_stances.words[stance],
                finding_relation(claims->review, claims->relation));
    }
}

static void check_relation(struct claims_review *claims)
{
    sort_claims(claims);
    if (claims->count == 0)
        report_missing(claims);
    check_duplicates(claims);
    check_sources(claims);
    check_confirmation(claims, STANCE_ASSERTS);
    check_confirmation(claims, STANCE_DENIES);
}

/* Sets the origin of SOURCE and of all sources on the way to it. ORIGINS has NETWORK_NONE where
   it is not known yet. */
static void find_origin(const struct network *network, uint32_t source, uint32_t *origins)
{
    const struct network_source *sources = network->sources.items;
    uint32_t end = source;
    while (origins[end] == NETWORK_NONE && sources[end].basis != NETWORK_NONE)
        end = sources[end].basis;
    uint32_t origin = origins[end] != NETWORK_NONE ? origins[end] : end;
    for (uint32_t at = source; at != end; at = sources[at].basis)
        origins[at] = origin;
    origins[end] = origin;
}

static void find_origins(const struct network *network, uint32_t *origins)
{
    for (size_t i = 0; i < network->sources.count; i++)
        origins[i] = NETWORK_NONE;
    for (size_t i = 0; i < network->sources.count; i++)
        find_origin(network, (uint32_t)i, origins);
}

static size_t most_claims(const struct network *network)
{
    size_t most = 0;
    for (size_t i = 0; i < network->relations.count; i++) {
        size_t count = network_claims(network, (uint32_t)i).count;
        most = count > most ? count : most;
    }
    return most;
}

static void check_all(struct claims_review *claims)
{
    const struct network *network = claims->review->network;
    find_origins(network, claims->origins);
    for (size_t i = 0; i < network->relations.count; i++) {
        claims->relation = (uint32_t)i;
        check_relation(claims);
    }
}

enum status claims_review(const struct review *review)
{
    const struct network *network = review->network;
    struct claims_review claims = {.review = review,
                                   .origins =
                                       calloc(network->sources.count + 1, sizeof *claims.origins),
                                   .told = calloc(most_claims(network) + 1, sizeof *claims.told)};
    enum status status = STATUS_MEMORY;
    if (claims.origins != NULL && claims.told != NULL) {
        check_all(&claims);
        status = STATUS_OK;
    }
    free(claims.origins);
    free(claims.told);
    return status;
}
