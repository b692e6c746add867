/* SPDX-License-Identifier: MIT */
/* What a search for a layout may spend, so that it ends in time however dense the network is.
   Everything is counted, nothing is timed: the same on every machine. */
#ifndef LAYOUT_SEARCH_BUDGET_H
#define LAYOUT_SEARCH_BUDGET_H

#include "scene/scene.h"

struct budget {
    unsigned sketches, finalists; /* so many starts are sketched, the best worked out */
    unsigned attempts;            /* to find a size at which nothing collides */
    /* Of annealing, in all: for a sketch; for what is worked out; to mend what collides then;
       to make way for labels that became numbers. */
    unsigned long sketch_steps, refine_steps, reheat_steps, number_steps;
    /* To find room in a crowd: how often all that collides is gone through, and how many pairs
       of segments are priced meanwhile, at most. */
    unsigned rounds;
    unsigned long long pairs;
};

/* Where a step is dear, for many lines meet at few nodes, there are fewer steps, starts and
   tries. */
struct budget budget_for(const struct scene *scene);

#endif
