/* SPDX-License-Identifier: MIT */
/* How near polylines come to boxes, ellipses, points and each other. Gaps are in points. REACH is
   how far a caller looks: what is farther away counts as being at REACH. */
#ifndef LAYOUT_SEARCH_CLEARANCE_H
#define LAYOUT_SEARCH_CLEARANCE_H

#include <stdbool.h>

#include "layout/geometry.h"
#include "layout/search/polyline.h"

/* Whether BOX, or all of OTHER, is certainly more than REACH outside the strip of POLYLINE: quick
   tests before those below. */
bool clearance_excludes_box(const struct polyline *polyline, const struct box *box, double reach);
bool clearance_excludes_polyline(const struct polyline *polyline, const struct polyline *other,
                                 double reach);

/* The gap between a polyline and a box or the ellipse in it; if they overlap, a number below 0:
   how much of the polyline is inside the box, or how deep it is in the ellipse. */
double clearance_of_box(const struct polyline *polyline, const struct box *box, double reach);
double clearance_of_ellipse(const struct polyline *polyline, const struct box *box, double reach);

/* How far outside BOX a polyline can be within REACH of the ellipse in it: clearance_of_ellipse
   measures in the space in which the ellipse is a circle, in units of its shorter axis. */
double clearance_reach_of_ellipse(const struct box *box, double reach);

double clearance_of_point(const struct polyline *polyline, struct point p, double reach);

/* How much of A runs along B: the length of what is within TOUCHING points of segments of B that
   meet it at less than 25 degrees, without the first and the last APART points of A. */
double clearance_run(const struct polyline *a, const struct polyline *b, double touching,
                     double apart);

#endif
