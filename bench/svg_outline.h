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

/* Fills an empty trace from the file at PATH. STATUS_FAILURE, and words, where it can't be read
   or has something that is not known; the trace is to be cleared all the same. */
enum status svg_outline_read(struct outline *outline, const char *path,
                             struct messages *messages);

#endif
