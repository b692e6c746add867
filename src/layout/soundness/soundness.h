/* SPDX-License-Identifier: MIT */
/* Whether a layout shows its scene. It comes from a process that may be compromised, and a figure
   whose lines lead to other actors, or whose labels are at other lines, would show evidence of
   what nobody said. See line_soundness.h and label_soundness.h too. */
#ifndef LAYOUT_SOUNDNESS_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Sets *FAULT to NULL, or to what is wrong, as "two actors overlap": no two nodes overlap;
   everything is on the page, which has no room to spare. LAYOUT is normalized. Fails only with
   STATUS_MEMORY. */
enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault);

#endif
