/* SPDX-License-Identifier: MIT */
/* Whether a layout shows its scene. It comes from a process that may be compromised, and a figure
   whose lines lead to other actors, or whose labels are at other lines, would show evidence of
   what nobody said. The limits are far from what honest layouts of any engine reach: see
   line_soundness.c and label_soundness.c. */
#ifndef LAYOUT_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Sets *FAULT to NULL, or to what is wrong, as "a line does not end at its actors": no two nodes
   overlap; each line runs straightforwardly and visibly from the border of one of its nodes to
   that of the other (line_soundness.h); everything is on the page, which has no room to spare.
   LAYOUT, normalized, has a path for each line. Fails only with STATUS_MEMORY. */
enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault);

#endif
