/* SPDX-License-Identifier: MIT */
/* Moves nodes apart that overlap, in layouts of networks so dense that the search found no room.
 */
#ifndef LAYOUT_SPREAD_H
#define LAYOUT_SPREAD_H

#include "layout/layout.h"
#include "scene/scene.h"

/* Scales the distances between all nodes of LAYOUT by the least factor at which no two overlap,
   at most SPREAD_MOST: directions are kept. Lines and labels stay where they are. Takes time
   quadratic in the number of nodes. */
void spread_nodes(struct layout *layout, const struct scene *scene);

#define SPREAD_MOST 8.0

#endif
