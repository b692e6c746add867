/* SPDX-License-Identifier: MIT */
/* A change of a placement that is tried: begun, made, priced by the energy, and then accepted,
   or rejected, which puts everything back. */
#ifndef LAYOUT_SEARCH_TRIAL_H
#define LAYOUT_SEARCH_TRIAL_H

#include "base/status.h"
#include "layout/search/energy.h"

struct trial {
    struct placement *placement; /* lent */
    struct energy *energy;       /* lent; of the placement */
    struct placement before;     /* how what is touched was */
};

/* STATUS_MEMORY at worst. */
enum status trial_init(struct trial *trial, struct placement *placement, struct energy *energy);
void trial_clear(struct trial *trial);

/* After it, each part is touched before its choices are changed: a line with the label on it, a
   node with its lines. */
void trial_begin(struct trial *trial);
void trial_touch_label(struct trial *trial, uint32_t relation);
void trial_touch_line(struct trial *trial, uint32_t line);
void trial_touch_node(struct trial *trial, uint32_t node);

/* Works out what follows from the choices, and by how much the cost differs. */
double trial_difference(struct trial *trial);

/* One of the two ends a change that was priced. */
void trial_accept(struct trial *trial);
void trial_reject(struct trial *trial);

#endif
