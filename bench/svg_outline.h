/* SPDX-License-Identifier: MIT */
/* Reads the outline of a network from an SVG figure with Graphviz's groups: g.node (an actor or a
   junction) and g.edge (a relation). Supports what entente and Graphviz write: polygons,
   ellipses, rectangles, paths of absolute M, C and L, texts with lines in tspan, and transforms;
   but not style sheets. */
#ifndef BENCH_SVG_OUTLINE_H
#define BENCH_SVG_OUTLINE_H

#include "base/message.h"
#include "base/status.h"
#include "layout/score/outline.h"

/* The ids of nodes, cut to this length, without the prefix that entente gives to all ids of a
   figure. */
enum { SVG_ID_SIZE = 128 };
struct svg_ids {
    char (*items)[SVG_ID_SIZE];
    size_t count, capacity;
};

/* Fills the empty OUTLINE from the file at PATH, and IDS, unless it is NULL, with the ids of its
   nodes in the same order. Reports what it cannot read and returns STATUS_FAILURE. The caller
   clears OUTLINE and frees the items of IDS in any case. */
enum status svg_outline_read(struct outline *outline, struct svg_ids *ids, const char *path,
                             struct messages *messages);

#endif
