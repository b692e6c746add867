/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/pages/page_scope.h"

#include <stdlib.h>

#include "model/attribute_group.h"
#include "model/participation.h"

static bool is_of_dataset(const struct network *network, uint32_t relation)
{
    return relation < participation_first(network);
}

static void add_relation(struct page_scope *scope, uint32_t relation)
{
    if (scope->numbers[relation] != NETWORK_NONE)
        return;
    scope->numbers[relation] = (uint32_t)scope->count;
    scope->relations[scope->count++] = relation;
}

/* Adds the relations of SELECTION that there is room for; ROOM is what is left of it. */
static void add_selection(struct page_scope *scope, const struct network *network,
                          const struct selection *selection, size_t *room)
{
    for (size_t i = 0; i<selection->count && * room> 0; i++) {
        const uint32_t relation = selection->relations[i];
        if (scope->numbers[relation] == NETWORK_NONE && is_of_dataset(network, relation))
            --*room;
        add_relation(scope, relation);
    }
}

static void add_relations(struct page_scope *scope, const struct network *network,
                          const struct selection *all, const struct selection *const shown[],
                          size_t shown_count, bool only_shown)
{
    const size_t total = participation_first(network);
    size_t room = PAGE_SCOPE_MOST;
    scope->whole = total <= PAGE_SCOPE_MOST && !only_shown;
    if (scope->whole)
        add_selection(scope, network, all, &room);
    for (size_t i = 0; i < shown_count; i++)
        add_selection(scope, network, shown[i], &room);
    scope->left_out = total;
    for (size_t i = 0; i < scope->count; i++)
        scope->left_out -= is_of_dataset(network, scope->relations[i]);
    scope->whole = scope->left_out == 0;
}

/* Adds VERTEX and all that it is part of. */
static void add_vertex(struct page_scope *scope, const struct network *network, uint32_t vertex)
{
    while (vertex != NETWORK_NONE && !bitset_has(&scope->vertices, vertex)) {
        bitset_add(&scope->vertices, vertex);
        vertex = network->vertices.items[vertex].parent;
    }
}

/* Adds SOURCE, unless it has been added, to those whose origins are to be added too. */
static void queue_source(struct page_scope *scope, uint32_t source)
{
    if (source == NETWORK_NONE || bitset_has(&scope->sources, source))
        return;
    bitset_add(&scope->sources, source);
    scope->queue[scope->queued++] = source;
}

/* Adds SOURCE and all that it goes back to. */
static void add_source(struct page_scope *scope, const struct network *network, uint32_t source)
{
    queue_source(scope, source);
    while (scope->queued > 0) {
        const struct network_source *s = &network->sources.items[scope->queue[--scope->queued]];
        add_vertex(scope, network, s->actor);
        queue_source(scope, s->via);
        queue_source(scope, s->basis);
    }
}

/* Adds what RELATION names. */
static void add_named(struct page_scope *scope, const struct network *network, uint32_t relation)
{
    const struct network_ends ends = network_ends(network, relation);
    const struct network_claims claims = network_claims(network, relation);
    for (size_t i = 0; i < ends.count; i++)
        add_vertex(scope, network, ends.items[i]);
    add_vertex(scope, network, network_details(network, relation)->event);
    for (size_t i = 0; i < claims.count; i++)
        add_source(scope, network, claims.items[i].by);
}

static void add_all(struct page_scope *scope, const struct network *network)
{
    for (uint32_t i = 0; i < network->vertices.count; i++)
        if (!attribute_group_is(network, i))
            bitset_add(&scope->vertices, i);
    for (uint32_t i = 0; i < network->sources.count; i++)
        bitset_add(&scope->sources, i);
}

enum status page_scope_init(struct page_scope *scope, const struct network *network,
                            const struct selection *all, const struct selection *const shown[],
                            size_t shown_count, bool only_shown)
{
    const size_t count = network->relations.count;
    *scope =
        (struct page_scope){.relations = malloc((count + 1) * sizeof *scope->relations),
                            .numbers = malloc((count + 1) * sizeof *scope->numbers),
                            .queue = malloc((network->sources.count + 1) * sizeof *scope->queue)};
    if (scope->relations == NULL || scope->numbers == NULL || scope->queue == NULL)
        return STATUS_MEMORY;
    for (size_t i = 0; i < count; i++)
        scope->numbers[i] = NETWORK_NONE;
    TRY(bitset_init(&scope->vertices, network->vertices.count));
    TRY(bitset_init(&scope->sources, network->sources.count));
    add_relations(scope, network, all, shown, shown_count, only_shown);
    for (size_t i = 0; i < scope->count; i++)
        add_named(scope, network, scope->relations[i]);
    if (scope->whole)
        add_all(scope, network);
    return STATUS_OK;
}

void page_scope_clear(struct page_scope *scope)
{
    free(scope->relations);
    free(scope->numbers);
    free(scope->queue);
    bitset_clear(&scope->vertices);
    bitset_clear(&scope->sources);
    *scope = (struct page_scope){.relations = NULL};
}
