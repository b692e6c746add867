/* SPDX-License-Identifier: MIT */
/* Aligns nodes, and straightens lines, at the end of a search: people who lay out graphs
   themselves put nodes on common axes (Kieffer, Dwyer, Marriott and Wybrow, "HOLA: Human-like
   Orthogonal Network Layout", IEEE Transactions on Visualization and Computer Graphics 22(1),
   2016). */
#ifndef LAYOUT_SEARCH_ALIGN_H
#define LAYOUT_SEARCH_ALIGN_H

#include "base/status.h"
#include "layout/search/workspace.h"

/* The distance of centres, in points, up to which they are nearly on a common axis. */
#define ALIGN_REACH 6.0

/* Moves nodes whose centres are nearly on the axis of another one onto it, where that makes the
   placement hardly worse by its energy; then makes lines straight, on the same condition. Undoes
   it all if there are then more collisions, flaws or crossings as drawn (score.h), or if the
   drawing is larger. Does nothing if places guide the search: axes would blur the order of nodes.
   Fails only with STATUS_MEMORY. */
enum status align_nodes(struct workspace *workspace);

#endif
