/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "model/ordering.h"
#include "model/period.h"

enum evidence evidence_of(const struct network *network, uint32_t relation)
{
    return evidence_of_claims(network_claims(network, relation));
}

enum evidence evidence_of_claims(struct network_claims claims)
{
    bool asserted = false, hedged = false, denied = false;
    for (size_t i = 0; i < claims.count; i++) {
        const struct network_claim *claim = &claims.items[i];
        if (claim->stance == STANCE_DENIES)
            denied = true;
        else if (claim->stance == STANCE_ASSERTS && claim->hedged)
            hedged = true;
        else if (claim->stance == STANCE_ASSERTS)
            asserted = true;
    }
    if (denied)
        return asserted || hedged ? EVIDENCE_DISPUTED : EVIDENCE_DENIED;
    if (asserted)
        return EVIDENCE_ASSERTED;
    return hedged ? EVIDENCE_SUSPECTED : EVIDENCE_UNSOURCED;
}

/* The place of CODE on its scale, whose last code, LAST, means that it can't be judged. */
static int place(char code, char last)
{
    return code != '\0' ? code : last;
}

int evidence_grade_rank(struct evidence_grade grade)
{
    int rank = (place(grade.digit, '6') - '1') * ('F' - 'A' + 1) + place(grade.letter, 'F') - 'A';
    return rank * 4 + (grade.digit == '\0') * 2 + (grade.letter == '\0');
}

void evidence_grade_add_known(struct buffer *out, struct evidence_grade grade)
{
    if (grade.letter != '\0')
        buffer_char(out, grade.letter);
    if (grade.digit != '\0')
        buffer_char(out, grade.digit);
}

void evidence_grade_add(struct buffer *out, struct evidence_grade grade)
{
    if (grade.letter == '\0' && grade.digit != '\0')
        buffer_char(out, '-');
    evidence_grade_add_known(out, grade);
}

struct evidence_grade evidence_claim_grade(const struct network *network,
                                           const struct network_claim *claim)
{
    return (struct evidence_grade){network->sources.items[claim->by].reliability,
                                   claim->credibility > 0 ? (char)('0' + claim->credibility)
                                                          : '\0'};
}

struct evidence_grade evidence_grade(const struct network *network, uint32_t relation)
{
    struct network_claims claims = network_claims(network, relation);
    struct evidence_grade best = {'\0', '\0'};
    for (size_t i = 0; i < claims.count; i++) {
        if (claims.items[i].stance != STANCE_ASSERTS)
            continue;
        const struct evidence_grade grade = evidence_claim_grade(network, &claims.items[i]);
        if (evidence_grade_rank(grade) < evidence_grade_rank(best))
            best = grade;
    }
    return best;
}

static bool meets(char code, char threshold, char last)
{
    if (threshold == '\0' || code == threshold)
        return true;
    return code != '\0' && threshold != last && code < threshold;
}

bool evidence_grade_meets(struct evidence_grade grade, struct evidence_grade threshold)
{
    return meets(grade.letter, threshold.letter, 'F') && meets(grade.digit, threshold.digit, '6');
}

bool evidence_meets(const struct network *network, uint32_t relation,
                    struct evidence_grade threshold)
{
    struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].stance == STANCE_ASSERTS &&
            evidence_grade_meets(evidence_claim_grade(network, &claims.items[i]), threshold))
            return true;
    return false;
}

bool evidence_is_anonymous(const struct network *network, uint32_t relation)
{
    struct network_claims claims = network_claims(network, relation);
    bool asserted = false;
    for (size_t i = 0; i < claims.count; i++) {
        if (claims.items[i].stance != STANCE_ASSERTS)
            continue;
        if (!network->sources.items[claims.items[i].by].anonymous)
            return false;
        asserted = true;
    }
    return asserted;
}

static const char *source_id(const struct network *network, uint32_t source)
{
    return network_text(network, network->sources.items[source].id);
}

/* The number of the ordered CLAIMS that come before the claim with index FROM of the source with
   this ID, or would. */
static size_t count_before(const struct network *network, const uint32_t *claims, size_t count,
                           const char *id, uint32_t from)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t claim = claims[middle];
        int order = strcmp(source_id(network, network->claims.items[claim].by), id);
        if (order < 0 || (order == 0 && claim < from))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct network_claim *evidence_next_claim(const struct network *network, uint32_t relation,
                                                uint32_t source,
                                                const struct network_claim *previous)
{
    size_t count;
    const struct network_claim *all = network->claims.items;
    const uint32_t *ordered = ordering_claims(network, relation, &count);
    const uint32_t first = network->relations.items[relation].first_claim;
    const uint32_t from = previous != NULL ? (uint32_t)(previous - all) + 1 : first;
    if (ordered != NULL) {
        size_t at = count_before(network, ordered, count, source_id(network, source), from);
        return at < count && all[ordered[at]].by == source ? &all[ordered[at]] : NULL;
    }
    for (size_t i = from; i < first + count; i++)
        if (all[i].by == source)
            return &all[i];
    return NULL;
}

bool evidence_has_claim(const struct network *network, uint32_t relation, uint32_t source,
                        enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    while ((claim = evidence_next_claim(network, relation, source, claim)) != NULL)
        if (claim->stance == stance)
            return true;
    return false;
}

