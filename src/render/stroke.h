/* SPDX-License-Identifier: MIT */
/* Lines of the visual grammar with their heads, drawn as SVG: in the drawing and in the legend.
 */
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

/* Draws COUNT curves, end to end, with the heads at their ends; the line stops where a head
   begins, and leaves GAP out, the box of a label that lies on it; NULL for none. One path,
   whatever is left out. Changes CURVES. */
void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct box *gap);

/* The colour of a relation of TYPE in PHASE, "#rrggbb": what is past is mixed with white. */
void stroke_color(enum relation_type type, enum relation_phase phase, char color[8]);

#endif
