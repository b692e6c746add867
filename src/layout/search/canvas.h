/* SPDX-License-Identifier: MIT */
/* How much room a scene's drawing wants, and what of its paper it gets. */
#ifndef LAYOUT_SEARCH_CANVAS_H
#define LAYOUT_SEARCH_CANVAS_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* Whether SCENE has so many parts that its layout is searched for as that of a crowd: by
 * settle.h. */
bool canvas_is_crowded(const struct scene *scene);

/* Lines for each node. */
double canvas_density(const struct scene *scene);

/* How much room nodes, labels and lines want, in square points. */
double canvas_wanted(const struct scene *scene);

/* The room within the paper, or what of it is wanted: its whole width, as long as the drawing is
   not a mere strip, and a height that leaves no empty stretch; both GROWN times as large. */
enum status canvas_choose(const struct scene *scene, double grown, struct point *canvas);

/* Lays the paper crossways. */
void canvas_turn_paper(struct scene *scene);

#endif
