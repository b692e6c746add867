/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/path.h"

#include <stdlib.h>

#include "query/adjacency.h"

#define UNREACHED UINT32_MAX

/* A breadth-first search from one end of the path; BACKWARDS: from the other end. */
struct search {
    const struct network *network;
    const struct adjacency *adjacency;
    bool directed, backwards;
    uint32_t *distances; /* in steps, of each vertex from the start of the search */
    uint32_t *queue;
    size_t count;
    unsigned char *followed; /* of each relation: enum search_side */
};

/* The ends of a relation that the search has reached all of, so that it need not do so again for
   each party of a joint relation. */
enum search_side { SIDE_FROM = 1, SIDE_TO = 2 };

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

static void reach_all(struct search *search, struct network_ends ends, uint32_t distance)
{
    for (size_t i = 0; i < ends.count; i++)
        reach(search, ends.items[i], distance);
}

/* Reaches the vertices to which RELATION leads from VERTEX. */
static void follow(struct search *search, uint32_t relation, uint32_t vertex, uint32_t distance)
{
    struct network_ends from = network_from(search->network, relation);
    struct network_ends to = network_to(search->network, relation);
    bool two_way = is_two_way(search, relation);
    unsigned char *followed = &search->followed[relation];
    if ((two_way || !search->backwards) && (*followed & SIDE_TO) == 0 &&
        network_ends_have(from, vertex)) {
        reach_all(search, to, distance);
        *followed |= SIDE_TO;
    }
    if ((two_way || search->backwards) && (*followed & SIDE_FROM) == 0 &&
        network_ends_have(to, vertex)) {
        reach_all(search, from, distance);
        *followed |= SIDE_FROM;
    }
}

static void run(struct search *search, struct network_ends start)
{
    const struct adjacency *adjacency = search->adjacency;
    for (size_t i = 0; i < search->network->vertices.count; i++)
        search->distances[i] = UNREACHED;
    reach_all(search, start, 0);
    for (size_t done = 0; done < search->count; done++) {
        uint32_t vertex = search->queue[done];
        for (uint32_t i = adjacency->first[vertex]; i < adjacency->first[vertex + 1]; i++)
            follow(search, adjacency->relations[i], vertex, search->distances[vertex] + 1);
    }
}

static uint32_t least_distance(const struct search *search, struct network_ends ends)
{
    uint32_t least = UNREACHED;
    for (size_t i = 0; i < ends.count; i++)
        if (search->distances[ends.items[i]] < least)
            least = search->distances[ends.items[i]];
    return least;
}

/* Whether a step from one of A to one of B is on a shortest path, which has LENGTH steps. The
   relation leads from each of A to each of B, so that no such step is on a shorter path. */
static bool is_step(const struct search *forward, const struct search *backward,
                    struct network_ends a, struct network_ends b, uint32_t length)
{
    uint32_t before = least_distance(forward, a), after = least_distance(backward, b);
    return before < length && after < length && before + after + 1 == length;
}

static bool is_on_path(const struct search *forward, const struct search *backward,
                       uint32_t relation, uint32_t length)
{
    struct network_ends from = network_from(forward->network, relation);
    struct network_ends to = network_to(forward->network, relation);
    return is_step(forward, backward, from, to, length) ||
           (is_two_way(forward, relation) && is_step(forward, backward, to, from, length));
}

static enum status search_both(struct search *forward, struct search *backward,
                               struct network_ends from, struct network_ends to)
{
    size_t vertices = forward->network->vertices.count;
    size_t relations = forward->network->relations.count;
    forward->followed = calloc(relations + 1, 1);
    backward->followed = calloc(relations + 1, 1);
    forward->distances = malloc((vertices + 1) * sizeof *forward->distances);
    backward->distances = malloc((vertices + 1) * sizeof *backward->distances);
    forward->queue = backward->queue = malloc((vertices + 1) * sizeof *forward->queue);
    if (forward->distances == NULL || backward->distances == NULL || forward->queue == NULL ||
        forward->followed == NULL || backward->followed == NULL)
        return STATUS_MEMORY;
    run(forward, from);
    run(backward, to);
    return STATUS_OK;
}

static enum status filter(const struct network *network, const struct adjacency *adjacency,
                          bool directed, const struct network_ends ends[2], uint32_t *relations,
                          size_t *count)
{
    struct search forward = {.network = network, .adjacency = adjacency, .directed = directed};
    struct search backward = forward;
    backward.backwards = true;
    enum status status = search_both(&forward, &backward, ends[0], ends[1]);
    if (status == STATUS_OK) {
        uint32_t length = least_distance(&forward, ends[1]);
        size_t kept = 0;
        for (size_t i = 0; i < *count && length != UNREACHED; i++)
            if (is_on_path(&forward, &backward, relations[i], length))
                relations[kept++] = relations[i];
        *count = kept;
    }
    free(forward.distances);
    free(backward.distances);
    free(forward.queue);
    free(forward.followed);
    free(backward.followed);
    return status;
}

enum status path_filter(const struct network *network, struct network_ends from,
                        struct network_ends to, bool directed, uint32_t *relations, size_t *count)
{
    struct adjacency adjacency;
    const struct network_ends ends[2] = {from, to};
    TRY(adjacency_init(&adjacency, network, relations, *count));
    enum status status = filter(network, &adjacency, directed, ends, relations, count);
    adjacency_clear(&adjacency);
    return status;
}
