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
    const char *color; /* NULL: that of TYPE */
};

/* The boxes of labels, where a line is interrupted. */
struct stroke_gaps {
    const struct box *boxes; /* the first is that of the line's own label, if that is on it */
    size_t count;
    const struct box *covers; /* the boxes of nodes, which hide the line */
    size_t cover_count;
};

/* Appends a line of COUNT consecutive curves, at least one, with its heads. The line stops where
   a head begins. It is interrupted inside GAPS: if they and their covers would hide nearly all of
   it, only inside the first; if that would too, nowhere. The line is always one <path>. A dashed
   line has at least three periods in its longest part, and ends with a dash. Changes CURVES.
   Allocation failure is sticky in OUT. */
void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct stroke_gaps *gaps);

#endif
