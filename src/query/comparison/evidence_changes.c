/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/comparison/evidence_changes.h"

#include "base/memory/buffer.h"
#include "model/evidence.h"
#include "model/period.h"

/* What one side says of the evidence for a tie. */
struct standing {
    enum evidence evidence;
    size_t independent;
    bool anonymous;
    struct evidence_grade grade;
};

const struct date_span *evidence_changes_span(const struct sides *sides,
                                              const struct scope *scope,
                                              enum comparison_side side, uint32_t relation)
{
    const struct network *network = sides->networks[side];
    size_t first;
    if (scope->span == NULL || period_find(network, relation, &first) == 0 ||
        period_holds(network, relation, *scope->span))
        return scope->span;
    return NULL;
}

static struct standing stand(const struct sides *sides, const struct scope *scope,
                             enum comparison_side side, uint32_t relation)
{
    const struct network *network = sides->networks[side];
    const struct date_span *span = evidence_changes_span(sides, scope, side, relation);
    return (struct standing){
        evidence_of(network, relation, span), evidence_count_independent(network, relation, span),
        evidence_is_anonymous(network, relation, span), evidence_grade(network, relation, span)};
}

enum change_kind evidence_changes_kind(enum evidence old, enum evidence new)
{
    const bool against = old == EVIDENCE_DENIED || old == EVIDENCE_DISPUTED;
    switch (new) {
    case EVIDENCE_DENIED: return CHANGE_DENIED;
    case EVIDENCE_DISPUTED: return CHANGE_DISPUTED;
    case EVIDENCE_ASSERTED: return against ? CHANGE_NO_LONGER_DENIED : CHANGE_ASSERTED;
    case EVIDENCE_SUSPECTED: return against ? CHANGE_NO_LONGER_DENIED : CHANGE_SUSPECTED;
    case EVIDENCE_UNSOURCED:
    case EVIDENCES: break;
    }
    return CHANGE_UNSOURCED;
}

/* A change of the relations OLD and NEW from one value to another. */
static enum status add(struct changes *changes, enum change_kind kind, uint32_t old, uint32_t new,
                       const char *before, const char *after)
{
    return changes_add(changes, &(struct change){.kind = kind,
                                                 .item = ITEM_RELATION,
                                                 .items = {old, new},
                                                 .claims = {NETWORK_NONE, NETWORK_NONE},
                                                 .noun = "",
                                                 .key = "",
                                                 .topic = "",
                                                 .about = "",
                                                 .values = {before, after}});
}

/* How many independent sources assert it matters once there is more than one on either side. */
static enum status add_sources(struct changes *changes, const struct standing *a,
                               const struct standing *b, uint32_t old, uint32_t new)
{
    struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
    const bool fewer = a->independent > 1 && b->independent == 1;
    const bool more = a->independent == 1 && b->independent > 1;
    enum status status = STATUS_OK;
    buffer_integer(&before, (long long)a->independent);
    buffer_integer(&after, (long long)b->independent);
    if (before.failed || after.failed)
        status = STATUS_MEMORY;
    else if (fewer || more)
        status = add(changes, fewer ? CHANGE_ONE_SOURCE : CHANGE_SEVERAL_SOURCES, old, new,
                     buffer_string(&before), buffer_string(&after));
    buffer_clear(&before);
    buffer_clear(&after);
    return status;
}

static bool is_graded(struct evidence_grade grade)
{
    return grade.letter != '\0' || grade.digit != '\0';
}

/* A grade that was not there before, or is not there any more, goes with the sources. */
static enum status add_grade(struct changes *changes, const struct standing *a,
                             const struct standing *b, uint32_t old, uint32_t new)
{
    struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;
    const int x = evidence_grade_rank(a->grade), y = evidence_grade_rank(b->grade);
    enum status status = STATUS_OK;
    if (x == y || !is_graded(a->grade) || !is_graded(b->grade))
        return STATUS_OK;
    evidence_grade_add_known(&before, a->grade);
    evidence_grade_add_known(&after, b->grade);
    if (before.failed || after.failed)
        status = STATUS_MEMORY;
    else
        status = add(changes, x < y ? CHANGE_LOWER_GRADE : CHANGE_HIGHER_GRADE, old, new,
                     buffer_string(&before), buffer_string(&after));
    buffer_clear(&before);
    buffer_clear(&after);
    return status;
}

static bool is_claimed(const struct standing *standing)
{
    return standing->independent > 0;
}

enum status evidence_changes_add(const struct sides *sides, const struct scope *scope,
                                 uint32_t old, uint32_t new, struct changes *changes)
{
    const struct standing a = stand(sides, scope, OLD, old), b = stand(sides, scope, NEW, new);
    if (a.evidence != b.evidence)
        TRY(add(changes, evidence_changes_kind(a.evidence, b.evidence), old, new,
                vocabulary_evidences.words[a.evidence], vocabulary_evidences.words[b.evidence]));
    if (!is_claimed(&a) || !is_claimed(&b))
        return STATUS_OK;
    TRY(add_sources(changes, &a, &b, old, new));
    if (a.anonymous != b.anonymous)
        TRY(add(changes, b.anonymous ? CHANGE_ANONYMOUS_ONLY : CHANGE_NOT_ONLY_ANONYMOUS, old,
                new, vocabulary_yes_no.words[a.anonymous], vocabulary_yes_no.words[b.anonymous]));
    return add_grade(changes, &a, &b, old, new);
}
