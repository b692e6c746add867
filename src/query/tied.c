/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "query/tied.h"

#include <stdlib.h>

#include "query/adjacency.h"
#include "query/parts.h"

struct search {
    const struct network *network;
    const struct adjacency *adjacency;
    struct network_ends listed;
    bool with_parts;
    struct bitset group; /* of all of LISTED, with their parts */
    size_t *ties;        /* by vertex: N if it is tied to the first N of LISTED */
};

/* Notes that ENDS, which are tied to the first N of the list, are tied to the next one too. */
static void tie(struct search *search, struct network_ends ends, size_t n)
{
    for (size_t i = 0; i < ends.count; i++)
        if (search->ties[ends.items[i]] == n)
            search->ties[ends.items[i]]++;
}

/* Ties the neighbours of VERTEX to item N of the list, for which it stands. */
static void tie_neighbours(struct search *search, uint32_t vertex, size_t n)
{
    const struct adjacency *adjacency = search->adjacency;
    for (uint32_t i = adjacency->first[vertex]; i < adjacency->first[vertex + 1]; i++) {
        struct network_ends from = network_from(search->network, adjacency->relations[i]);
        struct network_ends to = network_to(search->network, adjacency->relations[i]);
        if (network_ends_have(from, vertex))
            tie(search, to, n);
        if (network_ends_have(to, vertex))
            tie(search, from, n);
    }
}

static enum status tie_parts(struct search *search, size_t n)
{
    struct bitset parts;
    enum status status = parts_init(&parts, search->network, &search->listed.items[n], 1, true);
    for (uint32_t v = 0; v < search->network->vertices.count && status == STATUS_OK; v++)
        if (bitset_has(&parts, v))
            tie_neighbours(search, v, n);
    bitset_clear(&parts);
    return status;
}

static enum status find_ties(struct search *search)
{
    for (size_t n = 0; n < search->listed.count; n++) {
        if (search->with_parts)
            TRY(tie_parts(search, n));
        else
            tie_neighbours(search, search->listed.items[n], n);
    }
    return STATUS_OK;
}

/* Whether one of ENDS is outside the list and tied to each in it. */
static bool has_tied(const struct search *search, struct network_ends ends)
{
    for (size_t i = 0; i < ends.count; i++)
        if (search->ties[ends.items[i]] == search->listed.count &&
            !bitset_has(&search->group, ends.items[i]))
            return true;
    return false;
}

static bool has_listed(const struct search *search, struct network_ends ends)
{
    return bitset_has_any(&search->group, ends.items, ends.count);
}

static void filter(const struct search *search, uint32_t *relations, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct network_ends from = network_from(search->network, relations[i]);
        struct network_ends to = network_to(search->network, relations[i]);
        if ((has_tied(search, from) && has_listed(search, to)) ||
            (has_tied(search, to) && has_listed(search, from)))
            relations[kept++] = relations[i];
    }
    *count = kept;
}

static enum status search_and_filter(struct search *search, uint32_t *relations, size_t *count)
{
    const struct network *network = search->network;
    TRY(parts_init(&search->group, network, search->listed.items, search->listed.count,
                   search->with_parts));
    search->ties = calloc(network->vertices.count + 1, sizeof *search->ties);
    if (search->ties == NULL)
        return STATUS_MEMORY;
    TRY(find_ties(search));
    filter(search, relations, count);
    return STATUS_OK;
}

enum status tied_filter(const struct network *network, struct network_ends listed,
                        bool with_parts, uint32_t *relations, size_t *count)
{
    struct adjacency adjacency;
    TRY(adjacency_init(&adjacency, network, relations, *count));
    struct search search = {network, &adjacency, listed, with_parts, {NULL, 0}, NULL};
    enum status status = search_and_filter(&search, relations, count);
    bitset_clear(&search.group);
    free(search.ties);
    adjacency_clear(&adjacency);
    return status;
}
