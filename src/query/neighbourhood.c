/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/neighbourhood.h"

#include <stdlib.h>

struct search {
    const struct network *network;
    const struct adjacency *adjacency;
    const struct blocs *blocs;
    struct bitset *members;
    uint32_t *next;  /* by vertex: another one of its bloc, in a ring; NULL: no blocs */
    uint32_t *queue; /* the members, nearest first */
    size_t count;
    unsigned char *crossed; /* of each relation: the directions, FORWARDS and BACKWARDS */
};

enum { FORWARDS = 1, BACKWARDS = 2 };

/* Links the vertices of each bloc. */
static enum status link_blocs(struct search *search)
{
    size_t count = search->network->vertices.count;
    if (search->blocs->heads == NULL)
        return STATUS_OK;
    search->next = malloc((count + 1) * sizeof *search->next);
    if (search->next == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < count; i++)
        search->next[i] = i;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = blocs_head(search->blocs, i);
        if (head == i)
            continue;
        search->next[i] = search->next[head];
        search->next[head] = i;
    }
    return STATUS_OK;
}

/* Visits VERTEX and its bloc. */
static void visit(struct search *search, uint32_t vertex)
{
    while (!bitset_has(search->members, vertex)) {
        bitset_add(search->members, vertex);
        search->queue[search->count++] = vertex;
        if (search->next != NULL)
            vertex = search->next[vertex];
    }
}

/* If VERTEX is among ENDS, visits OTHERS; once in each DIRECTION of RELATION. */
static void cross(struct search *search, uint32_t vertex, struct network_ends ends,
                  struct network_ends others, uint32_t relation, unsigned char direction)
{
    if ((search->crossed[relation] & direction) != 0 || !network_ends_have(ends, vertex))
        return;
    search->crossed[relation] |= direction;
    for (size_t i = 0; i < others.count; i++)
        visit(search, others.items[i]);
}

/* Visits the vertices one step from VERTEX. */
static void expand(struct search *search, uint32_t vertex)
{
    const struct adjacency *adjacency = search->adjacency;
    for (uint32_t i = adjacency->first[vertex]; i < adjacency->first[vertex + 1]; i++) {
        uint32_t relation = adjacency->relations[i];
        struct network_ends from = network_from(search->network, relation);
        struct network_ends to = network_to(search->network, relation);
        cross(search, vertex, to, from, relation, BACKWARDS);
        cross(search, vertex, from, to, relation, FORWARDS);
    }
}

static void search_breadth_first(struct search *search, unsigned hops)
{
    size_t done = 0;
    for (unsigned hop = 0; hop < hops && done < search->count; hop++) {
        size_t reached = search->count;
        while (done < reached)
            expand(search, search->queue[done++]);
    }
}

static enum status search_init(struct search *search)
{
    search->queue = malloc((search->network->vertices.count + 1) * sizeof *search->queue);
    if (search->queue == NULL)
        return STATUS_MEMORY;
    return link_blocs(search);
}

enum status neighbourhood_find(const struct network *network, const struct adjacency *adjacency,
                               const struct blocs *blocs, const uint32_t *centres, size_t count,
                               unsigned hops, struct bitset *members)
{
    TRY(bitset_init(members, network->vertices.count));
    struct search search = {
        .network = network, .adjacency = adjacency, .blocs = blocs, .members = members};
    enum status status = search_init(&search);
    search.crossed = calloc(network->relations.count + 1, 1);
    if (search.crossed == NULL)
        status = STATUS_MEMORY;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        visit(&search, centres[i]);
    if (status == STATUS_OK)
        search_breadth_first(&search, hops);
    else
        bitset_clear(members);
    free(search.queue);
    free(search.crossed);
    free(search.next);
    return status;
}

/* Visits the vertices one step along RELATION from those CENTRES. */
static void step(struct search *search, const struct bitset *centres, uint32_t relation)
{
    const struct network_ends from = network_from(search->network, relation);
    const struct network_ends to = network_to(search->network, relation);
    const bool back = bitset_has_any(centres, to.items, to.count);
    const bool forth = bitset_has_any(centres, from.items, from.count);
    for (size_t i = 0; back && i < from.count; i++)
        visit(search, from.items[i]);
    for (size_t i = 0; forth && i < to.count; i++)
        visit(search, to.items[i]);
}

/* Visits the centres and what is one step from them or from their blocs. */
static enum status search_next(struct search *search, const uint32_t *relations, size_t count,
                               const uint32_t *centres, size_t centre_count)
{
    struct bitset starts;
    TRY(bitset_init(&starts, search->network->vertices.count));
    for (size_t i = 0; i < centre_count; i++)
        visit(search, centres[i]);
    for (size_t i = 0; i < search->count; i++)
        bitset_add(&starts, search->queue[i]);
    for (size_t i = 0; i < count; i++)
        step(search, &starts, relations[i]);
    bitset_clear(&starts);
    return STATUS_OK;
}

enum status neighbourhood_find_next(const struct network *network, const uint32_t *relations,
                                    size_t relation_count, const struct blocs *blocs,
                                    const uint32_t *centres, size_t count, struct bitset *members)
{
    TRY(bitset_init(members, network->vertices.count));
    struct search search = {.network = network, .blocs = blocs, .members = members};
    enum status status = search_init(&search);
    if (status == STATUS_OK)
        status = search_next(&search, relations, relation_count, centres, count);
    if (status != STATUS_OK)
        bitset_clear(members);
    free(search.queue);
    free(search.next);
    return status;
}
