/* SPDX-License-Identifier: MIT */
/* What a figure shows, as boxes and sampled lines: what is measured (score.h), whether it comes
   from a layout or from a drawn SVG. In pixels of the figure's own coordinates (points), y
   downwards. */
#ifndef LAYOUT_SCORE_TRACE_H
#define LAYOUT_SCORE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* Lines are sampled every TRACE_STEP px or closer; lines longer than TRACE_MOST steps, which only
   a layout gone astray has, more coarsely. */
#define TRACE_STEP 4.0
enum { TRACE_MOST = 2500 };

/* Liberation Sans, as shares of the font's size: how far a browser's box around a text reaches
   above and below the baseline. (Browsers round both to whole pixels of the screen.) */
#define TRACE_ASCENT 0.905
#define TRACE_DESCENT 0.212

struct trace_node {
    struct box shape, text; /* without text: box_empty() */
    bool round;             /* an ellipse: its box has empty corners */
};

/* A path: points of the trace from FIRST on; neighbours bound its segments. */
struct trace_line {
    uint32_t edge, first, count;
    struct box bounds;
    double length;
};

/* What is drawn of one relation. */
struct trace_edge {
    uint32_t first_line, line_count;
    uint32_t first_label, label_count;
};

struct trace_label {
    uint32_t edge;
    struct box box;
};

struct trace_text {
    double size; /* of the font */
    struct box box;
};

struct trace {
    struct {
        struct trace_node *items;
        size_t count, capacity;
    } nodes;
    struct {
        struct trace_edge *items;
        size_t count, capacity;
    } edges;
    struct {
        struct trace_line *items;
        size_t count, capacity;
    } lines;
    struct {
        struct point *items;
        size_t count, capacity;
    } points;
    struct {
        struct trace_label *items;
        size_t count, capacity;
    } labels;
    struct {
        struct trace_text *items;
        size_t count, capacity;
    } texts; /* all there are, those of nodes and labels too */
    struct box view;
};

/* An empty trace; nothing is owned until something is added. */
void trace_init(struct trace *trace);
void trace_clear(struct trace *trace);

/* All of these can only fail with STATUS_MEMORY. Lines and labels belong to the edge added last;
   there must be one. */
enum status trace_add_node(struct trace *trace, const struct trace_node *node);
enum status trace_add_edge(struct trace *trace);
enum status trace_add_label(struct trace *trace, const struct box *box);
enum status trace_add_text(struct trace *trace, const struct trace_text *text);

/* A path of COUNT curves, one or more, end to end. Sampled at equal distances along it, as
   SVGGeometryElement.getPointAtLength tells them. */
enum status trace_add_line(struct trace *trace, const struct cubic *curves, size_t count);

/* The points of a line. */
const struct point *trace_points(const struct trace *trace, const struct trace_line *line);

/* Fills an empty trace with all that figure_draw would draw of LAYOUT. Texts are as wide as
   metrics.h says, which is never less than what is seen. The view is the layout's own box. */
enum status trace_layout(struct trace *trace, const struct scene *scene,
                         const struct layout *layout);

#endif
