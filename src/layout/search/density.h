/* SPDX-License-Identifier: MIT */
/* The density of a scene, which determines the strategy of the layout search and its budget. */
#ifndef LAYOUT_SEARCH_DENSITY_H
#define LAYOUT_SEARCH_DENSITY_H

#include <stdbool.h>

#include "scene/scene.h"

/* The approximate number of lines per node. */
double density_of_lines(const struct scene *scene);

/* Whether there are so many lines per node that few crossings can be avoided. */
bool density_is_high(const struct scene *scene);

/* An estimate of the number of pairs of lines that a step compares, at least 1: moving a node
   moves its lines, and each of them is compared with all others. Fitted to networks of 2 to 60
   nodes. */
double density_pairs_per_step(const struct scene *scene);

#endif
