/* SPDX-License-Identifier: MIT */
/* Lines of the visual grammar with their heads, as SVG, for the drawing and the legend. */
#ifndef RENDER_STROKE_H
#define RENDER_STROKE_H

#include "base/memory/buffer.h"
#include "layout/geometry.h"
#include "scene/style.h"

struct stroke {
    enum relation_type type;
    enum evidence evidence;
    unsigned weight; /* 1 to 5 */
    enum style_head tail, head;
};

/* Appends a line of COUNT consecutive curves, at least one, with its heads. The line stops where
   a head begins. It is interrupted inside GAP, the box of a label on it, or NULL, unless that
   would hide all of it. The line is always one <path>. A dashed line has at least three periods
   in its longest part, and ends with a dash. Changes CURVES. Allocation failure is
   sticky in OUT. */
void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct box *gap);

#endif
