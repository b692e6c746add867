/* SPDX-License-Identifier: MIT */
/* Stretches a finished placement to the room that its paper has for it: a figure as wide as its
   column, a sheet that is filled. Only the distances between nodes grow, not nodes and texts;
   lines cross as before, since a stretched drawing with straight lines has the same crossings. */
#ifndef LAYOUT_SEARCH_STRETCH_H
#define LAYOUT_SEARCH_STRETCH_H

#include "base/status.h"
#include "layout/search/workspace.h"

/* Stretches the placement of WORKSPACE, to at most STRETCH_MOST times its width or, on a paper
   that is filled, STRETCH_MOST_FILLED times its width and its height; not if there were more
   collisions then, and not if nodes are fixed. Fails only with STATUS_MEMORY. */
enum status stretch_to_paper(struct workspace *workspace);

#define STRETCH_MOST 1.25
#define STRETCH_MOST_FILLED 2.0

#endif
