/* SPDX-License-Identifier: MIT */
/* Keeps the nodes of each bloc together in a search (layout/region.h), and camps on their sides
   (siding.h): what it costs if other nodes are in its region or lines of others cross it, if the
   region is large, and if its actors are not in the order of the hierarchy, from top to bottom.
   The unit is that of cost.h. It stands beside the energy, as the guide does: both follow the
   moves of nodes. */
#ifndef LAYOUT_SEARCH_GROUPING_H
#define LAYOUT_SEARCH_GROUPING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"
#include "layout/search/siding.h"

struct grouping {
    const struct scene *scene;         /* borrowed */
    const struct placement *placement; /* borrowed */
    unsigned char *has;                /* of each bloc and node: 1 if it belongs to it */
    unsigned *ranks;                   /* of each node: see bloc_group_rank */
    struct point *at;                  /* of each node: where it is now */
    double growth;                     /* of nodes */
    struct box *boxes;                 /* of each bloc: its region */
    double *costs;                     /* of each region by itself, with nodes and with lines */
    double *orders;                    /* of the hierarchy within each bloc */
    struct siding siding;              /* of nodes to the left and right */
    double meetings;                   /* the cost of regions that overlap */
};

/* Fails only with STATUS_MEMORY; the caller clears GROUPING in any case. Without blocs, all costs
   are 0. */
enum status grouping_init(struct grouping *grouping, const struct placement *placement);
void grouping_clear(struct grouping *grouping);

/* Notes that a node of the scene is moved to TO, and returns by how much that changes the cost.
 */
double grouping_move(struct grouping *grouping, uint32_t node, struct point to);

/* The same for all nodes that the trial of ENERGY touches. */
double grouping_follow(struct grouping *grouping, const struct energy *energy);

/* Notes where all nodes of PLACEMENT are, and how large. */
void grouping_update(struct grouping *grouping, const struct placement *placement);
void grouping_resize(struct grouping *grouping, double growth);

/* The cost of all blocs. */
double grouping_total(const struct grouping *grouping);

/* Whether NODE is in the region of a bloc that it does not belong to. */
bool grouping_is_intruder(const struct grouping *grouping, uint32_t node);

#endif
