/* SPDX-License-Identifier: MIT */
/* How much room a scene's drawing wants, and what of its paper it gets. */
#ifndef LAYOUT_SEARCH_EXTENT_H
#define LAYOUT_SEARCH_EXTENT_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* Whether SCENE has so many parts that its layout is searched for as that of a crowd: by
 * repair.h. */
bool extent_is_crowded(const struct scene *scene);

/* Lines for each node. */
double extent_density(const struct scene *scene);

/* How much room nodes, labels and lines want, in square points. */
double extent_area(const struct scene *scene);

/* The room within the paper, or what of it is wanted: its whole width, as long as the drawing is
   not a mere strip, and a height that leaves no empty stretch; both GROWN times as large. */
enum status extent_choose(const struct scene *scene, double enlargement, struct point *extent);

/* Lays the paper crossways. */
void extent_turn_paper(struct scene *scene);

#endif
