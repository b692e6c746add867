/* SPDX-License-Identifier: MIT */
/* Simulated annealing of a straight-line drawing (straight.h), which moves nodes only. */
#ifndef LAYOUT_SEARCH_SKETCHING_H
#define LAYOUT_SEARCH_SKETCHING_H

#include "base/status.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

/* Moves the nodes of PLACEMENT, starting from random places, in about STEPS moves from
   temperature HOT on, in units of cost; nodes grow from a tenth of their size. The result is the
   same on every machine. Fails only with STATUS_MEMORY. */
enum status sketching_run(struct placement *placement, unsigned long steps, double hot,
                          struct random *random);

#endif
