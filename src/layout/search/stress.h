/* SPDX-License-Identifier: MIT */
/* A start for a large network: nodes stand as far from each other as they are in the network.
   Stress is lowered by stochastic gradient descent (Zheng, Pawar and Goodman, "Graph Drawing by
   Stochastic Gradient Descent", IEEE Transactions on Visualization and Computer Graphics 25(9),
   2019), over all pairs, with the distances of Gansner, Koren and North (2004, section 2.2): a
   line is as long as its ends have neighbours that they don't share, which gives hubs room. */
#ifndef LAYOUT_SEARCH_STRESS_H
#define LAYOUT_SEARCH_STRESS_H

#include "base/status.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

/* Places all nodes, over the whole canvas, and sets lines straight. Takes time by the third power
   of the nodes: 300 take a twentieth of a second. The same on every machine. STATUS_MEMORY at
   worst. */
enum status stress_place(struct placement *placement, struct random *random);

#endif
