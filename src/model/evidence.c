/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "model/ordering.h"
#include "model/period.h"

static void add_stance(struct evidence_stances *stances, const struct network_claim *claim)
{
    stances->denied |= claim->stance == STANCE_DENIES;
    stances->hedged |= claim->stance == STANCE_ASSERTS && claim->hedged;
    stances->asserted |= claim->stance == STANCE_ASSERTS && !claim->hedged;
}

static enum evidence evidence_of_stances(struct evidence_stances stances)
{
    if (stances.denied)
        return stances.asserted || stances.hedged ? EVIDENCE_DISPUTED : EVIDENCE_DENIED;
    if (stances.asserted)
        return EVIDENCE_ASSERTED;
    return stances.hedged ? EVIDENCE_SUSPECTED : EVIDENCE_UNSOURCED;
}

/* What claims say of a relation that may have periods. */
struct judgement {
    struct evidence_stances stances; /* but for denials apart */
    bool apart; /* there are denials of periods that lie apart: see period_is_apart */
    bool whole; /* a claim about the relation as a whole asserts or denies it */
};

static bool says_whether(const struct network_claim *claim)
{
    return claim->stance == STANCE_ASSERTS || claim->stance == STANCE_DENIES;
}

static struct judgement judge(const struct network *network, uint32_t relation,
                              const struct date_span *span)
{
    struct judgement judgement = {{false, false, false}, false, false};
    const struct network_claim *claim = NULL;
    size_t first;
    const bool periods = period_find(network, relation, &first) > 0;
    while ((claim = period_next_claim(network, relation, span, claim)) != NULL) {
        const uint32_t index = (uint32_t)(claim - network->claims.items);
        const uint32_t period =
            periods ? period_of_claim(network, relation, index) : NETWORK_NONE;
        judgement.whole |= period == NETWORK_NONE && says_whether(claim);
        if (period != NETWORK_NONE &&
            period_is_apart(network, relation, &network->periods.items[period], span))
            judgement.apart |= claim->stance == STANCE_DENIES;
        else
            add_stance(&judgement.stances, claim);
    }
    return judgement;
}

/* Whether denials apart count: against what is claimed of the relation as a whole, or alone. */
static bool count_apart(const struct judgement *judgement)
{
    const struct evidence_stances *stances = &judgement->stances;
    return judgement->apart && (judgement->whole || (!stances->asserted && !stances->hedged));
}

enum evidence evidence_of(const struct network *network, uint32_t relation,
                          const struct date_span *span)
{
    struct judgement judgement = judge(network, relation, span);
    judgement.stances.denied |= count_apart(&judgement);
    return evidence_of_stances(judgement.stances);
}

bool evidence_is_disputed_apart(const struct network *network, uint32_t relation,
                                const struct date_span *span)
{
    const struct judgement judgement = judge(network, relation, span);
    return count_apart(&judgement) && (judgement.stances.asserted || judgement.stances.hedged);
}

struct evidence_stances evidence_of_whole(const struct network *network, uint32_t relation)
{
    const struct network_claims claims = network_claims(network, relation);
    struct evidence_stances stances = {false, false, false};
    for (size_t i = 0; i < claims.count; i++) {
        const uint32_t index = (uint32_t)(&claims.items[i] - network->claims.items);
        if (period_of_claim(network, relation, index) == NETWORK_NONE)
            add_stance(&stances, &claims.items[i]);
    }
    return stances;
}

enum evidence evidence_of_period(const struct network *network,
                                 const struct network_period *period,
                                 struct evidence_stances whole)
{
    for (uint32_t i = 0; i < period->claim_count; i++)
        add_stance(&whole, &network->claims.items[period->first_claim + i]);
    return evidence_of_stances(whole);
}

