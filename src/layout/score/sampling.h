/* SPDX-License-Identifier: MIT */
/* Points at equal distances along a path of cubic curves, end to end: where browsers' function
   SVGGeometryElement.getPointAtLength finds them. Accurate to about 0.01. */
#ifndef LAYOUT_SCORE_SAMPLING_H
#define LAYOUT_SCORE_SAMPLING_H

#include <stddef.h>

#include "layout/geometry.h"

/* The length of COUNT curves. */
double sampling_length(const struct cubic *curves, size_t count);

/* Fills POINTS with STEPS + 1 points, from the first to the last of COUNT curves, one or more,
   whose LENGTH sampling_length returned. */
void sampling_points(struct point *points, size_t steps, double length,
                     const struct cubic *curves, size_t count);

#endif
