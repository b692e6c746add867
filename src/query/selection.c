/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/selection.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/evidence.h"
#include "query/adjacency.h"
#include "query/neighbourhood.h"
#include "query/path.h"

/* A criterion, prepared for many relations. */
struct wanted {
    enum criterion criterion;
    const struct network *network;
    const struct criteria_value *value;
    struct bitset set;  /* of its list, if it has one */
    bool keeps_undated; /* for dates */
};

/* Whether a relation meets the criterion. */
typedef bool test_function(const struct wanted *wanted, uint32_t relation);

/* Drops from the selection what does not meet a criterion that looks at all relations. */
typedef enum status keep_function(struct selection *selection, const struct network *network,
                                  const struct criteria *criteria);

static const struct network_relation *relation_at(const struct wanted *wanted, uint32_t relation)
{
    return &wanted->network->relations.items[relation];
}

static bool has_word(const struct wanted *wanted, unsigned word)
{
    return (wanted->value->words >> word & 1) != 0;
}

static bool has_any(const struct bitset *set, const uint32_t *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bitset_has(set, items[i]))
            return true;
    return false;
}

static bool has_type(const struct wanted *wanted, uint32_t relation)
{
    return has_word(wanted, relation_at(wanted, relation)->type);
}

static bool lacks_type(const struct wanted *wanted, uint32_t relation)
{
    return !has_type(wanted, relation);
}

static bool has_form(const struct wanted *wanted, uint32_t relation)
{
    return bitset_has(&wanted->set, relation_at(wanted, relation)->form);
}

static bool touches(const struct wanted *wanted, uint32_t relation)
{
    struct network_ends ends = network_ends(wanted->network, relation);
    return has_any(&wanted->set, ends.items, ends.count);
}

static bool touches_kind(const struct wanted *wanted, uint32_t relation)
{
    struct network_ends ends = network_ends(wanted->network, relation);
    for (size_t i = 0; i < ends.count; i++)
        if (has_word(wanted, wanted->network->vertices.items[ends.items[i]].kind))
            return true;
    return false;
}

/* A mutual relation starts at each of its ends, and leads to each. */
static bool is_either_way(const struct network_relation *relation)
{
    return relation->mutual || relation_type_is_mutual((enum relation_type)relation->type);
}

static bool starts_at(const struct wanted *wanted, uint32_t relation)
{
    struct network_ends ends = network_ends(wanted->network, relation);
    bool either_way = is_either_way(relation_at(wanted, relation));
    return has_any(&wanted->set, ends.items, either_way ? ends.count : 1);
}

static bool leads_to(const struct wanted *wanted, uint32_t relation)
{
    struct network_ends ends = network_ends(wanted->network, relation);
    size_t first = is_either_way(relation_at(wanted, relation)) ? 0 : 1;
    return has_any(&wanted->set, ends.items + first, ends.count - first);
}

static bool is_listed(const struct wanted *wanted, uint32_t relation)
{
    return bitset_has(&wanted->set, relation);
}

static bool is_of_event(const struct wanted *wanted, uint32_t relation)
{
    return bitset_has(&wanted->set, network_details(wanted->network, relation)->event) ||
           touches(wanted, relation);
}

static bool has_tier(const struct wanted *wanted, uint32_t relation)
{
    return has_word(wanted, relation_at(wanted, relation)->tier);
}

static bool has_weight(const struct wanted *wanted, uint32_t relation)
{
    return relation_at(wanted, relation)->weight >= wanted->value->number;
}

static bool has_phase(const struct wanted *wanted, uint32_t relation)
{
    return has_word(wanted, relation_at(wanted, relation)->phase);
}

static bool has_sign(const struct wanted *wanted, uint32_t relation)
{
    return has_word(wanted, relation_at(wanted, relation)->sign);
}

static bool is_dated(const struct wanted *wanted, uint32_t relation)
{
    const struct date *date = network_date(wanted->network, relation_at(wanted, relation)->when);
    return date == NULL ? wanted->keeps_undated : date_holds(date, wanted->value->span);
}

static bool may_be_undated(const struct wanted *wanted, uint32_t relation)
{
    return wanted->keeps_undated || relation_at(wanted, relation)->when != NETWORK_NONE;
}

static bool has_evidence(const struct wanted *wanted, uint32_t relation)
{
    return has_word(wanted, evidence_of(wanted->network, relation));
}

static bool has_grade(const struct wanted *wanted, uint32_t relation)
{
    return evidence_grade_reaches(evidence_grade(wanted->network, relation),
                                  wanted->value->grade);
}

