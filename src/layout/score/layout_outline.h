/* SPDX-License-Identifier: MIT */
/* Makes the outline (outline.h) of a layout. */
#ifndef LAYOUT_SCORE_LAYOUT_OUTLINE_H
#define LAYOUT_SCORE_LAYOUT_OUTLINE_H

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/outline.h"
#include "scene/scene.h"

/* Adds everything that is drawn for LAYOUT, a layout of SCENE, to OUTLINE, which is empty. Texts
   have the widths of metrics.h, which are never less than their visible widths; the view is the
   box of the layout. Fails only with STATUS_MEMORY; the caller clears OUTLINE in any case. */
enum status layout_outline_fill(struct outline *outline, const struct scene *scene,
                                const struct layout *layout);

#endif
