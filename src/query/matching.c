/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/matching.h"

#include "model/amount_sums.h"
#include "model/evidence.h"
#include "model/period.h"
#include "model/property.h"
#include "query/parts.h"
#include "query/phase.h"

/* Whether a relation meets the criterion. */
typedef bool test_function(const struct matcher *matcher, uint32_t relation);

static const struct network_relation *relation_at(const struct matcher *matcher,
                                                  uint32_t relation)
{
    return &matcher->network->relations.items[relation];
}

static bool has_word(const struct matcher *matcher, unsigned word)
{
    return (matcher->value->words >> word & 1) != 0;
}

static bool has_type(const struct matcher *matcher, uint32_t relation)
{
    return has_word(matcher, relation_at(matcher, relation)->type);
}

static bool lacks_type(const struct matcher *matcher, uint32_t relation)
{
    return !has_type(matcher, relation);
}

static bool has_form(const struct matcher *matcher, uint32_t relation)
{
    return bitset_has(&matcher->set, relation_at(matcher, relation)->form);
}

static bool touches(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = network_ends(matcher->network, relation);
    return bitset_has_any(&matcher->set, ends.items, ends.count);
}

static bool is_of_kind(const struct matcher *matcher, const struct network_vertex *vertex)
{
    return has_word(matcher, vertex->kind) ||
           (matcher->value->list.count > 0 && bitset_has(&matcher->set, vertex->subkind));
}

static bool touches_kind(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = network_ends(matcher->network, relation);
    for (size_t i = 0; i < ends.count; i++)
        if (is_of_kind(matcher, &matcher->network->vertices.items[ends.items[i]]))
            return true;
    return false;
}

/* Whether one of ENDS is of KIND, an item of CRITERIA_KINDS. */
static bool has_end_of_kind(const struct matcher *matcher, struct network_ends ends,
                            uint32_t kind)
{
    for (size_t i = 0; i < ends.count; i++) {
        const struct network_vertex *vertex = &matcher->network->vertices.items[ends.items[i]];
        if (kind < KINDS ? vertex->kind == kind
                         : vertex->subkind != 0 && KINDS + vertex->subkind == kind)
            return true;
    }
    return false;
}

/* Whether the relation leads from one of the two kinds to the other, either way. */
static bool joins_kinds(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends from = network_from(matcher->network, relation);
    struct network_ends to = network_to(matcher->network, relation);
    const uint32_t *kinds = matcher->value->list.items;
    return (has_end_of_kind(matcher, from, kinds[0]) && has_end_of_kind(matcher, to, kinds[1])) ||
           (has_end_of_kind(matcher, from, kinds[1]) && has_end_of_kind(matcher, to, kinds[0]));
}

/* A mutual relation starts at each of its ends. */
static bool starts_at(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = relation_at(matcher, relation)->mutual
                                   ? network_ends(matcher->network, relation)
                                   : network_from(matcher->network, relation);
    return bitset_has_any(&matcher->set, ends.items, ends.count);
}

/* A mutual relation leads to each of its ends. */
static bool leads_to(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = relation_at(matcher, relation)->mutual
                                   ? network_ends(matcher->network, relation)
                                   : network_to(matcher->network, relation);
    return bitset_has_any(&matcher->set, ends.items, ends.count);
}

static bool is_between(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = network_ends(matcher->network, relation);
    for (size_t i = 0; i < ends.count; i++)
        if (!bitset_has(&matcher->set, ends.items[i]))
            return false;
    return true;
}

static bool is_listed(const struct matcher *matcher, uint32_t relation)
{
    return bitset_has(&matcher->set, relation);
}

static bool is_of_event(const struct matcher *matcher, uint32_t relation)
{
    return bitset_has(&matcher->set, network_details(matcher->network, relation)->event) ||
           touches(matcher, relation);
}

static bool has_tier(const struct matcher *matcher, uint32_t relation)
{
    return has_word(matcher, relation_at(matcher, relation)->tier);
}

static bool has_weight(const struct matcher *matcher, uint32_t relation)
{
    return period_weight(matcher->network, relation, matcher->period) >= matcher->value->number;
}

static bool has_amount(const struct matcher *matcher, uint32_t relation)
{
    const struct criteria_value *value = matcher->value;
    struct amount_sums sums = {NULL, 0, 0, 0};
    while (amount_next(matcher->network, relation, matcher->period, &sums))
        if ((value->any_unit || sums.unit == value->unit) && sums.most >= value->amount)
            return true;
    return false;
}

static bool has_property(const struct matcher *matcher, uint32_t relation)
{
    struct network_ends ends = network_ends(matcher->network, relation);
    const struct criteria_value *value = matcher->value;
    if (property_has(matcher->network, relation, true, value->unit, value->text))
        return true;
    for (size_t i = 0; i < ends.count; i++)
        if (property_has(matcher->network, ends.items[i], false, value->unit, value->text))
            return true;
    return false;
}

static bool has_phase(const struct matcher *matcher, uint32_t relation)
{
    return has_word(matcher, phase_of(matcher->network, relation, matcher->period));
}

static bool has_sign(const struct matcher *matcher, uint32_t relation)
{
    return has_word(matcher, relation_at(matcher, relation)->sign);
}

static bool holds_in_span(const struct matcher *matcher, uint32_t relation)
{
    return period_holds(matcher->network, relation, matcher->value->span) ||
           (matcher->keeps_undated && !period_is_dated(matcher->network, relation));
}

static bool may_be_undated(const struct matcher *matcher, uint32_t relation)
{
    return matcher->keeps_undated || period_is_dated(matcher->network, relation);
}

