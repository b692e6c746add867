/* SPDX-License-Identifier: MIT */
/* Bounding octagons: they fit long, oblique shapes better than boxes. They are discrete oriented
   polytopes (Klosowski and others, "Efficient collision detection using bounding volume
   hierarchies of k-DOPs", IEEE Transactions on Visualization and Computer Graphics 4(1),
   1998). */
#ifndef LAYOUT_SEARCH_OCTAGON_H
#define LAYOUT_SEARCH_OCTAGON_H

#include "layout/geometry.h"
#include "layout/search/polyline.h"

enum { OCTAGON_SIDES = 8 };

/* Ranges along x, y and both diagonals (x + y and x - y): the low end, then the high end of
   each. */
struct octagon {
    double sides[OCTAGON_SIDES];
};

struct octagon octagon_of_box(const struct box *box);
struct octagon octagon_of_polyline(const struct polyline *polyline);

/* Moves the axis-parallel sides out by REACH points, and the diagonal ones by ACROSS points. */
void octagon_grow(struct octagon *octagon, double reach, double across);

#endif
