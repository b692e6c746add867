/* SPDX-License-Identifier: MIT */
/* Which relations each vertex has: compressed sparse rows, made when a command needs them. */
#ifndef QUERY_ADJACENCY_H
#define QUERY_ADJACENCY_H

#include "base/status.h"
#include "model/network.h"

struct adjacency {
    size_t vertex_count;
    uint32_t *first; /* vertex_count + 1 of them: where a vertex's relations begin */
    uint32_t *relations;
};

/* Of the COUNT relations given, or of all where RELATIONS is NULL. */
enum status adjacency_init(struct adjacency *adjacency, const struct network *network,
                           const uint32_t *relations, size_t count);
void adjacency_clear(struct adjacency *adjacency);

#endif
