/* SPDX-License-Identifier: MIT */
/* What is wrong with a placement, as a sum of costs of its parts and of pairs of them. All
   weights are in cost.c, with their reasons; the unit is one crossing of two lines. The method is
   that of Davidson and Harel ("Drawing graphs nicely using simulated annealing", ACM Transactions
   on Graphics 15(4), 1996), extended to labels, bends and ports. */
#ifndef LAYOUT_SEARCH_COST_H
#define LAYOUT_SEARCH_COST_H

#include "layout/search/octagon.h"
#include "layout/search/part.h"
#include "layout/search/placement.h"

/* What a part costs by itself: the length and the bends of a line, the place of a label, what is
   outside the extent. Nothing for a node. 0 or more. */
double cost_own(const struct placement *placement, struct part part);

/* What two parts cost together, in whatever order: crossings, collisions, small gaps. 0 or
   more. */
double cost_pair(const struct placement *placement, struct part a, struct part b);

/* The octagon around a part, grown so that two parts whose octagons do not meet cost nothing
   together. That of a label that is not there meets nothing. */
struct octagon cost_octagon(const struct placement *placement, struct part part);

#endif
