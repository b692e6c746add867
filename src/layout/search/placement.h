/* SPDX-License-Identifier: MIT */
/* A placement: the state of a layout search. It has the choices of the search, which are the
   positions of nodes, the routes of lines and the places of labels; and values derived from them,
   the polylines of lines and the boxes of labels. In points, y downwards, in an extent from 0,0
   to width,height. */
#ifndef LAYOUT_SEARCH_PLACEMENT_H
#define LAYOUT_SEARCH_PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "layout/search/route.h"
#include "scene/scene.h"

/* The distance between lines of the same two nodes, in their middle, in points. */
enum { PLACEMENT_SPACING = 16 };

struct placement_label {
    uint32_t line;        /* one of its relation's lines */
    double along;         /* its place along that, 0 to 1 */
    int side;             /* 0: on the line; -1 or 1: beside it */
    double width, height; /* 0: the relation has no label */
    struct box box;
};

struct grouping;

struct placement {
    const struct scene *scene; /* borrowed */
    double width, height;
    double crossing; /* the cost of a crossing, besides that of a sharp angle: 1 or more */
    double growth; /* the size of nodes as a fraction of their full size; 1 except in a sketch */
    /* Whether labels are part of the cost; if not, only the room that they need on lines is. */
    bool labelled;
    bool crowded; /* overlaid lines are checked for, since there are many lines */
    bool strict;  /* a label that may belong to either of two lines is a collision, and lines that
                     run close to each other cost more */
    struct grouping *grouping; /* keeps blocs together (grouping.h); NULL: no blocs; borrowed */
    bool *fixed;               /* of the scene's nodes: whether it stays where it is */
    struct point *nodes;       /* the centres of the scene's nodes */
    struct route *routes;      /* of the scene's lines */
    struct placement_label *labels; /* of the scene's relations */
    /* The lines of node i are incident[first_incident[i]] up to incident[first_incident[i + 1]],
       a loop once. */
    uint32_t *first_incident;
    uint32_t *incident;
};

/* Initializes PLACEMENT with all nodes at 0,0 and straight lines; call placement_update once
   nodes are placed. SCENE is borrowed. Fails only with STATUS_MEMORY; unless it does, the caller
   clears PLACEMENT. */
enum status placement_init(struct placement *placement, const struct scene *scene, double width,
                           double height);
void placement_clear(struct placement *placement);

/* Copies choices and derived values. Both placements are initialized for the same scene. */
void placement_copy(struct placement *to, const struct placement *from);

/* The box of a node at its present size. */
struct box placement_node_box(const struct placement *placement, uint32_t node);

/* AT, or as near to it as a node fits into the extent. */
struct point placement_fit(const struct placement *placement, uint32_t node, struct point at);

/* Moves a node to AT, or as near as it fits into the extent, unless it is fixed. */
void placement_move_node(struct placement *placement, uint32_t node, struct point at);

/* Moves all nodes, even those that are fixed, into the extent after it has changed. */
void placement_fit_all(struct placement *placement);

/* Compute the derived values: of a line; of the label of a relation, after its line; of all. */
void placement_update_line(struct placement *placement, uint32_t line);
void placement_update_label(struct placement *placement, uint32_t relation);
void placement_update(struct placement *placement);

/* Makes lines straight, but bends those between the same two nodes apart; puts labels in the
   middle of their lines; and updates everything. */
void placement_straighten(struct placement *placement);

/* Takes over the sizes of labels after they have changed in the scene. */
void placement_update_sizes(struct placement *placement);

/* Fills LAYOUT, initialized by layout_init; it still needs layout_normalize. Fails only with
   STATUS_MEMORY. */
enum status placement_to_layout(const struct placement *placement, struct layout *layout);

#endif
