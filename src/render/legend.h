/* SPDX-License-Identifier: MIT */
/* The legend as SVG: <g class="legend" id="figure-legend">. */
#ifndef RENDER_LEGEND_H
#define RENDER_LEGEND_H

#include "base/memory/buffer.h"
#include "scene/legend.h"

/* Draws LEGEND with its upper edge at Y; nothing if it has no columns. */
void legend_draw(struct buffer *out, const struct legend *legend, double y);

#endif
