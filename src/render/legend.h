/* SPDX-License-Identifier: MIT */
/* The legend as SVG: <g class="legend" id="figure-legend">. Colour means type: the samples of all
   else are grey. */
#ifndef RENDER_LEGEND_H
#define RENDER_LEGEND_H

#include "base/memory/buffer.h"
#include "scene/legend.h"

/* Appends LEGEND of SCENE to OUT, with its upper edge at Y; nothing if it has no entries.
   Allocation failure is sticky in OUT. */
void legend_draw(struct buffer *out, const struct scene *scene, const struct legend *legend,
                 double y);

#endif
