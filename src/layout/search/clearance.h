/* SPDX-License-Identifier: MIT */
/* The gaps between polylines and boxes, ellipses, points and each other, in points. REACH is the
   largest gap of interest: anything farther away counts as being at REACH. */
#ifndef LAYOUT_SEARCH_CLEARANCE_H
#define LAYOUT_SEARCH_CLEARANCE_H

#include <stdbool.h>

#include "layout/geometry.h"
#include "layout/search/polyline.h"

/* Quick tests to try before those below: whether BOX, or all of OTHER, is certainly more than
   REACH outside the strip of POLYLINE. */
bool clearance_excludes_box(const struct polyline *polyline, const struct box *box, double reach);
bool clearance_excludes_polyline(const struct polyline *polyline, const struct polyline *other,
                                 double reach);

/* The gap between a polyline and a box, or the ellipse inscribed in it. If they overlap, a
   negative number: the length of the polyline inside the box, or the depth of the polyline in the
   ellipse. */
double clearance_of_box(const struct polyline *polyline, const struct box *box, double reach);
double clearance_of_ellipse(const struct polyline *polyline, const struct box *box, double reach);

/* The largest distance from BOX at which clearance_of_ellipse can still find a polyline to be
   within REACH of the ellipse inscribed in BOX: distances are measured in a space scaled so that
   the ellipse is a circle, in units of its shorter axis. */
double clearance_reach_of_ellipse(const struct box *box, double reach);

double clearance_of_point(const struct polyline *polyline, struct point p, double reach);

/* The length along which A runs along B: within TOUCHING points of segments of B and at less than
   25 degrees to them, not counting the first and the last APART points of A. */
double clearance_run(const struct polyline *a, const struct polyline *b, double touching,
                     double apart);

#endif
