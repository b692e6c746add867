/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/selection.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/participation.h"
#include "model/period.h"
#include "query/adjacency.h"
#include "query/matching.h"
#include "query/neighbourhood.h"
#include "query/parts.h"
#include "query/path.h"
#include "query/phase.h"
#include "query/ranking.h"
#include "query/tied.h"

/* Removes relations from the selection by a criterion that considers all of them together. */
typedef enum status keep_function(struct selection *selection, const struct network *network,
                                  const struct criteria *criteria);

/* Keeps the relations of which a start and a target are MEMBERS. */
static void keep_members(struct selection *selection, const struct network *network,
                         const struct bitset *members)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++) {
        struct network_ends from = network_from(network, selection->relations[i]);
        struct network_ends to = network_to(network, selection->relations[i]);
        if (bitset_has_any(members, from.items, from.count) &&
            bitset_has_any(members, to.items, to.count))
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

static enum status keep_tied(struct selection *selection, const struct network *network,
                             const struct criteria *criteria)
{
    const struct criteria_list *list = &criteria->values[CRITERION_TIED_TO].list;
    return tied_filter(network, (struct network_ends){list->items, list->count},
                       criteria->values[CRITERION_WITH_PARTS].given, selection->relations,
                       &selection->count);
}

/* Sets ALL, whose items the caller frees, to COUNT vertices, with their parts if the criteria say
   so. */
static enum status list_parts(struct criteria_list *all, const struct network *network,
                              const struct criteria *criteria, const uint32_t *vertices,
                              size_t count)
{
    struct bitset set;
    *all = (struct criteria_list){NULL, 0, network->vertices.count};
    enum status status =
        parts_init(&set, network, vertices, count, criteria->values[CRITERION_WITH_PARTS].given);
    all->items = malloc((all->capacity + 1) * sizeof *all->items);
    if (all->items == NULL)
        status = STATUS_MEMORY;
    for (uint32_t i = 0; i < all->capacity && status == STATUS_OK; i++)
        if (bitset_has(&set, i))
            all->items[all->count++] = i;
    bitset_clear(&set);
    return status;
}

static enum status keep_path(struct selection *selection, const struct network *network,
                             const struct criteria *criteria)
{
    const uint32_t *ends = criteria->values[CRITERION_PATH].list.items;
    struct criteria_list from, to = {NULL, 0, 0};
    enum status status = list_parts(&from, network, criteria, &ends[0], 1);
    if (status == STATUS_OK)
        status = list_parts(&to, network, criteria, &ends[1], 1);
    if (status == STATUS_OK)
        status = path_filter(network, (struct network_ends){from.items, from.count},
                             (struct network_ends){to.items, to.count},
                             criteria->values[CRITERION_DIRECTED].given, selection->relations,
                             &selection->count);
    free(from.items);
    free(to.items);
    return status;
}

/* Finds the neighbourhood of CENTRES. */
static enum status find_members(const struct selection *selection, const struct network *network,
                                const struct criteria *criteria,
                                const struct criteria_list *centres, struct bitset *members)
{
    const unsigned hops = criteria->values[CRITERION_HOPS].number;
    struct adjacency adjacency;
    if (hops == 1)
        return neighbourhood_find_next(network, selection->relations, selection->count,
                                       &selection->blocs, centres->items, centres->count,
                                       members);
    TRY(adjacency_init(&adjacency, network, selection->relations, selection->count));
    enum status status = neighbourhood_find(network, &adjacency, &selection->blocs,
                                            centres->items, centres->count, hops, members);
    adjacency_clear(&adjacency);
    return status;
}

static enum status keep_focus(struct selection *selection, const struct network *network,
                              const struct criteria *criteria)
{
    const struct criteria_list *focus = &criteria->values[CRITERION_FOCUS].list;
    struct criteria_list centres;
    struct bitset members;
    enum status status = list_parts(&centres, network, criteria, focus->items, focus->count);
    if (status == STATUS_OK)
        status = find_members(selection, network, criteria, &centres, &members);
    free(centres.items);
    TRY(status);
    keep_members(selection, network, &members);
    bitset_clear(&members);
    return STATUS_OK;
}

static enum status keep_heavy(struct selection *selection, const struct network *network,
                              const struct criteria *criteria)
{
    const struct date_span *span = phase_period(criteria);
    size_t kept = 0;
    for (size_t i = 0; i < selection->count; i++)
        if (period_weight(network, selection->relations[i], span) >=
            criteria->values[CRITERION_THIN].number)
            selection->relations[kept++] = selection->relations[i];
    selection->left_out.weak = selection->count - kept;
    selection->count = kept;
    return STATUS_OK;
}

/* Adds the ends of the relations to VERTICES. */
static void add_ends(struct bitset *vertices, const struct network *network,
                     const struct selection *selection)
{
    for (size_t i = 0; i < selection->count; i++) {
        struct network_ends ends = network_ends(network, selection->relations[i]);
        for (size_t j = 0; j < ends.count; j++)
            bitset_add(vertices, ends.items[j]);
    }
}

static enum status keep_between_blocs(struct selection *selection, const struct network *network,
                                      const struct criteria *criteria)
{
    (void)criteria;
    size_t kept = 0;
    add_ends(&selection->blocs.held, network, selection);
    for (size_t i = 0; i < selection->count; i++)
        if (!blocs_enclose(&selection->blocs, network, selection->relations[i]))
            selection->relations[kept++] = selection->relations[i];
    selection->left_out.enclosed = selection->count - kept;
    selection->count = kept;
    return STATUS_OK;
}

/* Whether all ends of a relation, or their blocs, are in VERTICES. */
static bool is_among(const struct bitset *vertices, const struct network *network,
                     const struct blocs *blocs, uint32_t relation)
{
    struct network_ends ends = network_ends(network, relation);
    for (size_t i = 0; i < ends.count; i++)
        if (!bitset_has(vertices, blocs_head(blocs, ends.items[i])))
            return false;
    return true;
}

/* A relation with another party as well is left out: without that party, it would be another
   relation. */
static enum status keep_top(struct selection *selection, const struct network *network,
                            const struct criteria *criteria)
{
    const struct ranking_terms terms = {
        (enum ranking_measure)criteria->values[CRITERION_BY].number, phase_period(criteria)};
    size_t kept = 0;
    struct bitset top;
    TRY(ranking_find(network, &selection->blocs, selection->relations, selection->count, terms,
                     criteria->values[CRITERION_TOP].number, &selection->top,
                     &selection->top_count));
    TRY(bitset_init(&top, network->vertices.count));
    for (size_t i = 0; i < selection->top_count; i++)
        bitset_add(&top, selection->top[i]);
    for (size_t i = 0; i < selection->count; i++)
        if (is_among(&top, network, &selection->blocs, selection->relations[i]))
            selection->relations[kept++] = selection->relations[i];
    bitset_clear(&top);
    selection->left_out.lesser = selection->count - kept;
    selection->count = kept;
    return STATUS_OK;
}

/* By the cell "stage" of each row; NULL for those that test each relation by itself. */
#define TEST(function) NULL
#define KEEP(function) function
#define MODIFIER NULL

static keep_function *const keepers[CRITERIA] = {
#define CRITERION(name, word, letter, argument, help, value, stage) [CRITERION_##name] = stage,
#include "query/criteria.def"
};

/* Selects those of the first COUNT relations that meet all criteria. If none does, the criterion
   that emptied the selection is the last one that any relation reached. */
static void keep_matching(struct selection *selection, const struct matching *matching,
                          size_t count)
{
    size_t furthest = 0;
    for (uint32_t relation = 0; relation < count; relation++) {
        size_t failed = matching_first_failed(matching, relation);
        if (failed == matching->count)
            selection->relations[selection->count++] = relation;
        else if (failed > furthest)
            furthest = failed;
    }
    if (selection->count == 0 && count > 0)
        selection->emptied_by = criterion_name(matching->items[furthest].criterion);
}

/* Applies those of the criteria from FIRST to before END that consider all relations together, in
   order. */
static enum status keep_by(struct selection *selection, const struct network *network,
                           const struct criteria *criteria, enum criterion first,
                           enum criterion end)
{
    for (size_t i = first; i < end; i++) {
        size_t before = selection->count;
        if (!criteria->values[i].given || keepers[i] == NULL)
            continue;
        TRY(keepers[i](selection, network, criteria));
        if (selection->count == 0 && before > 0)
            selection->emptied_by = criterion_name((enum criterion)i);
    }
    return STATUS_OK;
}

/* Counts those of the vertices BEFORE that the selection no longer shows. */
static enum status count_vertices(struct selection *selection, const struct network *network,
                                  const struct bitset *before)
{
    const struct blocs *blocs = &selection->blocs;
    struct bitset shown;
    TRY(bitset_init(&shown, network->vertices.count));
    for (size_t i = 0; i < selection->count; i++) {
        struct network_ends ends = network_ends(network, selection->relations[i]);
        for (size_t j = 0; j < ends.count; j++)
            bitset_add(&shown, blocs_head(blocs, ends.items[j]));
    }
    for (size_t i = 0; i < selection->top_count; i++)
        bitset_add(&shown, selection->top[i]);
    for (uint32_t i = 0; i < network->vertices.count; i++)
        selection->left_out.vertices +=
            bitset_has(before, i) && !bitset_has(&shown, blocs_head(blocs, i));
    bitset_clear(&shown);
    return STATUS_OK;
}

/* Leaves out a part of what is selected, and counts it. */
static enum status leave_out(struct selection *selection, const struct network *network,
                             const struct criteria *criteria)
{
    struct bitset before;
    TRY(bitset_init(&before, network->vertices.count));
    add_ends(&before, network, selection);
    enum status status = keep_by(selection, network, criteria, CRITERION_THIN, CRITERIA);
    if (status == STATUS_OK)
        status = count_vertices(selection, network, &before);
    bitset_clear(&before);
    return status;
}

/* Adds the relations of the participants of all events that the selection touches; if it is all
   there is, of all events. */
static enum status add_participants(struct selection *selection, const struct network *network,
                                    const struct matching *matching)
{
    const uint32_t first = participation_first(network);
    const bool all = selection->count == first;
    struct bitset touched;
    TRY(bitset_init(&touched, network->vertices.count));
    add_ends(&touched, network, selection);
    for (size_t i = 0; i < selection->count; i++) {
        const uint32_t event = network_details(network, selection->relations[i])->event;
        if (event != NETWORK_NONE)
            bitset_add(&touched, event);
    }
    for (uint32_t i = first; i < network->relations.count; i++)
        if ((all || bitset_has(&touched, network_to(network, i).items[0])) &&
            matching_fits_event(matching, i))
            selection->relations[selection->count++] = i;
    bitset_clear(&touched);
    return STATUS_OK;
}

/* Applies all criteria that consider all relations together. */
static enum status keep_all(struct selection *selection, const struct network *network,
                            const struct criteria *criteria, const struct matching *matching)
{
    const struct criteria_value *values = criteria->values;
    const struct criteria_value *fold = &values[CRITERION_FOLD];
    if (fold->given && fold->number == CRITERIA_FOLD_ATTRIBUTE)
        TRY(blocs_init_values(&selection->blocs, network, fold->unit));
    else if (fold->given)
        TRY(blocs_init(&selection->blocs, network, fold->list.items, fold->list.count,
                       fold->number == CRITERIA_FOLD_ALL));
    TRY(keep_by(selection, network, criteria, 0, CRITERION_THIN));
    if (values[CRITERION_PARTICIPANTS].given &&
        values[CRITERION_PARTICIPANTS].number == CRITERIA_PARTICIPANTS_DRAW)
        TRY(add_participants(selection, network, matching));
    bool all = !values[CRITERION_THIN].given && !fold->given && !values[CRITERION_TOP].given;
    return all ? STATUS_OK : leave_out(selection, network, criteria);
}

/* The sort key of a relation. PREFIX holds the first bytes of its id, which nearly always decide
   the comparison. */
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

static size_t count_undated(const struct selection *selection, const struct network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < selection->count; i++)
        count += !period_is_dated(network, selection->relations[i]);
    return count;
}

