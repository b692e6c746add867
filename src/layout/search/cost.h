/* SPDX-License-Identifier: MIT */
/* The costs of a placement: of each part by itself, and of each pair of parts. All weights are in
   cost.c, with their rationale; the unit is one crossing of two lines. The method is that of
   Davidson and Harel ("Drawing graphs nicely using simulated annealing", ACM Transactions on
   Graphics 15(4), 1996), extended to labels, bends and ports. */
#ifndef LAYOUT_SEARCH_COST_H
#define LAYOUT_SEARCH_COST_H

#include "layout/search/octagon.h"
#include "layout/search/part.h"
#include "layout/search/placement.h"

/* The cost of a part by itself, 0 or more: for the length and the bends of a line, for the place
   of a label, and for being outside the extent. 0 for a node. */
double cost_own(const struct placement *placement, struct part part);

/* The cost of a pair of parts, 0 or more: for crossings, collisions and small gaps. Symmetric. */
double cost_pair(const struct placement *placement, struct part a, struct part b);

/* The octagon around a part, grown so that the cost of a pair is 0 unless their octagons meet.
   The octagon of an absent label meets nothing. */
struct octagon cost_octagon(const struct placement *placement, struct part part);

#endif
