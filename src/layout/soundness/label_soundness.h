/* SPDX-License-Identifier: MIT */
/* Whether the labels of a layout show to which ties they belong. */
#ifndef LAYOUT_SOUNDNESS_LABEL_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_LABEL_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Moves each label that is more than MOST points from the lines of its tie, or nearer to another
   tie's, or that nodes hide, to the place at its first line, near the middle, where least of it
   is hidden; and normalizes LAYOUT again. Fails only with STATUS_MEMORY. */
enum status label_soundness_restore(struct layout *layout, const struct scene *scene,
                                    double most);

/* The largest distance of a label from its line, in points; the second in a crowd of ties, where
   the layout search finds no free place nearer to some lines. */
enum { LABEL_SOUNDNESS_FAR = 24, LABEL_SOUNDNESS_FAR_IN_CROWD = 64, LABEL_SOUNDNESS_CROWD = 500 };

#endif
