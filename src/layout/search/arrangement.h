/* SPDX-License-Identifier: MIT */
/* A layout while it is sought: where nodes stand, how lines bend, where labels lie, and what
   follows from that: courses as short polylines, boxes of labels. In points, y downwards, on a
   canvas from 0,0 to width,height. */
#ifndef LAYOUT_SEARCH_ARRANGEMENT_H
#define LAYOUT_SEARCH_ARRANGEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* So many points for a bent line, and so many at most: see crowded below. */
enum { TRACK_POINTS = 8, MOST_TRACK_POINTS = 24 };

/* A line as it is seen, from border to border: a polyline of two points if it is straight. */
struct track {
    struct point points[MOST_TRACK_POINTS];
    struct point tips[2]; /* where its tail and head, if any, begin: what of it is a stroke */
    unsigned count;
    double length; /* of the stroke, without heads */
    struct box box;
    struct point normal; /* of length 1, across the way from its first point to its last */
    double low, high;    /* all its points have products with the normal from LOW to HIGH */
};

/* What is chosen for a line: a quadratic curve whose control point is BEND to the side of the
   middle, swung by SWAY to that side in its first half and to the other one in its second,
   between ports, points given from the centres of its nodes. A line from a node to itself goes
   out on the side that the first port is on. */
struct route {
    uint32_t from, to, relation;
    double bend, sway;
    struct point ports[2];
    double heads[2]; /* how long its tail and its head are */
    struct track track;
};

/* What is chosen for a label: the line of its relation that it is on, how far along, and whether
   it lies on the line (0) or beside it (-1, 1). */
struct tag {
    uint32_t line;
    double along; /* 0 to 1 */
    int side;
    double width, height; /* 0: the relation has no label */
    struct box box;
};

struct arrangement {
    const struct scene *scene; /* lent */
    double width, height;      /* of the canvas */
    double grown;              /* nodes count as so much of their size: 1, or less in a start */
    bool labelled;             /* labels are weighed; otherwise only their room on lines is */
    bool crowded; /* there are so many lines that some lie on each other for a while unless
                     that is weighed too */
    struct point *nodes;
    struct route *routes; /* of the lines */
    struct tag *tags;     /* of the relations */
    uint32_t *first;      /* the lines of node i are touching[first[i]] up to first[i + 1] */
    uint32_t *touching;
};

/* Everything at 0,0; call arrangement_renew once nodes have places. */
enum status arrangement_init(struct arrangement *arrangement, const struct scene *scene,
                             double width, double height);
void arrangement_clear(struct arrangement *arrangement);

/* Copies the choices and what follows from them; both are of the same scene. */
void arrangement_copy(struct arrangement *to, const struct arrangement *from);

/* Where a node's shape is, or would be if it were grown to its size. */
struct box arrangement_node_box(const struct arrangement *arrangement, uint32_t node);

/* Moves a node to AT, or as near as the canvas lets it. */
void arrangement_move(struct arrangement *arrangement, uint32_t node, struct point at);

/* What follows from the choices for a line, for a label, for all. */
void arrangement_track(struct arrangement *arrangement, uint32_t line);
void arrangement_place_tag(struct arrangement *arrangement, uint32_t relation);
void arrangement_renew(struct arrangement *arrangement);

/* Sets lines straight, those that two nodes share apart, and labels in their middle. */
void arrangement_straighten(struct arrangement *arrangement);

/* Takes the sizes of nodes and labels anew from the scene. */
void arrangement_take_sizes(struct arrangement *arrangement);

/* As a layout, which layout_init prepared; without its width and height. */
enum status arrangement_give(const struct arrangement *arrangement, struct layout *layout);

#endif
