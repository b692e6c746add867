/* SPDX-License-Identifier: MIT */
/* Keeps camps on their sides (scene/sides.h) in a search: what it costs if a node of the left
   side is not to the left of those between, and of those on the right. The unit is that of
   cost.h. */
#ifndef LAYOUT_SEARCH_SIDING_H
#define LAYOUT_SEARCH_SIDING_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

struct siding {
    const struct scene *scene; /* borrowed */
    uint32_t *nodes;           /* those with a side */
    size_t count;
    double weight; /* of a pair in the wrong order */
};

/* Fails only with STATUS_MEMORY; the caller clears SIDING in any case. */
enum status siding_init(struct siding *siding, const struct scene *scene);
void siding_clear(struct siding *siding);

/* By how much the cost changes if NODE, one of those at AT, is moved to X. */
double siding_move(const struct siding *siding, const struct point *at, uint32_t node, double x);

/* The cost of all nodes. */
double siding_total(const struct siding *siding, const struct point *at);

#endif
