/* SPDX-License-Identifier: MIT */
/* Simulated annealing of a placement (Davidson and Harel 1996, see cost.h). The work is counted
   in steps, never in seconds: the same placement, plan and seed give the same result on every
   machine. */
#ifndef LAYOUT_SEARCH_ANNEAL_H
#define LAYOUT_SEARCH_ANNEAL_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/guide.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

/* Arrays have the values of the first stage and of the end; between them, values fall
   geometrically. */
struct anneal_plan {
    unsigned long steps;   /* in all stages */
    unsigned stages;       /* a power of two */
    double temperature[2]; /* in units of cost */
    double range[2];       /* how far nodes are moved, in points */
    double growth;         /* the initial size of nodes, as a fraction of their full size */
    bool nodes_only;       /* do not move bends, ports and labels */
    struct guide *guide;   /* whose costs are added; NULL: none; borrowed */
    double disorder;       /* that the guide allows, see guide_adapt */
};

/* Lowers ENERGY, the energy of PLACEMENT. Leaves PLACEMENT in the best state that was found, with
   its energy recomputed. Does nothing if there are no nodes or no lines. Fails only with
   STATUS_MEMORY. */
enum status anneal_run(struct placement *placement, struct energy *energy,
                       const struct anneal_plan *plan, struct random *random);

#endif
