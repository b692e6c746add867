/* SPDX-License-Identifier: MIT */
/* Finds room for what collides, where there are too many parts to leave that to chance: each such
   part is tried in many places, and moved to the best of them. Lines and nodes are seen to apart
   from labels: among many lines a label that was placed keeps its line from every other place,
   while there is nearly always another place for the label. */
#ifndef PICTURE_SETTLE_H
#define PICTURE_SETTLE_H

#include "picture/ledger.h"
#include "picture/random.h"
#include "system/status.h"

/* Goes through the nodes and lines that collide with each other, ROUNDS times at most, as if there
   were no labels. Every third time what collides is moved even if that is dearer, by up to KICK: it
   then collides with something else, which may find room more easily. STATUS_MEMORY at worst. */
enum status settle_lines(struct arrangement *arrangement, struct ledger *ledger, double kick,
                         unsigned rounds, struct random *random);

/* The same for the labels. All else stays where it is, unless BENDING: then the line of a label
   without a place is bent, or has an end moved. */
enum status settle_labels(struct arrangement *arrangement, struct ledger *ledger, bool bending,
                          unsigned rounds, struct random *random);

#endif
