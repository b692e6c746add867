/* SPDX-License-Identifier: MIT */
/* Whether boxes and segments are in each other's way. */
#ifndef LAYOUT_INTERSECTION_H
#define LAYOUT_INTERSECTION_H

#include <stdbool.h>

#include "layout/geometry.h"

/* Whether A and B overlap by more than SLACK both ways. */
bool box_overlaps(const struct box *a, const struct box *b, double slack);

/* The square of the distance from a point to a box; 0 within it. */
double box_gap(struct point p, const struct box *box);

/* Whether the segment from S[0] to S[1] has a point in a box or on its border. */
bool segment_meets(const struct point *s, const struct box *box);

/* Whether the segments PQ and RS cross; if one only touches the other, they don't. */
bool segments_cross(struct point p, struct point q, struct point r, struct point s);

#endif