static bool may_be_anonymous(const struct wanted *wanted, uint32_t relation)
{
    bool only = wanted->value->number == ANONYMOUS_ONLY;
    return evidence_is_anonymous(wanted->network, relation) == only;
}

/* Whether one of the sources makes a claim of STANCE, or of any stance for STANCES. */
static bool has_claim(const struct wanted *wanted, uint32_t relation, enum claim_stance stance)
{
    struct network_claims claims = network_claims(wanted->network, relation);
    for (size_t i = 0; i < claims.count; i++)
        if ((stance == STANCES || claims.items[i].stance == stance) &&
            bitset_has(&wanted->set, claims.items[i].by))
            return true;
    return false;
}

static bool is_spoken_of(const struct wanted *wanted, uint32_t relation)
{
    return has_claim(wanted, relation, STANCES);
}

static bool is_asserted(const struct wanted *wanted, uint32_t relation)
{
    return has_claim(wanted, relation, STANCE_ASSERTS);
}

static bool is_denied(const struct wanted *wanted, uint32_t relation)
{
    return has_claim(wanted, relation, STANCE_DENIES);
}

static bool has_sources(const struct wanted *wanted, uint32_t relation)
{
    return evidence_count_independent(wanted->network, relation) >= wanted->value->number;
}

/* Keeps the relations whose start is a member, and one of those they lead to. */
static void keep_members(struct selection *selection, const struct network *network,
                         const struct bitset *members)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++) {
        struct network_ends ends = network_ends(network, selection->relations[i]);
        if (bitset_has(members, ends.items[0]) &&
            has_any(members, ends.items + 1, ends.count - 1))
            selection->relations[kept++] = selection->relations[i];
    }
    selection->count = kept;
}

/* Keeps the relations for which the caller's condition holds. */
static enum status keep_condition(struct selection *selection, const struct network *network,
                                  const struct criteria *criteria)
{
    (void)network;
    const struct criteria_condition *condition = &criteria->condition;
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++) {
        bool holds = false;
        TRY(condition->holds(condition->context, selection->relations[i], &holds));
        if (holds)
            selection->relations[kept++] = selection->relations[i];
    }
    selection->count = kept;
    return STATUS_OK;
}

static enum status keep_path(struct selection *selection, const struct network *network,
                             const struct criteria *criteria)
{
    const uint32_t *ends = criteria->values[CRITERION_PATH].list.items;
    return path_keep(network, ends[0], ends[1], criteria->values[CRITERION_DIRECTED].given,
                     selection->relations, &selection->count);
}

static enum status keep_focus(struct selection *selection, const struct network *network,
                              const struct criteria *criteria)
{
    const struct criteria_list *focus = &criteria->values[CRITERION_FOCUS].list;
    struct adjacency adjacency;
    struct bitset members;
    TRY(adjacency_init(&adjacency, network, selection->relations, selection->count));
    enum status status = neighbourhood_find(network, &adjacency, focus->items, focus->count,
                                            criteria->values[CRITERION_HOPS].number, &members);
    adjacency_clear(&adjacency);
    TRY(status);
    keep_members(selection, network, &members);
    bitset_clear(&members);
    return STATUS_OK;
}

/* The cell "stage" of a row. */
#define TEST(function) function, NULL
#define KEEP(function) NULL, function
#define MODIFIER NULL, NULL

static const struct {
    test_function *test;
    keep_function *keep;
} stages[CRITERIA] = {
#define CRITERION(name, word, letter, argument, help, value, stage) [CRITERION_##name] = {stage},
#include "query/criteria.def"
};

/* The criteria that look at a relation by itself. */
struct filter {
    struct wanted wanted[CRITERIA];
    size_t count;
};

static void filter_clear(struct filter *filter)
{
    for (size_t i = 0; i < filter->count; i++)
        bitset_clear(&filter->wanted[i].set);
}

/* How many numbers there are of what a list holds. */
static size_t limit_of(const struct network *network, enum criteria_space space)
{
    switch (space) {
    case CRITERIA_NONE: break;
    case CRITERIA_FORMS: return strings_limit(&network->strings);
    case CRITERIA_VERTICES:
    case CRITERIA_EVENTS: return network->vertices.count;
    case CRITERIA_RELATIONS: return network->relations.count;
    case CRITERIA_SOURCES: return network->sources.count;
    }
    return 0;
}

