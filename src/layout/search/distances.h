/* SPDX-License-Identifier: MIT */
/* Distances between all nodes of a network, along its lines. The length of a line is the square
   root of the number of neighbours that its ends do not share, which gives hubs room (Gansner,
   Koren and North, "Graph drawing by stress majorization", Graph Drawing 2004, section 2.2). */
#ifndef LAYOUT_SEARCH_DISTANCES_H
#define LAYOUT_SEARCH_DISTANCES_H

#include <stddef.h>

#include "base/status.h"
#include "layout/search/placement.h"

struct distances {
    size_t count;  /* of nodes */
    double *items; /* count * count, symmetric */
};

/* Takes time proportional to the cube of the number of nodes (Floyd, "Algorithm 97: shortest
   path", Communications of the ACM 5(6), 1962). Unconnected nodes are a tenth farther apart than
   the farthest connected ones. Fails only with STATUS_MEMORY; unless it does, the caller clears
   DISTANCES. */
enum status distances_init(struct distances *distances, const struct placement *placement);
void distances_clear(struct distances *distances);

static inline double *distances_at(const struct distances *distances, size_t a, size_t b)
{
    return &distances->items[a * distances->count + b];
}

#endif
