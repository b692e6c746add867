/* SPDX-License-Identifier: MIT */
/* Widths of lines by the amounts of their relations, instead of by their weights. */
#ifndef SCENE_AMOUNT_WIDTH_H
#define SCENE_AMOUNT_WIDTH_H

#include "query/selection.h"
#include "scene/scene.h"

/* Sets the weights of the ties of SCENE, which shows SELECTION, 1 to 5, on a logarithmic scale
   from its least to its greatest amount, in the unit that most of them have, and describes the
   scale in SCENE. A tie without a positive amount in that unit has the weight 1; then the others
   have 2 or more. If none has one, nothing changes. STATUS_MEMORY on failure. */
enum status amount_width_set(struct scene *scene, const struct selection *selection);

#endif
