/* SPDX-License-Identifier: MIT */
/* The relations of each vertex, as compressed sparse rows. */
#ifndef QUERY_ADJACENCY_H
#define QUERY_ADJACENCY_H

#include "base/status.h"
#include "model/network.h"

struct adjacency {
    size_t vertex_count;
    uint32_t *first;     /* vertex_count + 1 offsets: relations of vertex V begin at first[V] and
                            end before first[V + 1] */
    uint32_t *relations; /* indices of relations, grouped by vertex */
};

/* Indexes the COUNT relations given; if RELATIONS is NULL, all relations. STATUS_MEMORY on
   failure. */
enum status adjacency_init(struct adjacency *adjacency, const struct network *network,
                           const uint32_t *relations, size_t count);
void adjacency_clear(struct adjacency *adjacency);

#endif
