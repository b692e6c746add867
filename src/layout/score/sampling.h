/* SPDX-License-Identifier: MIT */
/* Points at equal distances along a path of consecutive cubic curves, as returned by
   SVGGeometryElement.getPointAtLength in browsers. Accurate to about 0.01. */
#ifndef LAYOUT_SCORE_SAMPLING_H
#define LAYOUT_SCORE_SAMPLING_H

#include <stddef.h>

#include "layout/geometry.h"

/* The total length of COUNT curves. */
double sampling_length(const struct cubic *curves, size_t count);

/* Fills POINTS with STEPS + 1 points, from the start of the first to the end of the last of COUNT
   curves, at least one. LENGTH is their length by sampling_length. */
void sampling_points(struct point *points, size_t steps, double length,
                     const struct cubic *curves, size_t count);

#endif
