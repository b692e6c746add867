/* SPDX-License-Identifier: MIT */
/* Lines of the visual grammar with their heads as SVG, for the drawing and the legend. */
#ifndef RENDER_STROKE_H
#define RENDER_STROKE_H

#include "base/memory/buffer.h"
#include "layout/geometry.h"
#include "scene/style.h"

struct stroke {
    enum relation_type type;
    enum evidence evidence;
    enum relation_phase phase;
    unsigned weight; /* 1 to 5 */
    enum head tail, head;
};

/* Draws COUNT curves, end to end and at least one, with the heads at their ends. The line stops
   where a head begins, and is interrupted inside GAP, the box of a label on it, unless that would
   hide all of it; NULL for no gap. The line is always one path. Changes CURVES. */
void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct box *gap);

/* The colour of a relation of TYPE in PHASE, "#rrggbb": that of the type, mixed with white as far
   as style_opacity says. */
void stroke_color(enum relation_type type, enum relation_phase phase, char color[8]);

#endif
