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

/* The criteria, made ready to be held against many relations. */
struct filter {
    const struct network *network;
    const struct criteria *criteria;
    enum criterion used[CRITERIA]; /* those that are asked for */
    size_t used_count;
    struct bitset forms, actors, from, to, relations, events;
    struct bitset sources, asserted_by, denied_by;
};

static bool is_asked(const struct criteria *criteria, enum criterion criterion)
{
    switch (criterion) {
    case CRITERION_RELATION: return criteria->types != 0;
    case CRITERION_EXCLUDE: return criteria->excluded_types != 0;
    case CRITERION_FORM: return criteria->forms.count > 0;
    case CRITERION_ACTOR: return criteria->actors.count > 0;
    case CRITERION_KIND: return criteria->kinds != 0;
    case CRITERION_FROM: return criteria->from.count > 0;
    case CRITERION_TO: return criteria->to.count > 0;
    case CRITERION_ID: return criteria->relations.count > 0;
    case CRITERION_EVENT: return criteria->events.count > 0;
    case CRITERION_TIER: return criteria->tiers != 0;
    case CRITERION_MIN_WEIGHT: return criteria->min_weight > 0;
    case CRITERION_PHASE: return criteria->phases != 0;
    case CRITERION_SIGN: return criteria->signs != 0;
    case CRITERION_AT: return criteria->dated_at;
    case CRITERION_DURING: return criteria->dated_during;
    case CRITERION_UNDATED: return criteria->undated == UNDATED_DROP;
    case CRITERION_EVIDENCE: return criteria->evidences != 0;
    case CRITERION_GRADE: return criteria->grade.letter != '\0';
    case CRITERION_ANONYMOUS: return criteria->anonymous != ANONYMOUS_ANY;
    case CRITERION_SOURCE: return criteria->sources.count > 0;
    case CRITERION_ASSERTED_BY: return criteria->asserted_by.count > 0;
    case CRITERION_DENIED_BY: return criteria->denied_by.count > 0;
    case CRITERION_MIN_SOURCES: return criteria->min_sources > 0;
    case CRITERION_WHERE: return criteria->condition.holds != NULL;
    case CRITERION_PATH: return criteria->path.count > 0;
    case CRITERION_FOCUS: return criteria->focus.count > 0;
    case CRITERION_DIRECTED:
    case CRITERION_HOPS:
    case CRITERIA: break;
    }
    return false;
}

/* Nothing is kept for a list that nobody asked for. */
static enum status fill_set(struct bitset *set, const struct id_list *list, size_t limit)
{
    if (list->count == 0)
        return STATUS_OK;
    TRY(bitset_init(set, limit));
    for (size_t i = 0; i < list->count; i++)
        bitset_add(set, list->items[i]);
    return STATUS_OK;
}

static enum status fill_sets(struct filter *filter)
{
    const struct criteria *criteria = filter->criteria;
    size_t vertices = filter->network->vertices.count;
    TRY(fill_set(&filter->forms, &criteria->forms, strings_limit(&filter->network->strings)));
    TRY(fill_set(&filter->actors, &criteria->actors, vertices));
    TRY(fill_set(&filter->from, &criteria->from, vertices));
    TRY(fill_set(&filter->to, &criteria->to, vertices));
    TRY(fill_set(&filter->relations, &criteria->relations, filter->network->relations.count));
    TRY(fill_set(&filter->events, &criteria->events, vertices));
    size_t sources = filter->network->sources.count;
    TRY(fill_set(&filter->sources, &criteria->sources, sources));
    TRY(fill_set(&filter->asserted_by, &criteria->asserted_by, sources));
    return fill_set(&filter->denied_by, &criteria->denied_by, sources);
}

static void filter_clear(struct filter *filter)
{
    bitset_clear(&filter->forms);
    bitset_clear(&filter->actors);
    bitset_clear(&filter->from);
    bitset_clear(&filter->to);
    bitset_clear(&filter->relations);
    bitset_clear(&filter->events);
    bitset_clear(&filter->sources);
    bitset_clear(&filter->asserted_by);
    bitset_clear(&filter->denied_by);
}

