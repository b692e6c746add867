/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/stroke.h"

#include <math.h>

#include "layout/head.h"
#include "render/svg.h"

/* FROM is where the line ends, TIP where its head ends. */
static void draw_head(struct buffer *out, const struct head_outline *shape, struct point from,
                      struct point tip, const char *color)
{
    if (shape->count == 0 || point_distance(from, tip) == 0)
        return;
    buffer_text(out, "<polygon points=\"");
    for (int i = 0; i < shape->count; i++) {
        buffer_text(out, i > 0 ? " " : "");
        svg_point(out, head_point(shape, i, from, tip));
    }
    buffer_char(out, '"');
    svg_attribute(out, "fill", shape->filled ? color : "#FFFFFF");
    svg_attribute(out, "stroke", color);
    svg_attribute_number(out, "stroke-width", shape->filled ? 0.5 : 1);
    buffer_text(out, "/>\n");
}

static bool is_in_box(const struct box *boxes, size_t count, struct point p)
{
    for (size_t i = 0; i < count; i++)
        if (p.x > boxes[i].low.x && p.x < boxes[i].high.x && p.y > boxes[i].low.y &&
            p.y < boxes[i].high.y)
            return true;
    return false;
}

static bool is_in(const struct stroke_gaps *gaps, struct point p)
{
    return is_in_box(gaps->boxes, gaps->count, p);
}

/* The parameter at which the curve crosses the border of a gap, between FROM, on one side of
   the border, and TO, on the other. */
static double find_border(const struct cubic *curve, const struct stroke_gaps *gaps, double from,
                          double to)
{
    bool in = is_in(gaps, cubic_at(curve, from));
    for (int i = 0; i < 20; i++) {
        double middle = (from + to) / 2;
        *(is_in(gaps, cubic_at(curve, middle)) == in ? &from : &to) = middle;
    }
    return to;
}

/* The pen of a path: whether it is down, at the end of the last part drawn, and the lengths of
   the part that it is drawing and of the longest one. */
struct pen {
    struct buffer *out;
    bool down;
    double length, longest;
};

/* Draws a part of a curve. */
static void draw_part(struct pen *pen, const struct cubic *curve, double from, double to)
{
    struct cubic part = from > 0 || to < 1 ? cubic_part(curve, from, to) : *curve;
    if (!pen->down) {
        buffer_char(pen->out, 'M');
        svg_point(pen->out, part.p[0]);
        pen->length = 0;
    }
    for (int i = 1; i < 4; i++) {
        buffer_text(pen->out, i == 1 ? "C" : " ");
        svg_point(pen->out, part.p[i]);
    }
    pen->length += cubic_length(&part);
    pen->longest = fmax(pen->longest, pen->length);
}

/* Draws the parts of a curve outside GAPS. */
static void draw_curve(struct pen *pen, const struct cubic *curve, const struct stroke_gaps *gaps)
{
    enum { STEPS = 64 };
    double from = 0, before = 0;
    bool out_before = !is_in(gaps, curve->p[0]);
    for (int i = 1; gaps->count > 0 && i <= STEPS; i++) {
        double t = (double)i / STEPS;
        bool out_now = !is_in(gaps, cubic_at(curve, t));
        double border = out_now != out_before ? find_border(curve, gaps, before, t) : t;
        if (out_before && !out_now)
            draw_part(pen, curve, from, border);
        if (out_now != out_before) {
            pen->down = false;
            from = border;
        }
        out_before = out_now;
        before = t;
    }
    if (out_before)
        draw_part(pen, curve, from, 1);
    pen->down = out_before;
}

/* Writes the pattern of EVIDENCE for a line of WIDTH whose longest part has LENGTH: its period is
   a multiple of the width, changed so that a whole number of periods, at least three, and a dash
   fill that part. */
static void draw_dashes(struct buffer *out, enum evidence evidence, double width, double length)
{
    enum { PERIODS = 3 };
    const struct style_evidence *style = style_of_evidence(evidence);
    double period = 0;
    for (size_t i = 0; i < style->dash_count; i++)
        period += style->dashes[i];
    if (style->dash_count == 0 || length <= 0)
        return;
    double share = style->dashes[0] / period;
    double periods = fmax(floor(length / (period * width) - share + 0.5), PERIODS);
    double unit = length / ((periods + share) * period);
    buffer_text(out, " stroke-dasharray=\"");
    for (size_t i = 0; i < style->dash_count; i++) {
        buffer_text(out, i > 0 ? " " : "");
        svg_number(out, style->dashes[i] * unit);
    }
    buffer_char(out, '"');
}

static void draw_path(struct buffer *out, const struct stroke *stroke, const struct cubic *curves,
                      size_t count, const struct stroke_gaps *gaps, const char *color)
{
    struct pen pen = {.out = out};
    double width = style_width(stroke->weight);
    buffer_text(out, "<path d=\"");
    for (size_t i = 0; i < count; i++)
        draw_curve(&pen, &curves[i], gaps);
    buffer_text(out, "\" fill=\"none\"");
    svg_attribute(out, "stroke", color);
    svg_attribute_number(out, "stroke-width", width);
    draw_dashes(out, stroke->evidence, width, pen.longest);
    buffer_text(out, "/>\n");
}

/* The length of a curve outside GAPS and their covers. */
static double visible_length(const struct stroke_gaps *gaps, const struct cubic *curve)
{
    enum { STEPS = 32 };
    double length = 0;
    for (int i = 0; i < STEPS; i++) {
        const struct point middle = cubic_at(curve, (i + 0.5) / STEPS);
        if (!is_in(gaps, middle) && !is_in_box(gaps->covers, gaps->cover_count, middle))
            length += point_distance(cubic_at(curve, (double)i / STEPS),
                                     cubic_at(curve, (double)(i + 1) / STEPS));
    }
    return length;
}

/* Whether GAPS leave too little of the line visible: less than LEAST, and less than a third of
   what is visible without them. */
static bool hide(const struct stroke_gaps *gaps, const struct cubic *curves, size_t count)
{
    static const double least = 6;
    const struct stroke_gaps none = {.covers = gaps->covers, .cover_count = gaps->cover_count};
    double visible = 0, whole = 0;
    for (size_t i = 0; i < count && visible < least; i++) {
        visible += visible_length(gaps, &curves[i]);
        whole += visible_length(&none, &curves[i]);
    }
    return visible < least && visible < whole / 3;
}

void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct stroke_gaps *gaps)
{
    const char *color =
        stroke->color != NULL ? stroke->color : style_of_type(stroke->type)->color;
    size_t first, last;
    struct point start = curves[0].p[0], end = curves[count - 1].p[3];
    struct head_outline tail = head_outline(stroke->tail, stroke->weight);
    struct head_outline head = head_outline(stroke->head, stroke->weight);
    head_trim(curves, count, stroke->tail, stroke->head, stroke->weight, &first, &last);
    struct stroke_gaps left = *gaps;
    while (left.count > 0 && hide(&left, curves + first, last - first + 1))
        left.count = left.count > 1 ? 1 : 0;
    draw_path(out, stroke, curves + first, last - first + 1, &left, color);
    draw_head(out, &head, curves[last].p[3], end, color);
    draw_head(out, &tail, curves[first].p[0], start, color);
}
