/* SPDX-License-Identifier: MIT */
/* A straight-line drawing of a scene, in arrays: the costs of a move are computed for several
   lines or nodes at a time, so that a search can try many more positions than with energy.h. All
   lines between the same two nodes are one, and labels only need room on their lines. In points,
   y downwards.

   A search for few crossings by moving one vertex at a time: Radermacher, Reichard, Rutter and
   Wagner, "Geometric heuristics for rectilinear crossing minimization", ACM Journal of
   Experimental Algorithmics 24, 2019. */
#ifndef LAYOUT_SEARCH_STRAIGHT_H
#define LAYOUT_SEARCH_STRAIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/search/placement.h"

/* One of several figures that each show a part of the scene: a byte for each of its nodes and
   ties, 1 if it is shown. Borrowed. */
struct straight_figure {
    const unsigned char *nodes, *ties;
};

/* All lines between two nodes. */
struct straight_bundle {
    uint32_t from, to;
    double lines;                     /* their number */
    double label_width, label_height; /* of the largest label on them; 0: none */
    double least;                     /* the least length that must be visible beside it */
};

/* Weights that a stage of the search may change. */
struct straight_weights {
    float crossing; /* the cost of a crossing */
    float passing;  /* of a line through a node */
    float label;    /* the share of a label's length for which a line needs room */
};

struct straight {
    const struct placement *placement; /* borrowed */
    struct straight_weights weights;   /* those of cost.c after straight_init */
    /* Whether lines may pass nodes at no cost; then the costs of nodes and bundles are not kept
       up to date by straight_update. */
    bool passable;
    double growth; /* the size of nodes as a fraction of their full size */
    size_t node_count, bundle_count;
    struct straight_bundle *bundles;
    /* The bundles of node i are incident[first_incident[i]] up to incident[first_incident[i +
     * 1]]. */
    uint32_t *first_incident, *incident;
    /* Arrays of nodes: centres, and half sizes when fully grown, with room for bundles of several
       lines. */
    float *x, *y, *half_width, *half_height;
    /* Weights of the axes for distances from nodes: the reciprocal squares of their half sizes.
     */
    float *across, *down;
    /* Arrays of bundles: their ends and their numbers of lines. */
    float *ax, *ay, *bx, *by, *lines;
    float *aside; /* how far the outer lines of a bundle are from its middle */
    /* The costs of each node and of each bundle, by itself and with others. */
    float *node_costs, *bundle_costs;
    /* What straight_cost computed last for a node and its bundles by themselves, if nothing was
       moved since. */
    uint32_t costed_node; /* SCENE_NONE: nothing */
    double costed, *costed_bundles;
    float *memory; /* of all these arrays */
    /* Of each bundle and bundle, of each bundle and node, and of each node and bundle: how much
       it matters that they meet. NULL: as much as they have lines. */
    float *meetings, *passings, *passed;
    size_t bundle_stride, node_stride; /* of the rows of these */
};

/* Initializes STRAIGHT with all nodes at 0,0. PLACEMENT is borrowed. Fails only with
   STATUS_MEMORY; the caller clears STRAIGHT in any case. */
enum status straight_init(struct straight *straight, const struct placement *placement);

/* The bundle of the lines between two nodes, among those listed so far; NULL if there is none. */
struct straight_bundle *straight_find_bundle(const struct straight *straight, uint32_t from,
                                             uint32_t to);

/* Makes it matter more that lines meet others, or nodes, the more of FIGURES show both. Fails
   only with STATUS_MEMORY. In straight_sharing.c. */
enum status straight_share(struct straight *straight, const struct straight_figure *figures,
                           size_t count);

void straight_clear(struct straight *straight);

/* Moves a node to AT, or as near as it fits into the extent, with the ends of its bundles. */
void straight_move(struct straight *straight, uint32_t node, struct point at);

/* Computes the costs of all nodes and bundles. */
void straight_recompute(struct straight *straight);

/* The sum of these. */
double straight_total(const struct straight *straight);

/* The cost of a node and its bundles, 0 or more, by themselves and with all other parts, before
   it was moved. Moving the node changes it by as much as the cost of the whole. The unit is that
   of cost.c, one crossing. */
double straight_present_cost(struct straight *straight, uint32_t node);

/* That cost where the node is now; or, if it is above LIMIT, some number above LIMIT. */
double straight_cost(struct straight *straight, uint32_t node, double limit);

/* Brings the costs up to date after a node was moved from FROM. */
void straight_update(struct straight *straight, uint32_t node, struct point from);

#endif