static enum status filter_init(struct filter *filter, const struct network *network,
                               const struct criteria *criteria)
{
    *filter = (struct filter){.network = network, .criteria = criteria};
    for (int i = 0; i < CRITERION_WHERE; i++)
        if (is_asked(criteria, (enum criterion)i))
            filter->used[filter->used_count++] = (enum criterion)i;
    enum status status = fill_sets(filter);
    if (status != STATUS_OK)
        filter_clear(filter);
    return status;
}

static bool has_any(const struct bitset *set, const uint32_t *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bitset_has(set, items[i]))
            return true;
    return false;
}

static bool has_kind(const struct network *network, struct network_ends ends, uint32_t kinds)
{
    for (size_t i = 0; i < ends.count; i++)
        if ((kinds >> network->vertices.items[ends.items[i]].kind & 1) != 0)
            return true;
    return false;
}

/* What holds either way starts, and leads, at each of its ends. */
static bool is_either_way(const struct network_relation *relation)
{
    return relation->mutual || relation_type_is_mutual((enum relation_type)relation->type);
}

static bool is_dated(const struct filter *filter, uint32_t index, struct date_span span)
{
    const struct network *network = filter->network;
    const struct date *date = network_date(network, network->relations.items[index].when);
    if (date == NULL)
        return filter->criteria->undated == UNDATED_KEEP;
    return date_holds(date, span);
}

/* Whether one of SOURCES makes a claim, of STANCE, or of any for STANCES. */
static bool has_claim(const struct network *network, uint32_t index, const struct bitset *sources,
                      enum claim_stance stance)
{
    struct network_claims claims = network_claims(network, index);
    for (size_t i = 0; i < claims.count; i++)
        if ((stance == STANCES || claims.items[i].stance == stance) &&
            bitset_has(sources, claims.items[i].by))
            return true;
    return false;
}

/* CRITERION is one that asks for claims or dates. */
static bool is_backed(const struct filter *filter, enum criterion criterion, uint32_t index)
{
    const struct network *network = filter->network;
    const struct criteria *criteria = filter->criteria;
    switch ((int)criterion) {
    case CRITERION_AT: return is_dated(filter, index, criteria->at);
    case CRITERION_DURING: return is_dated(filter, index, criteria->during);
    case CRITERION_UNDATED: return network->relations.items[index].when != NETWORK_NONE;
    case CRITERION_EVIDENCE: return (criteria->evidences >> evidence_of(network, index) & 1) != 0;
    case CRITERION_GRADE: return grade_reaches(evidence_grade(network, index), criteria->grade);
    case CRITERION_ANONYMOUS:
        return evidence_is_anonymous(network, index) == (criteria->anonymous == ANONYMOUS_ONLY);
    case CRITERION_SOURCE: return has_claim(network, index, &filter->sources, STANCES);
    case CRITERION_ASSERTED_BY:
        return has_claim(network, index, &filter->asserted_by, STANCE_ASSERTS);
    case CRITERION_DENIED_BY: return has_claim(network, index, &filter->denied_by, STANCE_DENIES);
    case CRITERION_MIN_SOURCES:
        return evidence_independent(network, index) >= criteria->min_sources;
    default: return true;
    }
}

