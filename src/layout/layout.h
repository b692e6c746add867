/* SPDX-License-Identifier: MIT */
/* A layout: the positions of everything in a scene, computed by an engine and drawn as a figure.
   In points (1/72 inch), y downwards, the top left corner of the drawing at 0,0. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* The path of a line, from border to border of its nodes: COUNT consecutive cubic curves. */
struct layout_path {
    uint32_t first, count; /* into curves */
};

struct layout {
    double width, height;
    struct point *nodes;       /* the centre of each node of the scene */
    struct layout_path *paths; /* of each line of the scene */
    struct point *labels; /* the centre of each relation's label; meaningless if it has none */
    struct cubic *curves;
    size_t node_count, line_count, relation_count, curve_count, curve_capacity;
    bool readable; /* its texts are legible only at this size: do not scale it down to fit */
};

/* Allocates the arrays for SCENE and zeroes them; there are no curves yet. Fails only with
   STATUS_MEMORY; unless it does, the caller clears LAYOUT. */
enum status layout_init(struct layout *layout, const struct scene *scene);

void layout_clear(struct layout *layout);

/* Appends a curve to the path of LINE. All curves of a line must be added before those of the
   next line. Fails only with STATUS_MEMORY. */
enum status layout_add_curve(struct layout *layout, uint32_t line, const struct cubic *curve);

/* The middle of the path of LINE, which it has: of its curves, the one in the middle. */
struct point layout_middle(const struct layout *layout, uint32_t line);

/* The box of a node, and that of the label of a tie, which has one. */
struct box layout_box_of_node(const struct layout *layout, const struct scene *scene,
                              size_t node);
struct box layout_box_of_label(const struct layout *layout, const struct scene *scene,
                               size_t tie);

/* Sets *BOX to that around all nodes, lines and labels, and the regions of blocs that are drawn.
   Fails only with STATUS_MEMORY. */
enum status layout_box(const struct layout *layout, const struct scene *scene, struct box *box);

/* The margin around it, in points: more than heads and line widths can protrude. */
enum { LAYOUT_MARGIN = 4 };

/* Moves everything so that nodes, lines and labels, with their margin, fill the box from 0,0 to
   width,height, and sets width and height. Fails only with STATUS_MEMORY. */
enum status layout_normalize(struct layout *layout, const struct scene *scene);

#endif
