/* SPDX-License-Identifier: MIT */
/* Whether a layout shows its scene. It comes from a process that may be compromised, and a figure
   whose lines lead to other actors, or whose labels are at other lines, would show evidence of
   what nobody said. */
#ifndef LAYOUT_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Sets *FAULT to NULL, or to what is wrong, as "a line does not end at its actors": each line
   runs unbroken from the border of one of its nodes to that of the other; no two nodes are in the
   same place; everything is on the page, which has no room to spare. LAYOUT, normalized, has a
   path for each line. Fails only with STATUS_MEMORY. */
enum status soundness_check(const struct layout *layout, const struct scene *scene,
                            const char **fault);

/* The distance of the box of a tie's label from the nearest of its lines, in points. */
double soundness_label_distance(const struct layout *layout, const struct scene *scene,
                                size_t tie);

/* Moves each label that is more than MOST points from the lines of its tie, and could be taken
   for another's, to the middle of its first line, and normalizes LAYOUT again. */
void soundness_put_back_labels(struct layout *layout, const struct scene *scene, double most);

/* The largest distance of a label from its line, in points; the second in a crowd of ties, where
   the layout search finds no free place nearer to some lines. */
enum { SOUNDNESS_LABEL = 24, SOUNDNESS_LABEL_IN_CROWD = 64, SOUNDNESS_CROWD = 500 };

#endif