static bool has_evidence(const struct matcher *matcher, uint32_t relation)
{
    return has_word(matcher, evidence_of(matcher->network, relation, matcher->period));
}

static bool has_grade(const struct matcher *matcher, uint32_t relation)
{
    return evidence_meets(matcher->network, relation, matcher->period, matcher->value->grade);
}

static bool may_be_anonymous(const struct matcher *matcher, uint32_t relation)
{
    bool only = matcher->value->number == CRITERIA_ANONYMOUS_ONLY;
    return evidence_is_anonymous(matcher->network, relation, matcher->period) == only;
}

/* Whether one of the sources makes a claim of STANCE, or if that is STANCES, any claim. */
static bool has_claim(const struct matcher *matcher, uint32_t relation, enum claim_stance stance)
{
    const struct network_claim *claim = NULL;
    while ((claim = period_next_claim(matcher->network, relation, matcher->period, claim)) !=
           NULL)
        if ((stance == STANCES || claim->stance == stance) &&
            bitset_has(&matcher->set, claim->by))
            return true;
    return false;
}

static bool is_claimed_by(const struct matcher *matcher, uint32_t relation)
{
    return has_claim(matcher, relation, STANCES);
}

static bool is_asserted(const struct matcher *matcher, uint32_t relation)
{
    return has_claim(matcher, relation, STANCE_ASSERTS);
}

static bool is_denied(const struct matcher *matcher, uint32_t relation)
{
    return has_claim(matcher, relation, STANCE_DENIES);
}

static bool has_sources(const struct matcher *matcher, uint32_t relation)
{
    return evidence_count_independent(matcher->network, relation, matcher->period) >=
           matcher->value->number;
}

static bool has_few_sources(const struct matcher *matcher, uint32_t relation)
{
    return evidence_count_independent(matcher->network, relation, matcher->period) <=
           matcher->value->number;
}

/* By the cell "stage" of each row; NULL for those that consider all relations together. */
#define TEST(function) function
#define KEEP(function) NULL
#define MODIFIER NULL

static test_function *const tests[CRITERIA] = {
#define CRITERION(name, word, letter, argument, help, value, stage) [CRITERION_##name] = stage,
#include "query/criteria.def"
};

void matching_clear(struct matching *matching)
{
    for (size_t i = 0; i < matching->count; i++)
        bitset_clear(&matching->items[i].set);
}

/* The size of a domain: greater than all numbers in it. */
static size_t domain_size(const struct network *network, enum criteria_domain domain)
{
    switch (domain) {
    case CRITERIA_NONE:
    case CRITERIA_UNITS:
    case CRITERIA_PROPERTIES:
    case CRITERIA_KINDS: break; /* a pair needs no set */
    case CRITERIA_FORMS: return strings_limit(&network->strings);
    case CRITERIA_VERTICES:
    case CRITERIA_EVENTS: return network->vertices.count;
    case CRITERIA_RELATIONS: return network->relations.count;
    case CRITERIA_SOURCES: return network->sources.count;
    }
    return 0;
}

static enum status matcher_init(struct matcher *matcher, enum criterion criterion,
                                const struct network *network, const struct criteria *criteria)
{
    const struct criteria_value *undated = &criteria->values[CRITERION_UNDATED];
    const struct criteria_value *value = &criteria->values[criterion];
    *matcher = (struct matcher){
        .criterion = criterion,
        .network = network,
        .value = value,
        .keeps_undated = undated->given && undated->number == CRITERIA_UNDATED_KEEP,
        .period = phase_period(criteria),
    };
    if (value->list.count == 0)
        return STATUS_OK;
    if (criterion_domain(criterion) == CRITERIA_VERTICES)
        return parts_init(&matcher->set, network, value->list.items, value->list.count,
                          criteria->values[CRITERION_WITH_PARTS].given);
    TRY(bitset_init(&matcher->set, domain_size(network, criterion_domain(criterion))));
    for (size_t i = 0; i < value->list.count; i++)
        bitset_add(&matcher->set, value->list.items[i]);
    return STATUS_OK;
}

enum status matching_init(struct matching *matching, const struct network *network,
                          const struct criteria *criteria)
{
    enum status status = STATUS_OK;
    matching->count = 0;
    for (size_t i = 0; i < CRITERIA && status == STATUS_OK; i++)
        if (criteria->values[i].given && tests[i] != NULL)
            status = matcher_init(&matching->items[matching->count++], (enum criterion)i, network,
                                  criteria);
    if (status != STATUS_OK)
        matching_clear(matching);
    return status;
}

size_t matching_first_failed(const struct matching *matching, uint32_t relation)
{
    size_t i = 0;
    while (i < matching->count &&
           tests[matching->items[i].criterion](&matching->items[i], relation))
        i++;
    return i;
}

bool matching_fits_event(const struct matching *matching, uint32_t relation)
{
    for (size_t i = 0; i < matching->count; i++) {
        const enum criterion criterion = matching->items[i].criterion;
        if ((criterion == CRITERION_PHASE || criterion >= CRITERION_AT) &&
            !tests[criterion](&matching->items[i], relation))
            return false;
    }
    return true;
}

bool matching_depends_on_dates(const struct matching *matching)
{
    for (size_t i = 0; i < matching->count; i++) {
        enum criterion criterion = matching->items[i].criterion;
        if (criterion == CRITERION_AT || criterion == CRITERION_DURING ||
            criterion == CRITERION_UNDATED)
            return true;
    }
    return false;
}

void matching_keep_undated(struct matching *matching)
{
    for (size_t i = 0; i < matching->count; i++)
        matching->items[i].keeps_undated = true;
}
