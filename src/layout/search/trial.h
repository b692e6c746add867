/* SPDX-License-Identifier: MIT */
/* A tentative change of a placement, which is then either accepted or undone. Call trial_begin,
   announce each part with trial_touch_..., change it, and decide by trial_difference. */
#ifndef LAYOUT_SEARCH_TRIAL_H
#define LAYOUT_SEARCH_TRIAL_H

#include <stdint.h>

#include "base/status.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"

struct trial {
    struct placement *placement; /* borrowed */
    struct energy *energy;       /* borrowed; of the placement */
    struct placement before;     /* the touched parts before the change */
};

/* Fails only with STATUS_MEMORY. The caller clears TRIAL in any case. */
enum status trial_init(struct trial *trial, struct placement *placement, struct energy *energy);
void trial_clear(struct trial *trial);

void trial_begin(struct trial *trial);

/* Call these before changing the choices for a part. Touching a line touches the label on it;
   touching a node touches its lines. */
void trial_touch_label(struct trial *trial, uint32_t relation);
void trial_touch_line(struct trial *trial, uint32_t line);
void trial_touch_node(struct trial *trial, uint32_t node);

/* Updates the derived values of the touched parts and returns the difference of energy. */
double trial_difference(struct trial *trial);

/* Either of these ends a trial, after trial_difference. Rejecting it restores the placement. */
void trial_accept(struct trial *trial);
void trial_reject(struct trial *trial);

#endif
