/* SPDX-License-Identifier: MIT */
/* The drawing itself: actors, events, junctions and relations, each a group of the SVG with its
   id, its classes and a sentence. Checks and style sheets rely on these groups:
     <g class="node state" id="actor-iran">, "node event" id="event-…", "node junction …"
     <g class="edge support funding disputed current" id="relation-…">
     <g class="edge support arms funding …" data-relations="r s" id="relation-r">: a line that
     stands for several relations, of which the first gives its id
   In an edge only lines are <path>; heads are polygons, marks and labels are text. */
#ifndef RENDER_FIGURE_H
#define RENDER_FIGURE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

enum status figure_draw(struct buffer *out, const struct scene *scene,
                        const struct layout *layout);

/* A node's shape alone, for the legend too. */
void figure_draw_shape(struct buffer *out, enum shape shape, struct point centre, double width,
                       double height, const char *fill, const char *border);

#endif
