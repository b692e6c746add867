/* SPDX-License-Identifier: MIT */
/* Repairs a placement with so many parts that chance seldom finds room for them: each part that
   collides is tried in many places, and moved to the best (after Minton and others, "Minimizing
   conflicts: a heuristic repair method for constraint satisfaction and scheduling problems",
   Artificial Intelligence 58, 1992). Lines and nodes are repaired without labels: among many
   lines, a label would keep its line from every other place, while there is nearly always another
   place for the label. */
#ifndef LAYOUT_SEARCH_REPAIR_H
#define LAYOUT_SEARCH_REPAIR_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

struct repair_plan {
    unsigned rounds; /* through everything that collides, at most */
    double slack;    /* how much a move may raise the energy in every third round: the part then
                        collides with another one, which may find room more easily */
    bool bending;    /* if there is no place for a label, its line is moved */
    unsigned long long segment_pairs; /* stops when ENERGY has compared so many in all */
};

/* Finds room for the nodes and lines that collide, as if there were no labels; or for the labels
   that collide: everything else stays, unless the plan has lines bent. The energy is recomputed
   at the end. Fail only with STATUS_MEMORY. */
enum status repair_lines(struct placement *placement, struct energy *energy,
                         const struct repair_plan *plan, struct random *random);
enum status repair_labels(struct placement *placement, struct energy *energy,
                          const struct repair_plan *plan, struct random *random);

#endif
