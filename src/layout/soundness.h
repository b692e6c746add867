/* SPDX-License-Identifier: MIT */
/* Whether a layout shows its scene. It comes from a process that may be compromised, and a figure
   whose lines lead to other actors, or whose labels are at other lines, would show evidence of
   what nobody said. */
#ifndef LAYOUT_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* The largest distance of a label from its line, in points. In a crowd of ties, the layout search
   finds no free place nearer to some lines. */
enum { SOUNDNESS_LABEL = 16, SOUNDNESS_LABEL_IN_CROWD = 40, SOUNDNESS_CROWD = 200 /* ties */ };

/* Sets *FAULT to NULL, or to what is wrong, as "a line does not end at its actors": each line
   runs unbroken from the border of one of its nodes to that of the other; each label is at a line
   of its tie; no two nodes are in the same place; everything is on the page, which has no room to
   spare. LAYOUT, normalized, has a path for each line. Fails only with STATUS_MEMORY. */
enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault);

/* The distance of the box of a tie's label from the nearest of its lines, in points. */
double soundness_label_distance(const struct layout *layout, const struct scene *scene,
                                size_t tie);

#endif