enum evidence evidence_of_claims(struct network_claims claims)
{
    struct evidence_stances stances = {false, false, false};
    for (size_t i = 0; i < claims.count; i++)
        add_stance(&stances, &claims.items[i]);
    return evidence_of_stances(stances);
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

/* The next claim after PREVIOUS, or the first, that asserts the relation and counts in SPAN. */
static const struct network_claim *next_assertion(const struct network *network,
                                                  uint32_t relation, const struct date_span *span,
                                                  const struct network_claim *previous)
{
    do
        previous = period_next_claim(network, relation, span, previous);
    while (previous != NULL && previous->stance != STANCE_ASSERTS);
    return previous;
}

struct evidence_grade evidence_grade(const struct network *network, uint32_t relation,
                                     const struct date_span *span)
{
    const struct network_claim *claim = NULL;
    struct evidence_grade best = {'\0', '\0'};
    while ((claim = next_assertion(network, relation, span, claim)) != NULL) {
        const struct evidence_grade grade = evidence_claim_grade(network, claim);
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
                    const struct date_span *span, struct evidence_grade threshold)
{
    const struct network_claim *claim = NULL;
    while ((claim = next_assertion(network, relation, span, claim)) != NULL)
        if (evidence_grade_meets(evidence_claim_grade(network, claim), threshold))
            return true;
    return false;
}

bool evidence_is_anonymous(const struct network *network, uint32_t relation,
                           const struct date_span *span)
{
    const struct network_claim *claim = NULL;
    bool asserted = false;
    while ((claim = next_assertion(network, relation, span, claim)) != NULL) {
        if (!network->sources.items[claim->by].anonymous)
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

/* As evidence_next_claim, of any time. */
static const struct network_claim *next_of_source(const struct network *network,
                                                  uint32_t relation, uint32_t source,
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

const struct network_claim *evidence_next_claim(const struct network *network, uint32_t relation,
                                                const struct date_span *span, uint32_t source,
                                                const struct network_claim *previous)
{
    do
        previous = next_of_source(network, relation, source, previous);
    while (previous != NULL && !period_counts_claim(network, relation, previous, span));
    return previous;
}

bool evidence_has_claim(const struct network *network, uint32_t relation,
                        const struct date_span *span, uint32_t source, enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    while ((claim = evidence_next_claim(network, relation, span, source, claim)) != NULL)
        if (claim->stance == stance)
            return true;
    return false;
}

/* The claims that evidence_next_source considers. */
struct side {
    const struct network *network;
    uint32_t relation;
    const struct date_span *span;
    enum claim_stance stance;
};

static bool is_on(const struct side *side, const struct network_claim *claim)
{
    return claim->stance == side->stance &&
           period_counts_claim(side->network, side->relation, claim, side->span);
}

/* As evidence_next_source, where the claims are ORDERED. */
static uint32_t next_ordered(const struct side *side, const uint32_t *ordered, size_t count,
                             uint32_t previous)
{
    const struct network_claim *all = side->network->claims.items;
    size_t at = 0;
    if (previous != NETWORK_NONE)
        at = count_before(side->network, ordered, count, source_id(side->network, previous),
                          UINT32_MAX);
    while (at < count && !is_on(side, &all[ordered[at]]))
        at++;
    return at < count ? all[ordered[at]].by : NETWORK_NONE;
}

/* The same where they are few. */
static uint32_t next_of_few(const struct side *side, uint32_t previous)
{
    const struct network_claims claims = network_claims(side->network, side->relation);
    uint32_t next = NETWORK_NONE;
    for (size_t i = 0; i < claims.count; i++) {
        const uint32_t by = claims.items[i].by;
        const char *id = source_id(side->network, by);
        if (!is_on(side, &claims.items[i]) ||
            (previous != NETWORK_NONE && strcmp(id, source_id(side->network, previous)) <= 0))
            continue;
        if (next == NETWORK_NONE || strcmp(id, source_id(side->network, next)) < 0)
            next = by;
    }
    return next;
}

uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              const struct date_span *span, enum claim_stance stance,
                              uint32_t previous)
{
    size_t count;
    const struct side side = {network, relation, span, stance};
    const uint32_t *ordered = ordering_claims(network, relation, &count);
    return ordered != NULL ? next_ordered(&side, ordered, count, previous)
                           : next_of_few(&side, previous);
}

bool evidence_is_hedged(const struct network *network, uint32_t relation,
                        const struct date_span *span, uint32_t source, enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    bool hedged = false;
    while ((claim = evidence_next_claim(network, relation, span, source, claim)) != NULL) {
        if (claim->stance != stance)
            continue;
        if (!claim->hedged)
            return false;
        hedged = true;
    }
    return hedged;
}

/* The claims of one source about one time. */
struct remark_on_time {
    uint32_t period;
    bool hedged, firm;
};

static void hear(struct remark_on_time *time, const struct network_claim *claim)
{
    time->hedged |= claim->hedged;
    time->firm |= !claim->hedged;
}

bool evidence_has_reserved(const struct network *network, uint32_t relation,
                           const struct date_span *span, uint32_t source,
                           enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    struct remark_on_time whole = {.period = NETWORK_NONE}, part = {.period = NETWORK_NONE};
    while ((claim = evidence_next_claim(network, relation, span, source, claim)) != NULL) {
        const uint32_t index = (uint32_t)(claim - network->claims.items);
        const uint32_t period = period_of_claim(network, relation, index);
        if (claim->stance != stance)
            continue;
        if (period != NETWORK_NONE && period != part.period) { /* those about it are in a row */
            if (part.hedged && !part.firm)
                return true;
            part = (struct remark_on_time){.period = period};
        }
        hear(period == NETWORK_NONE ? &whole : &part, claim);
    }
    return (part.hedged && !part.firm) || (whole.hedged && !whole.firm);
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

/* The source from which claim INDEX of SIDE originates; NETWORK_NONE if it is not on that. */
static uint32_t origin_at(const struct side *side, size_t index)
{
    const struct network_claim *claim =
        &network_claims(side->network, side->relation).items[index];
    return is_on(side, claim) ? evidence_origin(side->network, claim->by) : NETWORK_NONE;
}

/* Whether any of the first COUNT claims has this ORIGIN. */
static bool has_origin(const struct side *side, size_t count, uint32_t origin)
{
    for (size_t i = 0; i < count; i++)
        if (origin_at(side, i) == origin)
            return true;
    return false;
}

/* The number of origins of the first COUNT claims, each compared with those before. */
static size_t count_few(const struct side *side, size_t count)
{
    size_t independent = 0;
    for (size_t i = 0; i < count; i++)
        if (origin_at(side, i) != NETWORK_NONE && !has_origin(side, i, origin_at(side, i)))
            independent++;
    return independent;
}

static int compare_numbers(const void *one, const void *other)
{
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return a < b ? -1 : a > b;
}

/* Sorts the origins in ORIGINS, which has room for one of each claim, and counts them. */
static size_t count_sorted(const struct side *side, size_t claims, uint32_t *origins)
{
    size_t count = 0, independent = 0;
    for (size_t i = 0; i < claims; i++) {
        origins[count] = origin_at(side, i);
        count += origins[count] != NETWORK_NONE;
    }
    qsort(origins, count, sizeof *origins, compare_numbers);
    for (size_t i = 0; i < count; i++)
        independent += i == 0 || origins[i] != origins[i - 1];
    return independent;
}

size_t evidence_count_independent(const struct network *network, uint32_t relation,
                                  const struct date_span *span)
{
    enum { FEW = 16 };
    const struct side side = {network, relation, span, STANCE_ASSERTS};
    const size_t count = network_claims(network, relation).count;
    uint32_t *origins = count > FEW ? malloc(count * sizeof *origins) : NULL;
    if (origins == NULL)
        return count_few(&side, count); /* slow, but right, if memory is short */
    const size_t independent = count_sorted(&side, count, origins);
    free(origins);
    return independent;
}

uint32_t evidence_sole_source(const struct network *network, uint32_t relation,
                              const struct date_span *span)
{
    const struct network_claim *claim = next_assertion(network, relation, span, NULL);
    uint32_t sole = claim != NULL ? claim->by : NETWORK_NONE;
    while (sole != NETWORK_NONE &&
           (claim = next_assertion(network, relation, span, claim)) != NULL)
        sole = ordering_common_basis(network, sole, claim->by);
    return sole;
}

bool evidence_rests_on(const struct network *network, uint32_t relation,
                       const struct date_span *span, uint32_t source)
{
    const uint32_t sole = evidence_sole_source(network, relation, span);
    return sole != NETWORK_NONE && ordering_common_basis(network, sole, source) == source;
}