static enum status wanted_init(struct wanted *wanted, enum criterion criterion,
                               const struct network *network, const struct criteria *criteria)
{
    const struct criteria_value *undated = &criteria->values[CRITERION_UNDATED];
    const struct criteria_value *value = &criteria->values[criterion];
    *wanted = (struct wanted){
        .criterion = criterion,
        .network = network,
        .value = value,
        .keeps_undated = undated->given && undated->number == UNDATED_KEEP,
    };
    if (value->list.count == 0)
        return STATUS_OK;
    TRY(bitset_init(&wanted->set, limit_of(network, criterion_space(criterion))));
    for (size_t i = 0; i < value->list.count; i++)
        bitset_add(&wanted->set, value->list.items[i]);
    return STATUS_OK;
}

static enum status filter_init(struct filter *filter, const struct network *network,
                               const struct criteria *criteria)
{
    enum status status = STATUS_OK;
    filter->count = 0;
    for (size_t i = 0; i < CRITERIA && status == STATUS_OK; i++)
        if (criteria->values[i].given && stages[i].test != NULL)
            status = wanted_init(&filter->wanted[filter->count++], (enum criterion)i, network,
                                 criteria);
    if (status != STATUS_OK)
        filter_clear(filter);
    return status;
}

/* The place of the first criterion that the relation does not meet, or the number of criteria. */
static size_t first_failed(const struct filter *filter, uint32_t relation)
{
    size_t i = 0;
    while (i < filter->count &&
           stages[filter->wanted[i].criterion].test(&filter->wanted[i], relation))
        i++;
    return i;
}

/* Of the criteria, the one that left nothing is the furthest at which any relation failed. */
static void keep_passing(struct selection *selection, const struct filter *filter, size_t count)
{
    size_t furthest = 0;
    for (uint32_t relation = 0; relation < count; relation++) {
        size_t failed = first_failed(filter, relation);
        if (failed == filter->count)
            selection->relations[selection->count++] = relation;
        else if (failed > furthest)
            furthest = failed;
    }
    if (selection->count == 0 && count > 0)
        selection->emptied_by = criterion_name(filter->wanted[furthest].criterion);
}

/* The criteria that look at all relations, one after the other. */
static enum status keep_all(struct selection *selection, const struct network *network,
                            const struct criteria *criteria)
{
    for (size_t i = 0; i < CRITERIA; i++) {
        size_t before = selection->count;
        if (!criteria->values[i].given || stages[i].keep == NULL)
            continue;
        TRY(stages[i].keep(selection, network, criteria));
        if (selection->count == 0 && before > 0)
            selection->emptied_by = criterion_name((enum criterion)i);
    }
    return STATUS_OK;
}

/* What a relation is sorted by. PREFIX holds the first bytes of its id, which nearly always
   decide. */
struct sort_key {
    uint64_t prefix;
    const char *id;
    uint32_t relation;
    uint32_t type;
};

static uint64_t prefix_of(const char *id)
{
    uint64_t prefix = 0;
    for (size_t i = 0; i < sizeof prefix; i++) {
        prefix = prefix << 8 | (unsigned char)*id;
        if (*id != '\0')
            id++;
    }
    return prefix;
}

static int compare(const void *one, const void *other)
{
    const struct sort_key *a = one, *b = other;
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->prefix != b->prefix)
        return a->prefix < b->prefix ? -1 : 1;
    return strcmp(a->id, b->id);
}

static enum status sort(struct selection *selection, const struct network *network)
{
    struct sort_key *keys = malloc((selection->count + 1) * sizeof *keys);
    if (keys == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < selection->count; i++) {
        const struct network_relation *relation =
            &network->relations.items[selection->relations[i]];
        const char *id = network_text(network, relation->id);
        keys[i] = (struct sort_key){prefix_of(id), id, selection->relations[i], relation->type};
    }
    qsort(keys, selection->count, sizeof *keys, compare);
    for (size_t i = 0; i < selection->count; i++)
        selection->relations[i] = keys[i].relation;
    free(keys);
    return STATUS_OK;
}

static enum status select_relations(struct selection *selection, const struct network *network,
                                    const struct criteria *criteria)
{
    struct filter filter;
    TRY(filter_init(&filter, network, criteria));
    keep_passing(selection, &filter, network->relations.count);
    filter_clear(&filter);
    TRY(keep_all(selection, network, criteria));
    return sort(selection, network);
}

enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria)
{
    size_t most = network->relations.count;
    *selection =
        (struct selection){.relations = malloc((most + 1) * sizeof *selection->relations)};
    if (selection->relations == NULL)
        return STATUS_MEMORY;
    enum status status = select_relations(selection, network, criteria);
    if (status != STATUS_OK)
        selection_clear(selection);
    return status;
}

void selection_clear(struct selection *selection)
{
    free(selection->relations);
    *selection = (struct selection){.relations = NULL};
}
