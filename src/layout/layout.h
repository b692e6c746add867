/* SPDX-License-Identifier: MIT */
/* Where everything in a scene stands: what an engine finds, and what a figure is drawn from. In
   points, y downwards, the top left corner of what is drawn at 0,0. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "layout/geometry.h"
#include "scene/scene.h"

/* A line's course from border to border of its nodes: COUNT cubic curves, end to end. */
struct layout_path {
    uint32_t first, count; /* into curves */
};

struct layout {
    double width, height;
    struct point *nodes;       /* the centre of each node of the scene */
    struct layout_path *paths; /* of each line */
    struct point *labels; /* the centre of each relation's label; of no use where it has none */
    struct cubic *curves;
    size_t node_count, line_count, relation_count, curve_count, curve_capacity;
    bool readable; /* made for its page, or larger: it must not be made smaller to fit */
};

/* What a layout may take. */
struct layout_limits {
    unsigned time_limit; /* seconds of wall clock */
    unsigned jobs;       /* children at once */
};

/* Arrays for SCENE, zeroed, without curves. */
enum status layout_init(struct layout *layout, const struct scene *scene);
void layout_clear(struct layout *layout);

/* Adds a curve to the last course begun. */
enum status layout_add_curve(struct layout *layout, uint32_t line, const struct cubic *curve);

/* Shifts everything so that nodes, lines and labels fill the box from 0,0 to width,height. */
void layout_normalize(struct layout *layout, const struct scene *scene);

/* Gives straight paths to all lines, and bends those that two nodes share apart; labels go to
   the middle of their line. For engines that leave lines to us. */
enum status layout_straighten(struct layout *layout, const struct scene *scene);

/* To and from bytes, for the way from a child. Reading trusts nothing: STATUS_FAILURE unless the
   bytes are a layout of SCENE with numbers that can be drawn. */
void layout_write(const struct layout *layout, struct buffer *out);
enum status layout_read(struct layout *layout, const struct scene *scene,
                        const struct buffer *bytes);

/* Lays SCENE out by its engine, in a child; without one, by a search (search.h), which sets the
   scene's texts to the size that fits. What goes wrong is told, with the engine's name;
   STATUS_FAILURE. */
enum status layout_make(struct layout *layout, struct scene *scene,
                        const struct layout_limits *limits, struct messages *messages);

#endif
