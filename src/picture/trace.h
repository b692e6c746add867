/* SPDX-License-Identifier: MIT */
/* The lines of a layout as they are drawn, without what their heads cover, in samples every 4
   points, and a grid that finds the stretches between samples near a place. */
#ifndef PICTURE_TRACE_H
#define PICTURE_TRACE_H

#include <stddef.h>
#include <stdint.h>

#include "picture/geometry.h"
#include "picture/layout.h"
#include "picture/scene.h"
#include "system/status.h"

/* How far from a stretch, in points, the grid still finds it. */
#define TRACE_REACH 0.75

/* A line's samples: COUNT points, two at least. */
struct trace_line {
    uint32_t first, count; /* into points */
};

struct trace {
    struct trace_line *lines; /* of the scene's lines */
    struct point *points;
    uint32_t *line_of; /* of each point */
    size_t line_count, point_count, point_capacity, line_of_capacity;
    struct point corner; /* of the grid */
    double cell;         /* the side of a cell */
    size_t columns, rows;
    uint32_t *starts;    /* where each cell's stretches begin; one more for the end */
    uint32_t *stretches; /* by cell: the first of the two points of each */
};

/* The cells that a box meets: columns and rows from low to high, both included. */
struct trace_cells {
    size_t low_column, high_column, low_row, high_row;
};

/* SCENE is finished. */
enum status trace_init(struct trace *trace, const struct scene *scene,
                       const struct layout *layout);
void trace_clear(struct trace *trace);

struct trace_cells trace_cells(const struct trace *trace, const struct box *box);

/* The stretches in a cell, lent; each may be in several. */
const uint32_t *trace_stretches(const struct trace *trace, size_t column, size_t row,
                                size_t *count);

#endif
