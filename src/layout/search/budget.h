/* SPDX-License-Identifier: MIT */
/* How much work a search for a layout may do, so that it ends in time even for a dense network.
   The work is counted, not timed: it is the same on every machine. */
#ifndef LAYOUT_SEARCH_BUDGET_H
#define LAYOUT_SEARCH_BUDGET_H

#include "scene/scene.h"

struct budget {
    unsigned sketches;  /* made from different seeds */
    unsigned finalists; /* the best sketches, which are refined */
    unsigned attempts;  /* to refine them: at smaller text sizes, with more room */
    /* Steps of annealing: of a sketch; of refining it; of reheating it where parts still collide;
       of making room after labels became numbers. */
    unsigned long sketch_steps, refine_steps, reheat_steps, number_steps;
    /* Of repairing a crowd: how often each collision is attended to, and how many pairs of
       segments are compared, at most. */
    unsigned rounds;
    unsigned long long segment_pairs;
};

/* The budget for SCENE by its effort and its density: fewer of everything where a step is costly,
   since many lines meet at few nodes. */
struct budget budget_for(const struct scene *scene);

#endif
