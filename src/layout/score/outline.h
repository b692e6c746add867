/* SPDX-License-Identifier: MIT */
/* What a figure shows, as boxes and sampled lines: what is measured (score.h), whether it comes
   from a layout or from a drawn SVG. In pixels of the figure's own coordinates (points), y
   downwards. */
#ifndef LAYOUT_SCORE_OUTLINE_H
#define LAYOUT_SCORE_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Lines are sampled every OUTLINE_STEP px or closer; lines longer than OUTLINE_MOST steps, which
   only a layout gone astray has, more coarsely. */
#define OUTLINE_STEP 4.0
enum { OUTLINE_MOST = 2500 };

/* Liberation Sans, as shares of the font's size: how far a browser's box around a text reaches
   above and below the baseline. (Browsers round both to whole pixels of the screen.) */
#define OUTLINE_ASCENT 0.905
#define OUTLINE_DESCENT 0.212

struct outline_node {
    struct box shape, text; /* without text: box_empty() */
    bool round;             /* an ellipse: its box has empty corners */
};

/* A path: points of the trace from FIRST on; neighbours bound its segments. */
struct outline_line {
    uint32_t edge, first, count;
    struct box bounds;
    double length;
};

/* What is drawn of one relation. */
struct outline_edge {
    uint32_t first_line, line_count;
    uint32_t first_label, label_count;
};

struct outline_label {
    uint32_t edge;
    struct box box;
};

struct outline_text {
    double size; /* of the font */
    struct box box;
};

struct outline {
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
        struct outline_text *items;
        size_t count, capacity;
    } texts; /* all there are, those of nodes and labels too */
    struct box view;
};

/* An empty outline; nothing is owned until something is added. */
void outline_init(struct outline *outline);
void outline_clear(struct outline *outline);

/* All of these can only fail with STATUS_MEMORY. Lines and labels belong to the edge added last;
   there must be one. */
enum status outline_add_node(struct outline *outline, const struct outline_node *node);
enum status outline_add_edge(struct outline *outline);
enum status outline_add_label(struct outline *outline, const struct box *box);
enum status outline_add_text(struct outline *outline, const struct outline_text *text);

/* A path of COUNT curves, one or more, end to end. Sampled at equal distances along it, as
   SVGGeometryElement.getPointAtLength tells them. */
enum status outline_add_line(struct outline *outline, const struct cubic *curves, size_t count);

/* The points of a line. */
const struct point *outline_points(const struct outline *outline,
                                   const struct outline_line *line);

/* Fills an empty trace with all that figure_draw would draw of LAYOUT. Texts are as wide as
   metrics.h says, which is never less than what is seen. The view is the layout's own box. */
enum status outline_from_layout(struct outline *outline, const struct scene *scene,
                                const struct layout *layout);

#endif
