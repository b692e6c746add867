/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/stroke.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "layout/head.h"
#include "render/svg.h"

void stroke_color(enum relation_type type, enum relation_phase phase, char color[8])
{
    double keep = style_opacity(phase);
    unsigned long rgb = strtoul(style_of_type(type)->color + 1, NULL, 16);
    unsigned mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        double channel = (double)(rgb >> shift & 0xff);
        mixed |= (unsigned)lround(255 - (255 - channel) * keep) << shift;
    }
    snprintf(color, 8, "#%06X", mixed & 0xffffff);
}

static struct point place(struct point local, struct point tip, double cosine, double sine)
{
    return (struct point){tip.x + local.x * cosine - local.y * sine,
                          tip.y + local.x * sine + local.y * cosine};
}

/* FROM is where the line ends, TIP where its head ends. */
static void draw_head(struct buffer *out, const struct head_outline *shape, struct point from,
                      struct point tip, const char *color, bool hollow)
{
    double length = point_distance(from, tip);
    if (shape->count == 0 || length == 0)
        return;
    double cosine = (tip.x - from.x) / length, sine = (tip.y - from.y) / length;
    buffer_text(out, "<polygon points=\"");
    for (int i = 0; i < shape->count; i++) {
        buffer_text(out, i > 0 ? " " : "");
        svg_point(out, place(shape->points[i], tip, cosine, sine));
    }
    buffer_char(out, '"');
    svg_attribute(out, "fill", shape->filled && !hollow ? color : "#FFFFFF");
    svg_attribute(out, "stroke", color);
    svg_attribute_number(out, "stroke-width", shape->filled && !hollow ? 0.5 : 1);
    buffer_text(out, "/>\n");
}

static bool is_in(const struct box *box, struct point p)
{
    return box != NULL && p.x > box->low.x && p.x < box->high.x && p.y > box->low.y &&
           p.y < box->high.y;
}

/* The parameter at which the curve crosses the border of the box, between FROM, on one side of
   the border, and TO, on the other. */
static double find_border(const struct cubic *curve, const struct box *box, double from,
                          double to)
{
    bool in = is_in(box, cubic_at(curve, from));
    for (int i = 0; i < 20; i++) {
        double middle = (from + to) / 2;
        *(is_in(box, cubic_at(curve, middle)) == in ? &from : &to) = middle;
    }
    return to;
}

/* Draws a part of a curve. MOVED: the pen is already at its start. */
static void draw_part(struct buffer *out, const struct cubic *curve, double from, double to,
                      bool moved)
{
    struct cubic part = from > 0 || to < 1 ? cubic_part(curve, from, to) : *curve;
    if (!moved) {
        buffer_char(out, 'M');
        svg_point(out, part.p[0]);
    }
    for (int i = 1; i < 4; i++) {
        buffer_text(out, i == 1 ? "C" : " ");
        svg_point(out, part.p[i]);
    }
}

/* Draws the parts of a curve outside GAP. *MOVED: whether the pen is at its start; afterwards,
   whether it is at its end. */
static void draw_curve(struct buffer *out, const struct cubic *curve, const struct box *gap,
                       bool *moved)
{
    enum { STEPS = 64 };
    double from = 0, before = 0;
    bool out_before = !is_in(gap, curve->p[0]);
    for (int i = 1; gap != NULL && i <= STEPS; i++) {
        double t = (double)i / STEPS;
        bool out_now = !is_in(gap, cubic_at(curve, t));
        double border = out_now != out_before ? find_border(curve, gap, before, t) : t;
        if (out_before && !out_now)
            draw_part(out, curve, from, border, *moved);
        if (out_now != out_before) {
            *moved = false;
            from = border;
        }
        out_before = out_now;
        before = t;
    }
    if (out_before)
        draw_part(out, curve, from, 1, *moved);
    *moved = out_before;
}

static void draw_path(struct buffer *out, const struct stroke *stroke, const struct cubic *curves,
                      size_t count, const struct box *gap, const char *color)
{
    const char *dashes = style_of_evidence(stroke->evidence)->dashes;
    bool moved = false;
    buffer_text(out, "<path d=\"");
    for (size_t i = 0; i < count; i++)
        draw_curve(out, &curves[i], gap, &moved);
    buffer_text(out, "\" fill=\"none\"");
    svg_attribute(out, "stroke", color);
    svg_attribute_number(out, "stroke-width", style_width(stroke->weight));
    if (dashes != NULL)
        svg_attribute(out, "stroke-dasharray", dashes);
    buffer_text(out, "/>\n");
}

/* Whether GAP leaves nothing of the line visible. */
static bool hides(const struct box *gap, const struct cubic *curves, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (int step = 0; step <= 8; step++)
            if (!is_in(gap, cubic_at(&curves[i], step / 8.0)))
                return false;
    return true;
}

void stroke_draw(struct buffer *out, const struct stroke *stroke, struct cubic *curves,
                 size_t count, const struct box *gap)
{
    char color[8];
    stroke_color(stroke->type, stroke->phase, color);
    bool hollow = stroke->phase == PHASE_PROSPECTIVE;
    size_t first, last;
    struct point start = curves[0].p[0], end = curves[count - 1].p[3];
    struct head_outline tail = head_outline(stroke->tail, stroke->weight);
    struct head_outline head = head_outline(stroke->head, stroke->weight);
    head_trim(curves, count, stroke->tail, stroke->head, stroke->weight, &first, &last);
    if (gap != NULL && hides(gap, curves + first, last - first + 1))
        gap = NULL;
    draw_path(out, stroke, curves + first, last - first + 1, gap, color);
    draw_head(out, &head, curves[last].p[3], end, color, hollow);
    draw_head(out, &tail, curves[first].p[0], start, color, hollow);
}
