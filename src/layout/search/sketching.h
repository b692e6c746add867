/* SPDX-License-Identifier: MIT */
/* Simulated annealing of a straight-line drawing (straight.h), which moves nodes only. */
#ifndef LAYOUT_SEARCH_SKETCHING_H
#define LAYOUT_SEARCH_SKETCHING_H

#include "base/status.h"
#include "layout/search/guide.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"
#include "layout/search/straight.h"

/* Moves the nodes of PLACEMENT in about STEPS moves, from several random starts, until few lines
   cross, and then the best result, until lines pass few nodes. The result is the same on every
   machine. Fails only with STATUS_MEMORY. */
enum status sketching_run(struct placement *placement, unsigned long steps,
                          struct random *random);

/* The same, but starts from where GUIDE has put the nodes, and keeps most pairs of them in order:
   at most the share DISORDER of the pairs, if that is possible. */
enum status sketching_run_guided(struct placement *placement, struct guide *guide,
                                 unsigned long steps, double disorder, struct random *random);

/* Moves the nodes of PLACEMENT that are not fixed, as sketching_run does, or from where they are
   if it has BEGUN; but what matters is how the lines of each of FIGURES cross and pass nodes
   (straight_share). Sets *COST to the cost of the result. */
enum status sketching_arrange(struct placement *placement, const struct straight_figure *figures,
                              size_t figure_count, bool begun, unsigned long steps,
                              struct random *random, double *cost);

#endif
