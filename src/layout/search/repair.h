/* SPDX-License-Identifier: MIT */
/* Repairs a crowded placement, in which random moves seldom find room: each part that collides is
   tried in many places and moved to the best of them (after Minton and others, "Minimizing
   conflicts: a heuristic repair method for constraint satisfaction and scheduling problems",
   Artificial Intelligence 58, 1992). Lines and nodes are repaired without labels: among many
   lines, a label would keep its line from moving anywhere, while there is nearly always another
   place for the label. */
#ifndef LAYOUT_SEARCH_REPAIR_H
#define LAYOUT_SEARCH_REPAIR_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

struct repair_plan {
    unsigned rounds; /* maximum number of rounds through everything that collides */
    double slack;    /* how much a move may raise the energy in every third round: the part then
                        collides with another one, which may find room more easily */
    bool bending;    /* if there is no place for a label, move its line */
    unsigned long long segment_pairs; /* stop when ENERGY has compared this many in total */
};

/* Find room for colliding nodes and lines, as if there were no labels; or for colliding labels,
   leaving everything else in place unless PLAN->bending. ENERGY is recomputed at the end. Fail
   only with STATUS_MEMORY. */
enum status repair_lines(struct placement *placement, struct energy *energy,
                         const struct repair_plan *plan, struct random *random);
enum status repair_labels(struct placement *placement, struct energy *energy,
                          const struct repair_plan *plan, struct random *random);

#endif
