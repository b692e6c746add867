/* SPDX-License-Identifier: MIT */
/* The heads at a line's ends: their outlines, and how much of the line they cover. Lengths are in
   points. Heads grow with the weight of their line, 1 to 5, but more slowly than its width. */
#ifndef LAYOUT_HEAD_H
#define LAYOUT_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/geometry.h"
#include "scene/style.h"

/* A head in its own coordinates: the tip is at 0,0, and the line arrives along the negative x
   axis. */
struct head_outline {
    struct point points[8];
    int count;     /* 0: no head */
    double length; /* distance from the end of the line to the tip */
    bool filled;
};

struct head_outline head_outline(enum style_head head, unsigned weight);

/* Point INDEX of a head at TIP, whose line ends at FROM, another point. */
struct point head_point(const struct head_outline *outline, int index, struct point from,
                        struct point tip);

/* The distance from the end of a line to the tip of its HEAD; 0 for HEAD_NONE. */
double head_length(enum style_head head, unsigned weight);

/* The width of a head across its line; 0 for HEAD_NONE. */
double head_width(enum style_head head, unsigned weight);

/* Trims a path of COUNT curves, at least one, by the parts that TAIL at its start and HEAD at its
   end cover. *FIRST and *LAST are set to the indices of the first and the last curve that remain;
   those outside are unchanged. */
void head_trim(struct cubic *curves, size_t count, enum style_head tail, enum style_head head,
               unsigned weight, size_t *first, size_t *last);

#endif
