/* SPDX-License-Identifier: MIT */
/* The outline of a layout: what is drawn of it. */
#ifndef LAYOUT_SCORE_LAYOUT_OUTLINE_H
#define LAYOUT_SCORE_LAYOUT_OUTLINE_H

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/outline.h"
#include "scene/scene.h"

/* Fills OUTLINE, which is empty, with everything that is drawn of LAYOUT, a layout of SCENE.
   Texts have the widths of metrics.h, which are never less than what is visible; the view is the
   box of the layout. Fails only with STATUS_MEMORY; the caller clears OUTLINE in any case. */
enum status layout_outline_fill(struct outline *outline, const struct scene *scene,
                                const struct layout *layout);

#endif
