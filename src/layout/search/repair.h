/* SPDX-License-Identifier: MIT */
/* Finds room for what collides, where there are too many parts to leave that to chance: each such
   part is tried in many places, and moved to the best of them. Lines and nodes are seen to apart
   from labels: among many lines a label that was placed keeps its line from every other place,
   while there is nearly always another place for the label. */
#ifndef LAYOUT_SEARCH_REPAIR_H
#define LAYOUT_SEARCH_REPAIR_H

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/random.h"

struct repair_plan {
    unsigned rounds; /* goes through all that collides so often at most */
    /* Every third time what collides is moved even if that is dearer, by up to so much: it then
       collides with something else, which may find room more easily. */
    double kick;
    bool bending; /* the line of a label without a place is bent, or has an end moved */
    unsigned long long pairs; /* ends when so many were priced, as LEDGER counts them */
};

/* Finds room for the nodes and lines that collide with each other, as if there were no labels.
   STATUS_MEMORY at worst. */
enum status repair_lines(struct placement *placement, struct energy *energy,
                         const struct repair_plan *plan, struct random *random);

/* The same for the labels. All else stays where it is, unless the plan has lines bent. */
enum status repair_labels(struct placement *placement, struct energy *energy,
                          const struct repair_plan *plan, struct random *random);

#endif
