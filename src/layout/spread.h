/* SPDX-License-Identifier: MIT */
/* Moves nodes apart that overlap, in layouts of networks so dense that the search found no room.
 */
#ifndef LAYOUT_SPREAD_H
#define LAYOUT_SPREAD_H

#include "layout/layout.h"
#include "scene/scene.h"

/* Scales the distances between all nodes of LAYOUT by the least factor at which no two overlap,
   at most SPREAD_MOST: directions are kept. Then moves those that still overlap to the nearest
   free place, so that none do. Lines and labels stay where they are. Takes time quadratic in the
   number of nodes, if few overlap. */
void spread_nodes(struct layout *layout, const struct scene *scene);

#define SPREAD_MOST 3.0

#endif
