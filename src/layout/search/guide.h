/* SPDX-License-Identifier: MIT */
/* Guides a search by the places of nodes (scene.h): where each node starts, what it costs to move
   it away from there, and what it costs if two nodes are no longer in the order, from left to
   right or from top to bottom, that their places have. So a reader who knows one figure finds the
   actors of the next one ("mental map": Misue, Eades, Lai and Sugiyama, "Layout adjustment and
   the mental map", Journal of Visual Languages and Computing 6(2), 1995). */
#ifndef LAYOUT_SEARCH_GUIDE_H
#define LAYOUT_SEARCH_GUIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/search/placement.h"

/* A node that has a place. */
struct guide_node {
    uint32_t node;        /* in the scene */
    struct point place;   /* as fractions of the sheet */
    struct point start;   /* in the extent, in points */
    double width, height; /* what counts as one step away from there */
};

struct guide {
    struct guide_node *nodes;
    size_t count;
    uint32_t *guided; /* of each node of the scene: its index in nodes, or SCENE_NONE */
    struct point *at; /* of each of nodes: where it is now */
    double order;     /* the cost of a pair in the wrong order along one axis */
    double pull;      /* the cost of each step away from the start, up to a limit */
    size_t pairs;     /* that have an order, along either axis */
};

/* Chooses starts for the nodes of PLACEMENT, and puts the nodes there. Places are scaled until
   the nodes just fill the extent; if SHARE is more than 0, at most 1, they are also moved by this
   share of the way to where all would be at equal distances along either axis, which keeps their
   order. A pinned node is put at its place, and fixed there; then the sheet is the extent. A node
   without a place, such as a junction, is put between its neighbours. Fails only with
   STATUS_MEMORY; the caller clears GUIDE in any case. */
enum status guide_init(struct guide *guide, struct placement *placement, double share);
void guide_clear(struct guide *guide);

/* Notes that a node of the scene is moved to TO, and returns by how much that changes the cost.
 */
double guide_move(struct guide *guide, uint32_t node, struct point to);

/* Notes where all nodes of PLACEMENT are. */
void guide_update(struct guide *guide, const struct placement *placement);

/* The share of the pairs with an order that are in the wrong one; 0 if there are none. */
double guide_disorder(const struct guide *guide);

/* The cost of all nodes; and the same if guide_adapt had never been called, for comparisons. */
double guide_total(const struct guide *guide);
double guide_rating(const struct guide *guide);

/* Makes order dearer if there is more disorder than ALLOWED; to be called between the stages of a
   search. It never becomes cheaper: what would then be gained could not be put right at the end.
 */
void guide_adapt(struct guide *guide, double allowed);

#endif
