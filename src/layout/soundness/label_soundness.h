/* SPDX-License-Identifier: MIT */
/* Whether the labels of a layout show to which ties they belong. */
#ifndef LAYOUT_SOUNDNESS_LABEL_SOUNDNESS_H
#define LAYOUT_SOUNDNESS_LABEL_SOUNDNESS_H

#include <stddef.h>

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Moves each label that is more than MOST points from the lines of its tie, or nearer to another
   tie's, or on one and not on its own, or whose middle is nearer to one that runs through it, or
   that nodes hide in part or another label by half, to the place at its first line, near the
   middle, where it has the fewest of these flaws; and normalizes LAYOUT again. Sets *HIDDEN to
   the number of labels that nodes still hide in part. Fails only with STATUS_MEMORY.
 */
enum status label_soundness_restore(struct layout *layout, const struct scene *scene, double most,
                                    size_t *hidden);

/* The largest distance of a label from its line, in points; the second in a crowd of ties, where
   the layout search finds no free place nearer to some lines. */
enum { LABEL_SOUNDNESS_FAR = 24, LABEL_SOUNDNESS_FAR_IN_CROWD = 64, LABEL_SOUNDNESS_CROWD = 500 };

#endif
