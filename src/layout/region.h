/* SPDX-License-Identifier: MIT */
/* The region of a bloc that is drawn as a group: the least rectangle around its nodes and the
   regions within it, with some room on all sides and for its caption. It follows from the
   positions of nodes alone. */
#ifndef LAYOUT_REGION_H
#define LAYOUT_REGION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* The room between the border of a region and what is in it, in points, at a scale of 1. */
#define REGION_ROOM 7.0

/* The region of BLOC if the nodes, GROWTH times as large as they are drawn, are at POSITIONS. */
struct box region_box(const struct scene *scene, const struct point *positions, double growth,
                      uint32_t bloc);

/* How far a node is at least from the edges of the outermost region that it is in: at the top,
   where captions are, and on the other sides. 0 for a node of no bloc. */
struct region_inset {
    double top, others;
};
struct region_inset region_inset(const struct scene *scene, uint32_t node);

/* The regions of all blocs of a scene, and whether each may be drawn. */
struct regions {
    struct box *boxes; /* NULL if there are none */
    bool *clear;       /* no stranger's node is in it, and none of those before it that no
                          stranger's node is in overlaps it without being around it */
};

/* Finds the regions of SCENE if its nodes are at POSITIONS. Fails only with STATUS_MEMORY; unless
   it does, the caller clears REGIONS. */
enum status regions_find(struct regions *regions, const struct scene *scene,
                         const struct point *positions);
void regions_clear(struct regions *regions);

/* The number of nodes that overlap the region of BLOC without belonging to it, and of regions of
   other blocs that do so without being in it or around it. */
unsigned regions_count_strangers(const struct regions *regions, const struct scene *scene,
                                 const struct point *positions, uint32_t bloc);

#endif
