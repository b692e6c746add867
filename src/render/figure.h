/* SPDX-License-Identifier: MIT */
/* The drawing itself as SVG: actors, events, junctions and relations, each a group with an id,
   classes and a sentence. Checks and style sheets rely on these groups:
     <g class="node state" id="actor-iran">, "node event" id="event-…", "node junction …"
     <g class="node state bloc" data-actors="iran irgc" id="actor-iran">: an actor that stands for
     itself and others
     <g class="edge support funding disputed current" id="relation-…">
     <g class="edge support arms funding …" data-relations="r s" id="relation-r">: a tie of
     several relations, with the id of the first
     <g class="edge … told-denies">: where a party tells the ties, what it says of this one:
     told-asserts, told-hedges, told-disputes, told-denies, told-silent; where all do,
   told-asserts, told-denies, told-open In each panel but the first, all ids begin with "panel2-"
   and so on. Blocs come first (bloc.h). All edges are in <g class="ties" id="figure-ties">, and
   after them all nodes are in <g class="actors" id="figure-actors">. In an edge only lines are
   <path>; heads are polygons, marks and labels are text. */
#ifndef RENDER_FIGURE_H
#define RENDER_FIGURE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Appends the drawing of SCENE, which has its lettering, to OUT. Fails only with STATUS_MEMORY.
 */
enum status figure_draw(struct buffer *out, const struct scene *scene,
                        const struct layout *layout);

/* Appends only the shape of a node around CENTRE, in the colours FILL and BORDER ("#rrggbb").
   Allocation failure is sticky in OUT. */
void figure_draw_shape(struct buffer *out, enum style_shape shape, struct point centre,
                       double width, double height, const char *fill, const char *border);

struct figure_inner_outline {
    double inset; /* its distance from the outer outline */
    bool dashed;
};

/* Appends an inner outline of a node with SHAPE and STYLE, whose outer one has the width and
   height SIZE: in the colour of the text where the border has that of the fill. */
void figure_draw_inner_outline(struct buffer *out, enum style_shape shape,
                               const struct style_node *style, struct point centre,
                               struct point size, struct figure_inner_outline outline);

#endif
