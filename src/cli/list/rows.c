/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/list/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory/bitset.h"
#include "model/ordering.h"
#include "model/period.h"
#include "model/statement.h"
#include "query/phase.h"
#include "query/selected_statements.h"

typedef enum status fill_rows(struct rows *rows, const struct relation_query *query);

static enum status reserve(struct rows *rows, size_t count)
{
    rows->items = malloc((count + 1) * sizeof *rows->items);
    return rows->items != NULL ? STATUS_OK : STATUS_MEMORY;
}

/* Their numbers follow from their places. */
static void add(struct rows *rows, struct column_row row)
{
    row.number = (uint32_t)rows->count + 1;
    rows->items[rows->count++] = row;
}

static enum status fill_relations(struct rows *rows, const struct relation_query *query)
{
    const struct selection *selection = &query->selection;
    const struct date_span *period = phase_period(&query->criteria);
    TRY(reserve(rows, selection->count));
    for (size_t i = 0; i < selection->count; i++) {
        uint32_t relation = selection->relations[i];
        add(rows, (struct column_row){.relation = relation,
                                      .phase = phase_of(query->network, relation, period)});
    }
    return STATUS_OK;
}

/* A relation from a vertex to itself counts once. */
static bool repeats(struct network_ends ends, size_t i)
{
    return i > 0 && ends.items[i] == ends.items[0];
}

/* Counts the relations of each vertex, with the event that they belong to, and adds these to
   TOUCHED. */
static void touch(struct rows *rows, struct bitset *touched, const struct relation_query *query)
{
    for (size_t i = 0; i < query->selection.count; i++) {
        uint32_t relation = query->selection.relations[i];
        struct network_ends ends = network_ends(query->network, relation);
        uint32_t event = network_details(query->network, relation)->event;
        for (size_t j = 0; j < ends.count; j++) {
            bitset_add(touched, ends.items[j]);
            rows->degrees[ends.items[j]] += !repeats(ends, j);
        }
        if (event == NETWORK_NONE)
            continue;
        bitset_add(touched, event);
        rows->degrees[event] += !network_ends_have(ends, event);
    }
}

/* The id comes first, by which these are compared. */
struct named_vertex {
    const char *id;
    uint32_t vertex;
};

