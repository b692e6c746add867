/* SPDX-License-Identifier: MIT */
/* The amount of work that a layout search may do, so that it ends in time even for a dense
   network. Work is counted, not timed: it is the same on every machine. */
#ifndef LAYOUT_SEARCH_BUDGET_H
#define LAYOUT_SEARCH_BUDGET_H

#include "scene/scene.h"

struct budget {
    unsigned sketches;  /* made from different seeds */
    unsigned finalists; /* the best sketches, which are refined */
    unsigned attempts;  /* at refining them: with smaller texts, then with more room */
    /* Steps of annealing: of a sketch; of refining it; of reheating it where parts still collide;
       of making room after labels became numbers. */
    unsigned long sketch_steps, refine_steps, reheat_steps, number_steps;
    /* Limits on repairing a crowd: rounds through all collisions, and pairs of segments that are
       compared. */
    unsigned rounds;
    unsigned long long segment_pairs;
};

/* The budget for SCENE, which depends on its effort and its density: if many lines meet at few
   nodes, each step is costly, and there are fewer of everything. */
struct budget budget_for(const struct scene *scene);

#endif