/* CRITERION is one that looks at a relation alone. */
static bool passes(const struct filter *filter, enum criterion criterion, uint32_t index)
{
    const struct network *network = filter->network;
    const struct criteria *criteria = filter->criteria;
    const struct network_relation *relation = &network->relations.items[index];
    struct network_ends ends = network_ends(network, index);
    size_t starts = is_either_way(relation) ? ends.count : 1;
    size_t leads = is_either_way(relation) ? 0 : 1;
    switch ((int)criterion) {
    case CRITERION_RELATION: return (criteria->types >> relation->type & 1) != 0;
    case CRITERION_EXCLUDE: return (criteria->excluded_types >> relation->type & 1) == 0;
    case CRITERION_FORM: return bitset_has(&filter->forms, relation->form);
    case CRITERION_ACTOR: return has_any(&filter->actors, ends.items, ends.count);
    case CRITERION_KIND: return has_kind(network, ends, criteria->kinds);
    case CRITERION_FROM: return has_any(&filter->from, ends.items, starts);
    case CRITERION_TO: return has_any(&filter->to, ends.items + leads, ends.count - leads);
    case CRITERION_ID: return bitset_has(&filter->relations, index);
    case CRITERION_EVENT:
        return bitset_has(&filter->events, network_details(network, index)->event) ||
               has_any(&filter->events, ends.items, ends.count);
    case CRITERION_TIER: return (criteria->tiers >> relation->tier & 1) != 0;
    case CRITERION_MIN_WEIGHT: return relation->weight >= criteria->min_weight;
    case CRITERION_PHASE: return (criteria->phases >> relation->phase & 1) != 0;
    case CRITERION_SIGN: return (criteria->signs >> relation->sign & 1) != 0;
    default: return is_backed(filter, criterion, index);
    }
}

/* The place in USED of the first criterion that the relation fails, or used_count. */
static size_t first_failed(const struct filter *filter, uint32_t relation)
{
    size_t i = 0;
    while (i < filter->used_count && passes(filter, filter->used[i], relation))
        i++;
    return i;
}

/* Of the criteria, the one after which nothing was left is the furthest that any relation failed
   at. */
static void keep_passing(struct selection *selection, const struct filter *filter)
{
    size_t furthest = 0;
    size_t count = filter->network->relations.count;
    for (uint32_t relation = 0; relation < count; relation++) {
        size_t failed = first_failed(filter, relation);
        if (failed == filter->used_count)
            selection->relations[selection->count++] = relation;
        else if (failed > furthest)
            furthest = failed;
    }
    if (selection->count == 0 && count > 0)
        selection->emptied_by = criterion_name(filter->used[furthest]);
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
    if (kept == 0 && selection->count > 0)
        selection->emptied_by = criterion_name(CRITERION_FOCUS);
    selection->count = kept;
}

/* Keeps the relations for which the caller's condition holds. */
static enum status keep_condition(struct selection *selection,
                                  const struct criteria_condition *condition)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++) {
        bool holds = false;
        TRY(condition->holds(condition->context, selection->relations[i], &holds));
        if (holds)
            selection->relations[kept++] = selection->relations[i];
    }
    if (kept == 0 && selection->count > 0)
        selection->emptied_by = criterion_name(CRITERION_WHERE);
    selection->count = kept;
    return STATUS_OK;
}

static enum status keep_path(struct selection *selection, const struct network *network,
                             const struct criteria *criteria)
{
    size_t before = selection->count;
    TRY(path_keep(network, criteria->path.items[0], criteria->path.items[1], criteria->directed,
                  selection->relations, &selection->count));
    if (selection->count == 0 && before > 0)
        selection->emptied_by = criterion_name(CRITERION_PATH);
    return STATUS_OK;
}

static enum status keep_focus(struct selection *selection, const struct network *network,
                              const struct criteria *criteria)
{
    struct adjacency adjacency;
    struct bitset members;
    TRY(adjacency_init(&adjacency, network, selection->relations, selection->count));
    enum status status = neighbourhood_find(network, &adjacency, criteria->focus.items,
                                            criteria->focus.count, criteria->hops, &members);
    adjacency_clear(&adjacency);
    TRY(status);
    keep_members(selection, network, &members);
    bitset_clear(&members);
    return STATUS_OK;
}

/* What a relation is sorted by; PREFIX holds the first bytes of its id, which decide nearly
   always without a look at the text. */
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
    keep_passing(selection, &filter);
    filter_clear(&filter);
    if (is_asked(criteria, CRITERION_WHERE))
        TRY(keep_condition(selection, &criteria->condition));
    if (is_asked(criteria, CRITERION_PATH))
        TRY(keep_path(selection, network, criteria));
    if (is_asked(criteria, CRITERION_FOCUS))
        TRY(keep_focus(selection, network, criteria));
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
