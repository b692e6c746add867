/* SPDX-License-Identifier: MIT */
/* The route of a line: the choices that shape it, its curve, and the polyline that approximates
   the curve during the search. */
#ifndef LAYOUT_SEARCH_ROUTE_H
#define LAYOUT_SEARCH_ROUTE_H

#include <stdbool.h>
#include <stdint.h>

#include "layout/geometry.h"
#include "layout/search/polyline.h"
#include "scene/scene.h"

/* The curve runs from port to port; ports are relative to the centres of the nodes. It is
   quadratic, with its control point 2 * BEND to the side of the middle, so that it passes BEND to
   the side. SWAY makes it cubic: it moves the curve to that side in its first half and to the
   other side in its second. The curve is drawn from border to border of its nodes.

   A line from a node to itself is a loop on the side of the node on which its first port is; it
   is the larger, the larger the amount of BEND. */
struct route {
    uint32_t from, to, relation;
    double bend, sway; /* in points; if both are less than 0.5, the line is straight */
    struct point ports[2];
    double heads[2];  /* the lengths of its tail and its head */
    double widths[2]; /* their widths */
    struct polyline polyline;
};

/* The node at one end of a line. */
struct route_end {
    const struct scene_node *node;
    struct point centre;
    double growth; /* of its size, see struct placement */
};

/* Computes the polyline of a route from its choices. A curve gets eight points or, if ACCURATE,
   as many as are needed for an error of about a point. */
void route_sample(struct route *route, const struct route_end ends[2], bool accurate);

/* The curve of a route, from border to border. */
struct cubic route_curve(const struct route *route, const struct route_end ends[2]);

#endif
