/* SPDX-License-Identifier: MIT */
/* The outline of a figure: boxes and sampled lines, which score.h measures. It is made from a
   layout or from an SVG file. Lengths are in px, the user units of the figure, which in our
   figures are points; y points down. */
#ifndef LAYOUT_SCORE_OUTLINE_H
#define LAYOUT_SCORE_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"

/* Lines are sampled at least every OUTLINE_STEP px, but in at most OUTLINE_MAX_STEPS steps:
   longer lines occur only in broken layouts. */
#define OUTLINE_STEP 4.0
enum { OUTLINE_MAX_STEPS = 2500 };

/* How far a browser's box around a text extends above and below the baseline, as fractions of the
   font size, for Liberation Sans. Browsers round both to whole pixels of the screen. */
#define OUTLINE_ASCENT 0.905
#define OUTLINE_DESCENT 0.212

struct outline_node {
    struct box shape, text; /* box_empty() without text */
    bool round;             /* an ellipse: its box has empty corners */
};

/* The samples of a line: COUNT points of the outline, at least two, from index FIRST. */
struct outline_line {
    uint32_t edge, first, count;
    struct box bounds;
    double length;
};

/* The lines and labels of one relation. */
struct outline_edge {
    uint32_t first_line, line_count;
    uint32_t first_label, label_count;
};

struct outline_label {
    uint32_t edge;
    struct box box;
};

/* A head of a line, or another small shape at one: a polygon of COUNT points, at least three. */
enum { OUTLINE_HEAD_POINTS = 8 };
struct outline_head {
    uint32_t edge, count;
    struct point points[OUTLINE_HEAD_POINTS];
};

struct outline_text {
    double size; /* of the font */
    struct box box;
};

/* The region of a bloc. */
struct outline_bloc {
    struct box box, caption; /* box_empty() without a caption */
};

/* A node that belongs to a bloc: the index of each. */
struct outline_membership {
    uint32_t bloc, node;
};

struct outline {
    struct {
        struct outline_bloc *items;
        size_t count, capacity;
    } blocs;
    struct {
        struct outline_membership *items;
        size_t count, capacity;
    } memberships;
    struct {
        struct outline_node *items;
        size_t count, capacity;
    } nodes;
    struct {
        struct outline_edge *items;
        size_t count, capacity;
    } edges;
    struct {
        struct outline_line *items;
        size_t count, capacity;
    } lines;
    struct {
        struct point *items;
        size_t count, capacity;
    } points;
    struct {
        struct outline_label *items;
        size_t count, capacity;
    } labels;
    struct {
        struct outline_head *items;
        size_t count, capacity;
    } heads;
    struct {
        struct outline_text *items;
        size_t count, capacity;
    } texts; /* all of them, including those of nodes and labels */
    struct box view;
    struct box legend; /* its texts; box_empty() without a legend, as in a layout */
};

/* An empty outline. It owns no memory until something is added. */
void outline_init(struct outline *outline);
void outline_clear(struct outline *outline);

/* Add a part; fail only with STATUS_MEMORY. Lines, labels and heads belong to the edge that was
   added last, so there must be one. */
enum status outline_add_node(struct outline *outline, const struct outline_node *node);
enum status outline_add_bloc(struct outline *outline, const struct outline_bloc *bloc);
/* Makes the node that was added last a member of a bloc. */
enum status outline_add_membership(struct outline *outline, uint32_t bloc);
enum status outline_add_edge(struct outline *outline);
enum status outline_add_label(struct outline *outline, const struct box *box);
/* POINTS: at most OUTLINE_HEAD_POINTS. */
enum status outline_add_head(struct outline *outline, const struct point *points, size_t count);
enum status outline_add_text(struct outline *outline, const struct outline_text *text);

/* Adds a line of COUNT consecutive curves, at least one, sampled at equal distances (sampling.h).
 */
enum status outline_add_line(struct outline *outline, const struct cubic *curves, size_t count);

/* The points of a line. */
const struct point *outline_points(const struct outline *outline,
                                   const struct outline_line *line);

#endif
