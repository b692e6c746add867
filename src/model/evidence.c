/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/evidence.h"

#include <string.h>

enum evidence evidence_of(const struct network *network, uint32_t relation)
{
    struct network_claims claims = network_claims(network, relation);
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

bool evidence_has_claim(const struct network *network, uint32_t relation, uint32_t source,
                        enum claim_stance stance)
{
    struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].by == source && claims.items[i].stance == stance)
            return true;
    return false;
}

uint32_t evidence_next_source(const struct network *network, uint32_t relation,
                              enum claim_stance stance, uint32_t previous)
{
    const struct network_source *sources = network->sources.items;
    struct network_claims claims = network_claims(network, relation);
    uint32_t next = NETWORK_NONE;
    for (size_t i = 0; i < claims.count; i++) {
        uint32_t by = claims.items[i].by;
        const char *id = network_text(network, sources[by].id);
        if (claims.items[i].stance != stance ||
            (previous != NETWORK_NONE &&
             strcmp(id, network_text(network, sources[previous].id)) <= 0))
            continue;
        if (next == NETWORK_NONE || strcmp(id, network_text(network, sources[next].id)) < 0)
            next = by;
    }
    return next;
}

bool evidence_is_hedged(const struct network *network, uint32_t relation, uint32_t source,
                        enum claim_stance stance)
{
    struct network_claims claims = network_claims(network, relation);
    bool hedged = false;
    for (size_t i = 0; i < claims.count; i++) {
        if (claims.items[i].by != source || claims.items[i].stance != stance)
            continue;
        if (!claims.items[i].hedged)
            return false;
        hedged = true;
    }
    return hedged;
}

uint32_t evidence_origin(const struct network *network, uint32_t source)
{
    while (network->sources.items[source].basis != NETWORK_NONE)
        source = network->sources.items[source].basis;
    return source;
}

/* Whether any assertion among the first COUNT claims is by a source with this ORIGIN. */
static bool has_origin(const struct network *network, const struct network_claim *claims,
                       size_t count, uint32_t origin)
{
    for (size_t i = 0; i < count; i++)
        if (claims[i].stance == STANCE_ASSERTS &&
            evidence_origin(network, claims[i].by) == origin)
            return true;
    return false;
}

size_t evidence_count_independent(const struct network *network, uint32_t relation)
{
    struct network_claims claims = network_claims(network, relation);
    size_t independent = 0;
    for (size_t i = 0; i < claims.count; i++)
        if (claims.items[i].stance == STANCE_ASSERTS &&
            !has_origin(network, claims.items, i, evidence_origin(network, claims.items[i].by)))
            independent++;
    return independent;
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
