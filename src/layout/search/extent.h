/* SPDX-License-Identifier: MIT */
/* The extent of a drawing: its width and height, depending on the room it needs and the room on
   its paper. */
#ifndef LAYOUT_SEARCH_EXTENT_H
#define LAYOUT_SEARCH_EXTENT_H

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* An estimate of the area that nodes, labels and lines need, in square points. */
double extent_area(const struct scene *scene);

/* Chooses the width and the height of the drawing, in points. The width is normally that of the
   room on the paper, and the height is what the drawing needs, as far as the room allows; a
   drawing is at most twice as wide as it is high. On a paper that is filled, the drawing fills
   the room, or has the same shape if it needs much less. Both are then multiplied by ENLARGEMENT;
   the result is at least as wide as the widest node. Fails only with STATUS_MEMORY. */
enum status extent_choose(const struct scene *scene, double enlargement, struct point *extent);

#endif