/* As evidence_next_source, where the claims are ORDERED. */
static uint32_t next_ordered(const struct network *network, const uint32_t *ordered, size_t count,
                             enum claim_stance stance, uint32_t previous)
{
    const struct network_claim *all = network->claims.items;
    size_t at = 0;
    if (previous != NETWORK_NONE)
        at = count_before(network, ordered, count, source_id(network, previous), UINT32_MAX);
    while (at < count && all[ordered[at]].stance != stance)
        at++;
    return at < count ? all[ordered[at]].by : NETWORK_NONE;
}

uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              enum claim_stance stance, uint32_t previous)
{
    size_t count;
    const uint32_t *ordered = ordering_claims(network, relation, &count);
    if (ordered != NULL)
        return next_ordered(network, ordered, count, stance, previous);
    struct network_claims claims = network_claims(network, relation);
    uint32_t next = NETWORK_NONE;
    for (size_t i = 0; i < claims.count; i++) {
        uint32_t by = claims.items[i].by;
        const char *id = source_id(network, by);
        if (claims.items[i].stance != stance ||
            (previous != NETWORK_NONE && strcmp(id, source_id(network, previous)) <= 0))
            continue;
        if (next == NETWORK_NONE || strcmp(id, source_id(network, next)) < 0)
            next = by;
    }
    return next;
}

bool evidence_is_hedged(const struct network *network, uint32_t relation, uint32_t source,
                        enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    bool hedged = false;
    while ((claim = evidence_next_claim(network, relation, source, claim)) != NULL) {
        if (claim->stance != stance)
            continue;
        if (!claim->hedged)
            return false;
        hedged = true;
    }
    return hedged;
}

uint32_t evidence_origin(const struct network *network, uint32_t source)
{
    const struct network_source *sources = network->sources.items;
    if (sources[source].origin != 0)
        return sources[source].origin - 1;
    while (sources[source].basis != NETWORK_NONE)
        source = sources[source].basis;
    return source;
}

/* The claims of a relation that count in a span of time. */
struct tally {
    const struct network *network;
    uint32_t relation;
    const struct date_span *span; /* NULL: all claims count */
    struct network_claims claims;
};

/* Whether claim INDEX asserts the relation, and counts. */
static bool asserts(const struct tally *tally, size_t index)
{
    const struct network_claim *claim = &tally->claims.items[index];
    return claim->stance == STANCE_ASSERTS &&
           period_counts_claim(tally->network, tally->relation, claim, tally->span);
}

static uint32_t origin_at(const struct tally *tally, size_t index)
{
    return evidence_origin(tally->network, tally->claims.items[index].by);
}

/* Whether any assertion among the first COUNT claims is by a source with this ORIGIN. */
static bool has_origin(const struct tally *tally, size_t count, uint32_t origin)
{
    for (size_t i = 0; i < count; i++)
        if (asserts(tally, i) && origin_at(tally, i) == origin)
            return true;
    return false;
}

/* The number of origins, each compared with those before. */
static size_t count_few(const struct tally *tally)
{
    size_t independent = 0;
    for (size_t i = 0; i < tally->claims.count; i++)
        if (asserts(tally, i) && !has_origin(tally, i, origin_at(tally, i)))
            independent++;
    return independent;
}

static int compare_numbers(const void *one, const void *other)
{
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return a < b ? -1 : a > b;
}

/* Sorts the origins in ORIGINS, which has room for one of each claim, and counts them. */
static size_t count_sorted(const struct tally *tally, uint32_t *origins)
{
    size_t count = 0, independent = 0;
    for (size_t i = 0; i < tally->claims.count; i++)
        if (asserts(tally, i))
            origins[count++] = origin_at(tally, i);
    qsort(origins, count, sizeof *origins, compare_numbers);
    for (size_t i = 0; i < count; i++)
        independent += i == 0 || origins[i] != origins[i - 1];
    return independent;
}

size_t evidence_count_then(const struct network *network, uint32_t relation,
                           const struct date_span *span)
{
    enum { FEW = 16 };
    const struct tally tally = {network, relation, span, network_claims(network, relation)};
    const size_t count = tally.claims.count;
    uint32_t *origins = count > FEW ? malloc(count * sizeof *origins) : NULL;
    if (origins == NULL)
        return count_few(&tally); /* slow, but right, if memory is short */
    const size_t independent = count_sorted(&tally, origins);
    free(origins);
    return independent;
}

size_t evidence_count_independent(const struct network *network, uint32_t relation)
{
    return evidence_count_then(network, relation, NULL);
}

uint32_t evidence_sole_origin(const struct network *network, uint32_t relation)
{
    struct network_claims claims = network_claims(network, relation);
    uint32_t sole = NETWORK_NONE;
    for (size_t i = 0; i < claims.count; i++) {
        if (claims.items[i].stance != STANCE_ASSERTS)
            continue;
        uint32_t origin = evidence_origin(network, claims.items[i].by);
        if (sole != NETWORK_NONE && sole != origin)
            return NETWORK_NONE;
        sole = origin;
    }
    return sole;
}
