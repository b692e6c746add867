/* SPDX-License-Identifier: MIT */
/* A trial change of a placement: begun, made, accepted, or rejected, which undoes it. */
#ifndef LAYOUT_SEARCH_TRIAL_H
#define LAYOUT_SEARCH_TRIAL_H

#include <stdint.h>

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"

struct trial {
    struct placement *placement; /* borrowed */
    struct energy *energy;       /* borrowed; of the placement */
    struct placement before;     /* what is touched, as it was */
};

/* Fails only with STATUS_MEMORY. The caller clears TRIAL in any case. */
enum status trial_init(struct trial *trial, struct placement *placement, struct energy *energy);
void trial_clear(struct trial *trial);

void trial_begin(struct trial *trial);

/* Announce that the choices for a part are about to change. Touching a line touches the label on
   it; touching a node touches its lines. */
void trial_touch_label(struct trial *trial, uint32_t relation);
void trial_touch_line(struct trial *trial, uint32_t line);
void trial_touch_node(struct trial *trial, uint32_t node);

/* Updates what follows from the choices and returns the difference of energy. */
double trial_difference(struct trial *trial);

/* Either ends a trial whose difference is known. */
void trial_accept(struct trial *trial);
void trial_reject(struct trial *trial);

#endif