static int compare_ids(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Adds the vertices of TOUCHED, or all if it is NULL, that are EVENTS or not, by id. */
static enum status add_vertices(struct rows *rows, const struct network *network,
                                const struct bitset *touched, bool events)
{
    struct named_vertex *named = malloc((network->vertices.count + 1) * sizeof *named);
    size_t count = 0;
    if (named == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < network->vertices.count; i++) {
        const struct network_vertex *vertex = &network->vertices.items[i];
        if ((vertex->kind == KIND_EVENT) == events && (touched == NULL || bitset_has(touched, i)))
            named[count++] = (struct named_vertex){network_text(network, vertex->id), i};
    }
    qsort(named, count, sizeof *named, compare_ids);
    enum status status = reserve(rows, count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        add(rows, (struct column_row){.item = named[i].vertex});
    free(named);
    return status;
}

static enum status fill_vertices(struct rows *rows, const struct relation_query *query,
                                 bool events)
{
    const struct selection *selection = &query->selection;
    struct bitset touched;
    rows->degrees = calloc(query->network->vertices.count + 1, sizeof *rows->degrees);
    if (rows->degrees == NULL)
        return STATUS_MEMORY;
    TRY(bitset_init(&touched, query->network->vertices.count));
    touch(rows, &touched, query);
    for (size_t i = 0; i < selection->top_count; i++)
        bitset_add(&touched, selection->top[i]);
    bool all = query->criteria.canonical.count == 0;
    enum status status = add_vertices(rows, query->network, all ? NULL : &touched, events);
    bitset_clear(&touched);
    return status;
}

static enum status fill_actors(struct rows *rows, const struct relation_query *query)
{
    return fill_vertices(rows, query, false);
}

static enum status fill_events(struct rows *rows, const struct relation_query *query)
{
    return fill_vertices(rows, query, true);
}

static const char *source_id(const struct network *network, const struct column_row *row)
{
    uint32_t source = network->claims.items[row->item].by;
    return network_text(network, network->sources.items[source].id);
}

/* Puts the last row, a claim, after those from FIRST on whose sources come before its source, or
   are it. */
static void insert_claim(struct rows *rows, const struct network *network, size_t first)
{
    size_t at = rows->count - 1;
    const struct column_row row = rows->items[at];
    const char *id = source_id(network, &row);
    for (; at > first && strcmp(source_id(network, &rows->items[at - 1]), id) > 0; at--)
        rows->items[at].item = rows->items[at - 1].item;
    rows->items[at].item = row.item;
}

/* Adds the claims that count in SPAN. */
static void add_claims(struct rows *rows, const struct network *network, uint32_t relation,
                       const struct date_span *span)
{
    size_t count = 0, first = rows->count;
    const struct network_claim *all = network->claims.items, *claim = NULL;
    const uint32_t *ordered = ordering_claims(network, relation, &count);
    for (size_t i = 0; ordered != NULL && i < count; i++)
        if (period_counts_claim(network, relation, &all[ordered[i]], span))
            add(rows, (struct column_row){.relation = relation, .item = ordered[i]});
    while (ordered == NULL &&
           (claim = period_next_claim(network, relation, span, claim)) != NULL) {
        add(rows, (struct column_row){.relation = relation, .item = (uint32_t)(claim - all)});
        insert_claim(rows, network, first); /* there are few */
    }
}

/* Adds the claims about other things than relations, in the order of the dataset. */
static enum status add_statements(struct rows *rows, const struct network *network,
                                  const struct selection *selection)
{
    struct bitset chosen;
    TRY(selected_statements(network, selection, &chosen));
    for (uint32_t i = 0; i < network->statements.count; i++) {
        const struct network_statement *statement = &network->statements.items[i];
        for (uint32_t k = 0; bitset_has(&chosen, i) && k < statement->claim_count; k++)
            add(rows, (struct column_row){.relation = NETWORK_NONE,
                                          .statement = i,
                                          .item = statement->first_claim + k});
    }
    bitset_clear(&chosen);
    return STATUS_OK;
}

static enum status fill_claims(struct rows *rows, const struct relation_query *query)
{
    const struct selection *selection = &query->selection;
    size_t count = 0;
    for (size_t i = 0; i < selection->count; i++)
        count += network_claims(query->network, selection->relations[i]).count;
    TRY(reserve(rows, count + statement_count_all_claims(query->network)));
    for (size_t i = 0; i < selection->count; i++)
        add_claims(rows, query->network, selection->relations[i], phase_period(&query->criteria));
    return add_statements(rows, query->network, selection);
}

static enum status fill_sources(struct rows *rows, const struct relation_query *query)
{
    TRY(tallies_init(&rows->tallies, query->network, &query->selection,
                     phase_period(&query->criteria)));
    TRY(reserve(rows, rows->tallies.count));
    for (size_t i = 0; i < rows->tallies.count; i++)
        add(rows, (struct column_row){.item = rows->tallies.order[i]});
    return STATUS_OK;
}

enum status rows_init(struct rows *rows, enum row_kind kind, const struct relation_query *query)
{
    static fill_rows *const fillers[ROW_KINDS] = {
        [ROW_RELATION] = fill_relations, [ROW_ACTOR] = fill_actors,   [ROW_EVENT] = fill_events,
        [ROW_CLAIM] = fill_claims,       [ROW_SOURCE] = fill_sources,
    };
    *rows = (struct rows){.items = NULL};
    return fillers[kind](rows, query);
}

void rows_clear(struct rows *rows)
{
    free(rows->items);
    free(rows->degrees);
    tallies_clear(&rows->tallies);
}