/* Counts the undated relations that the same criteria select if they keep undated ones. Changes
   MATCHING. */
static enum status count_left_out(struct selection *selection, const struct network *network,
                                  const struct criteria *criteria, struct matching *matching)
{
    size_t count = network->relations.count;
    struct selection whole = {.relations = malloc((count + 1) * sizeof *whole.relations)};
    if (whole.relations == NULL)
        return STATUS_MEMORY;
    matching_keep_undated(matching);
    keep_matching(&whole, matching, participation_first(network));
    enum status status = keep_all(&whole, network, criteria, matching);
    selection->undated = count_undated(&whole, network) - count_undated(selection, network);
    selection_clear(&whole);
    return status;
}

static enum status select_relations(struct selection *selection, const struct network *network,
                                    const struct criteria *criteria)
{
    struct matching matching;
    TRY(matching_init(&matching, network, criteria));
    keep_matching(selection, &matching, participation_first(network));
    enum status status = keep_all(selection, network, criteria, &matching);
    if (status == STATUS_OK && matching_depends_on_dates(&matching))
        status = count_left_out(selection, network, criteria, &matching);
    matching_clear(&matching);
    return status == STATUS_OK ? sort(selection, network) : status;
}

enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria)
{
    size_t count = network->relations.count;
    *selection =
        (struct selection){.relations = malloc((count + 1) * sizeof *selection->relations)};
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
    free(selection->top);
    blocs_clear(&selection->blocs);
    *selection = (struct selection){.relations = NULL};
}
