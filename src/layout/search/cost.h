/* SPDX-License-Identifier: MIT */
/* What is wrong with a placement, as a sum over its parts and over pairs of them. This is the
   one place where weights stand, with their reasons; the unit is one crossing of two lines. The
   method is that of Davidson and Harel ("Drawing graphs nicely using simulated annealing", ACM
   Transactions on Graphics 15(4), 1996), with labels, bends and ports among what is weighed. */
#ifndef LAYOUT_SEARCH_COST_H
#define LAYOUT_SEARCH_COST_H

#include "layout/search/octagon.h"
#include "layout/search/part.h"
#include "layout/search/placement.h"

/* The octagon around a part, grown so that two parts whose octagons do not meet cost nothing
   together. That of a label that is not there meets nothing. */
struct octagon cost_octagon(const struct placement *placement, struct part part);

/* What a part costs by itself: a line's length and bend, a label's place, what leaves the extent.
 */
double cost_own(const struct placement *placement, struct part part);

/* What two parts cost together: crossings, collisions, parts that are too near to each other. The
   order of the two is of no matter. */
double cost_pair(const struct placement *placement, struct part a, struct part b);

#endif
