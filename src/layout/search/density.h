/* SPDX-License-Identifier: MIT */
/* How dense a scene is: that decides how its layout is searched for, and for how long. */
#ifndef LAYOUT_SEARCH_DENSITY_H
#define LAYOUT_SEARCH_DENSITY_H

#include <stdbool.h>

#include "scene/scene.h"

/* Whether SCENE is a crowd: it has more than 130 nodes or 240 relations, and is searched for as
   crowd.h says. */
bool density_is_crowd(const struct scene *scene);

/* The number of lines per node, about. */
double density_of_lines(const struct scene *scene);

/* The number of pairs of lines that a step compares, at least 1: moving a node moves its lines,
   each of which is compared with all others. Measured on networks of 2 to 60 nodes. */
double density_pairs_per_step(const struct scene *scene);

#endif
