/* SPDX-License-Identifier: MIT */
/* Amounts with their units, which are words of the dataset among those of the figure: a unit that
   could pass for these, as "denied by all" in "5 denied by all", is in quotation marks. */
#ifndef SCENE_UNIT_H
#define SCENE_UNIT_H

#include "base/memory/buffer.h"
#include "scene/wording.h"

/* Appends UNIT, in quotation marks if need be. Allocation failure is sticky in OUT. */
void unit_add(struct buffer *out, const char *unit, enum wording wording);

/* Appends the range of LOW to HIGH, or one number if they are equal, in UNIT ("1.2 to 3 million
   USD"). Allocation failure is sticky in OUT. */
void unit_add_amounts(struct buffer *out, const char *unit, double low, double high,
                      enum wording wording);

#endif
