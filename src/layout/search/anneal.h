/* SPDX-License-Identifier: MIT */
/* Simulated annealing of a placement (Davidson and Harel 1996; see cost.h for what it lowers).
   It counts steps, never seconds: the same placement, plan and seed end in the same place on
   every machine. */
#ifndef LAYOUT_SEARCH_ANNEAL_H
#define LAYOUT_SEARCH_ANNEAL_H

#include "layout/search/energy.h"
#include "layout/search/random.h"

struct anneal_plan {
    unsigned long steps;
    unsigned stages;  /* from hot to cold; a power of two */
    double hot, cold; /* temperatures at the start and at the end, in crossings */
    double far, near; /* how far nodes are moved then, in points */
    bool whole;       /* bends, ports and labels are moved too; else only nodes */
    double small;     /* how small nodes are at the start, as a share; they grow to their size */
};

/* Places nodes at random, lines straight. */
void anneal_scatter(struct placement *placement, struct random *random);

/* Lowers the cost of ARRANGEMENT, to which LEDGER belongs, and leaves it at the best place found.
 */
enum status anneal_run(struct placement *placement, struct energy *energy,
                       const struct anneal_plan *plan, struct random *random);

#endif
