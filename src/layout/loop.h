/* SPDX-License-Identifier: MIT */
/* Lines from a node to itself: loops on one of its four sides. */
#ifndef LAYOUT_LOOP_H
#define LAYOUT_LOOP_H

#include "layout/geometry.h"
#include "scene/scene.h"

enum loop_side { LOOP_RIGHT, LOOP_LEFT, LOOP_ABOVE, LOOP_BELOW };
enum { LOOP_SIDES = LOOP_BELOW + 1 };

/* The shape of a loop, in points: REACH is how far its control points are from the side, so that
   the curve reaches three quarters of that; SPREAD, how far they are apart in addition to the
   ends, on either side of the middle; ENDS, how far the ends are from the middle of the side, as
   a fraction of half its length, 0 to 1. */
struct loop_form {
    double reach, spread, ends;
};

/* The loop on SIDE of NODE, which is at CENTRE. */
struct cubic loop_curve(const struct scene_node *node, struct point centre, enum loop_side side,
                        const struct loop_form *form);

#endif
