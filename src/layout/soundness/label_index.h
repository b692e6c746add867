/* SPDX-License-Identifier: MIT */
/* A spatial index of the boxes of labels. */
#ifndef LAYOUT_SOUNDNESS_LABEL_INDEX_H
#define LAYOUT_SOUNDNESS_LABEL_INDEX_H

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/grid.h"
#include "scene/scene.h"

/* Fills GRID, over the whole of LAYOUT, with the boxes of all labels; the item and the owner of
   an entry are the tie. Fails only with STATUS_MEMORY. The caller clears GRID in any case. */
enum status label_index_init(struct grid *grid, const struct layout *layout,
                             const struct scene *scene);

#endif
