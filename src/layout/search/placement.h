/* SPDX-License-Identifier: MIT */
/* A layout while it is sought: where nodes stand, how lines bend, where labels lie, and what
   follows from that: courses as short polylines, boxes of labels. In points, y downwards, on a
   canvas from 0,0 to width,height. */
#ifndef LAYOUT_SEARCH_PLACEMENT_H
#define LAYOUT_SEARCH_PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "layout/search/polyline.h"
#include "scene/scene.h"

/* What is chosen for a line: a quadratic curve whose control point is BEND to the side of the
   middle, swung by SWAY to that side in its first half and to the other one in its second,
   between ports, points given from the centres of its nodes. A line from a node to itself goes
   out on the side that the first port is on. */
struct route {
    uint32_t from, to, relation;
    double bend, sway;
    struct point ports[2];
    double heads[2]; /* how long its tail and its head are */
    struct polyline polyline;
};

/* What is chosen for a label: the line of its relation that it is on, how far along, and whether
   it lies on the line (0) or beside it (-1, 1). */
struct placement_label {
    uint32_t line;
    double along; /* 0 to 1 */
    int side;
    double width, height; /* 0: the relation has no label */
    struct box box;
};

struct placement {
    const struct scene *scene; /* lent */
    double width, height;      /* of the canvas */
    double growth;             /* nodes count as so much of their size: 1, or less in a start */
    bool labelled;             /* labels are weighed; otherwise only their room on lines is */
    bool crowded; /* there are so many lines that some lie on each other for a while unless
                     that is weighed too */
    struct point *nodes;
    struct route *routes;           /* of the lines */
    struct placement_label *labels; /* of the relations */
    uint32_t *first_incident; /* the lines of node i are touching[first[i]] up to first[i + 1] */
    uint32_t *incident;
};

/* Everything at 0,0; call placement_update once nodes have places. */
enum status placement_init(struct placement *placement, const struct scene *scene, double width,
                           double height);
void placement_clear(struct placement *placement);

/* Copies the choices and what follows from them; both are of the same scene. */
void placement_copy(struct placement *to, const struct placement *from);

/* Where a node's shape is, or would be if it were grown to its size. */
struct box placement_node_box(const struct placement *placement, uint32_t node);

/* Moves a node to AT, or as near as the canvas lets it. */
void placement_move_node(struct placement *placement, uint32_t node, struct point at);

/* What follows from the choices for a line, for a label, for all. */
void placement_update_line(struct placement *placement, uint32_t line);
void placement_update_label(struct placement *placement, uint32_t relation);
void placement_update(struct placement *placement);

/* Sets lines straight, those that two nodes share apart, and labels in their middle. */
void placement_straighten(struct placement *placement);

/* Takes the sizes of nodes and labels anew from the scene. */
void placement_update_sizes(struct placement *placement);

/* As a layout, which layout_init prepared; without its width and height. */
enum status placement_to_layout(const struct placement *placement, struct layout *layout);

#endif
