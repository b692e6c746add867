/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/path.h"

#include <stdlib.h>

#include "query/adjacency.h"

#define UNREACHED UINT32_MAX

/* A breadth-first search from one end of the chain; BACKWARDS from the other end. */
struct search {
    const struct network *network;
    const struct adjacency *adjacency;
    bool directed, backwards;
    uint32_t *distances; /* of each vertex from where the search starts */
    uint32_t *queue;
    size_t count;
};

static bool is_two_way(const struct search *search, uint32_t relation)
{
    return !search->directed || search->network->relations.items[relation].mutual;
}

static void reach(struct search *search, uint32_t vertex, uint32_t distance)
{
    if (search->distances[vertex] != UNREACHED)
        return;
    search->distances[vertex] = distance;
    search->queue[search->count++] = vertex;
}

/* Reaches what RELATION leads to from VERTEX. */
static void follow(struct search *search, uint32_t relation, uint32_t vertex, uint32_t distance)
{
    struct network_ends ends = network_ends(search->network, relation);
    bool two_way = is_two_way(search, relation);
    if (ends.items[0] == vertex && (two_way || !search->backwards))
        for (size_t i = 1; i < ends.count; i++)
            reach(search, ends.items[i], distance);
    if (two_way || search->backwards)
        for (size_t i = 1; i < ends.count; i++)
            if (ends.items[i] == vertex)
                reach(search, ends.items[0], distance);
}

static void run(struct search *search, uint32_t start)
{
    const struct adjacency *adjacency = search->adjacency;
    for (size_t i = 0; i < search->network->vertices.count; i++)
        search->distances[i] = UNREACHED;
    reach(search, start, 0);
    for (size_t done = 0; done < search->count; done++) {
        uint32_t vertex = search->queue[done];
        for (uint32_t i = adjacency->first[vertex]; i < adjacency->first[vertex + 1]; i++)
            follow(search, adjacency->relations[i], vertex, search->distances[vertex] + 1);
    }
}

/* Whether the step from A to B is one of a shortest chain, which has LENGTH steps. */
static bool is_step(const struct search *ahead, const struct search *back, uint32_t a, uint32_t b,
                    uint32_t length)
{
    uint32_t before = ahead->distances[a], after = back->distances[b];
    return before < length && after < length && before + after + 1 == length;
}

static bool is_on_chain(const struct search *ahead, const struct search *back, uint32_t relation,
                        uint32_t length)
{
    struct network_ends ends = network_ends(ahead->network, relation);
    for (size_t i = 1; i < ends.count; i++)
        if (is_step(ahead, back, ends.items[0], ends.items[i], length) ||
            (is_two_way(ahead, relation) &&
             is_step(ahead, back, ends.items[i], ends.items[0], length)))
            return true;
    return false;
}

static enum status search_both(struct search *ahead, struct search *back, uint32_t from,
                               uint32_t to)
{
    size_t vertices = ahead->network->vertices.count;
    ahead->distances = malloc((vertices + 1) * sizeof *ahead->distances);
    back->distances = malloc((vertices + 1) * sizeof *back->distances);
    ahead->queue = back->queue = malloc((vertices + 1) * sizeof *ahead->queue);
    if (ahead->distances == NULL || back->distances == NULL || ahead->queue == NULL)
        return STATUS_MEMORY;
    run(ahead, from);
    run(back, to);
    return STATUS_OK;
}

static enum status keep(const struct network *network, const struct adjacency *adjacency,
                        bool directed, const uint32_t ends[2], uint32_t *relations, size_t *count)
{
    struct search ahead = {.network = network, .adjacency = adjacency, .directed = directed};
    struct search back = ahead;
    back.backwards = true;
    enum status status = search_both(&ahead, &back, ends[0], ends[1]);
    if (status == STATUS_OK) {
        uint32_t length = ahead.distances[ends[1]];
        size_t kept = 0;
        for (size_t i = 0; i < *count && length != UNREACHED; i++)
            if (is_on_chain(&ahead, &back, relations[i], length))
                relations[kept++] = relations[i];
        *count = kept;
    }
    free(ahead.distances);
    free(back.distances);
    free(ahead.queue);
    return status;
}

enum status path_keep(const struct network *network, uint32_t from, uint32_t to, bool directed,
                      uint32_t *relations, size_t *count)
{
    struct adjacency adjacency;
    const uint32_t ends[2] = {from, to};
    TRY(adjacency_init(&adjacency, network, relations, *count));
    enum status status = keep(network, &adjacency, directed, ends, relations, count);
    adjacency_clear(&adjacency);
    return status;
}
