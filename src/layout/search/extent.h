/* SPDX-License-Identifier: MIT */
/* The extent of a drawing: how much room it needs, and how much of its paper it gets. */
#ifndef LAYOUT_SEARCH_EXTENT_H
#define LAYOUT_SEARCH_EXTENT_H

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* The area that nodes, labels and lines need, in square points: an estimate. */
double extent_area(const struct scene *scene);

/* Chooses the width and the height of the drawing, in points. Normally that is the width of the
   room on its paper, unless the drawing would be more than twice as wide as high, and the height
   that it needs, as far as there is room. On a paper that is filled, it has the shape of the
   room, and is as large unless it needs much less. Both are then multiplied by ENLARGEMENT, and
   the widest node fits. Fails only with STATUS_MEMORY. */
enum status extent_choose(const struct scene *scene, double enlargement, struct point *extent);

#endif
