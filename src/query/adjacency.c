/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/adjacency.h"

#include <stdlib.h>

/* The i-th of the relations to be indexed. */
static uint32_t nth(const uint32_t *relations, size_t i)
{
    return relations != NULL ? relations[i] : (uint32_t)i;
}

/* A relation from a vertex to itself is listed once. */
static bool repeats(const struct network_ends *ends, size_t i)
{
    return i > 0 && ends->items[i] == ends->items[0];
}

/* Counts the relations of each vertex V in first[V + 1], then sums them up to offsets. */
static void count_relations(struct adjacency *adjacency, const struct network *network,
                            const uint32_t *relations, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct network_ends ends = network_ends(network, nth(relations, i));
        for (size_t j = 0; j < ends.count; j++)
            if (!repeats(&ends, j))
                adjacency->first[ends.items[j] + 1]++;
    }
    for (size_t v = 0; v < adjacency->vertex_count; v++)
        adjacency->first[v + 1] += adjacency->first[v];
}

/* Uses first[V] as the insertion point for vertex V, which ends up where V + 1 begins; then
   shifts the offsets back. */
static void fill(struct adjacency *adjacency, const struct network *network,
                 const uint32_t *relations, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct network_ends ends = network_ends(network, nth(relations, i));
        for (size_t j = 0; j < ends.count; j++)
            if (!repeats(&ends, j))
                adjacency->relations[adjacency->first[ends.items[j]]++] = nth(relations, i);
    }
    for (size_t v = adjacency->vertex_count; v > 0; v--)
        adjacency->first[v] = adjacency->first[v - 1];
    adjacency->first[0] = 0;
}

enum status adjacency_init(struct adjacency *adjacency, const struct network *network,
                           const uint32_t *relations, size_t count)
{
    size_t vertices = network->vertices.count;
    if (relations == NULL)
        count = network->relations.count;
    *adjacency = (struct adjacency){.vertex_count = vertices};
    adjacency->first = calloc(vertices + 1, sizeof *adjacency->first);
    if (adjacency->first == NULL)
        return STATUS_MEMORY;
    count_relations(adjacency, network, relations, count);
    size_t total = adjacency->first[vertices];
    adjacency->relations = malloc((total + 1) * sizeof *adjacency->relations);
    if (adjacency->relations == NULL) {
        adjacency_clear(adjacency);
        return STATUS_MEMORY;
    }
    fill(adjacency, network, relations, count);
    return STATUS_OK;
}

void adjacency_clear(struct adjacency *adjacency)
{
    free(adjacency->first);
    free(adjacency->relations);
    *adjacency = (struct adjacency){.vertex_count = 0};
}
