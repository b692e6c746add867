/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "layout/head.h"

void trace_init(struct trace *trace)
{
    *trace = (struct trace){.view = {{0, 0}, {0, 0}}};
}

void trace_clear(struct trace *trace)
{
    free(trace->nodes.items);
    free(trace->edges.items);
    free(trace->lines.items);
    free(trace->points.items);
    free(trace->labels.items);
    free(trace->texts.items);
    trace_init(trace);
}

enum status trace_add_node(struct trace *trace, const struct trace_node *node)
{
    ARRAY_ROOM(&trace->nodes, 1);
    trace->nodes.items[trace->nodes.count++] = *node;
    return STATUS_OK;
}

enum status trace_add_edge(struct trace *trace)
{
    ARRAY_ROOM(&trace->edges, 1);
    trace->edges.items[trace->edges.count++] = (struct trace_edge){
        .first_line = (uint32_t)trace->lines.count, .first_label = (uint32_t)trace->labels.count};
    return STATUS_OK;
}

enum status trace_add_label(struct trace *trace, const struct box *box)
{
    ARRAY_ROOM(&trace->labels, 1);
    uint32_t edge = (uint32_t)trace->edges.count - 1;
    trace->labels.items[trace->labels.count++] = (struct trace_label){edge, *box};
    trace->edges.items[edge].label_count++;
    return STATUS_OK;
}

enum status trace_add_text(struct trace *trace, const struct trace_text *text)
{
    ARRAY_ROOM(&trace->texts, 1);
    trace->texts.items[trace->texts.count++] = *text;
    return STATUS_OK;
}

static struct point middle(struct point a, struct point b)
{
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* The curve's parameter is T where it has run LENGTH from its start. */
struct stop {
    double t, length;
};

enum { DEEPEST = 10, MOST_STOPS = 1 << DEEPEST };

/* Gathers the stops of a curve, in its order. */
struct gauge {
    struct stop stops[MOST_STOPS + 1];
    size_t count;
};

/* Whether a control point is so far from its place on an even chord that it shows. */
static bool strays(const struct cubic *c)
{
    static const double tolerance = 0.01;
    for (int i = 1; i <= 2; i++) {
        struct point even = point_between(c->p[0], c->p[3], i / 3.0);
        if (fabs(c->p[i].x - even.x) > tolerance || fabs(c->p[i].y - even.y) > tolerance)
            return true;
    }
    return false;
}

static void halve(const struct cubic *c, struct cubic halves[2])
{
    struct point a = middle(c->p[0], c->p[1]), b = middle(c->p[1], c->p[2]);
    struct point d = middle(c->p[2], c->p[3]), ab = middle(a, b), bd = middle(b, d);
    struct point centre = middle(ab, bd);
    halves[0] = (struct cubic){{c->p[0], a, ab, centre}};
    halves[1] = (struct cubic){{centre, bd, d, c->p[3]}};
}

/* Near to straight, a curve is as long as the mean of its chord and its polygon (Gravesen 1997).
 */
static double straight_length(const struct cubic *c)
{
    double polygon = point_distance(c->p[0], c->p[1]) + point_distance(c->p[1], c->p[2]) +
                     point_distance(c->p[2], c->p[3]);
    return (point_distance(c->p[0], c->p[3]) + polygon) / 2;
}

static void gauge_part(struct gauge *gauge, const struct cubic *part, double t0, double t1,
                       int depth)
{
    if (depth < DEEPEST && strays(part)) {
        struct cubic halves[2];
        halve(part, halves);
        gauge_part(gauge, &halves[0], t0, (t0 + t1) / 2, depth + 1);
        gauge_part(gauge, &halves[1], (t0 + t1) / 2, t1, depth + 1);
        return;
    }
    double before = gauge->stops[gauge->count - 1].length;
    gauge->stops[gauge->count++] = (struct stop){t1, before + straight_length(part)};
}

static void gauge_curve(struct gauge *gauge, const struct cubic *curve)
{
    gauge->stops[0] = (struct stop){0, 0};
    gauge->count = 1;
    gauge_part(gauge, curve, 0, 1, 0);
}

static double gauge_length(const struct gauge *gauge)
{
    return gauge->stops[gauge->count - 1].length;
}

static struct point bezier(const struct cubic *c, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
    return (struct point){a * c->p[0].x + b * c->p[1].x + d * c->p[2].x + e * c->p[3].x,
                          a * c->p[0].y + b * c->p[1].y + d * c->p[2].y + e * c->p[3].y};
}

static double path_length(const struct cubic *curves, size_t count)
{
    struct gauge gauge;
    double length = 0;
    for (size_t i = 0; i < count; i++) {
        gauge_curve(&gauge, &curves[i]);
        length += gauge_length(&gauge);
    }
    return length;
}

/* The parameter LENGTH along a gauged curve; *AT is the stop to begin with, and moves on. */
static double parameter(const struct gauge *gauge, size_t *at, double length)
{
    while (*at + 2 < gauge->count && gauge->stops[*at + 1].length < length)
        ++*at;
    const struct stop *a = &gauge->stops[*at], *b = a + 1;
    double share = b->length > a->length ? (length - a->length) / (b->length - a->length) : 1;
    return a->t + (b->t - a->t) * fmin(share, 1);
}

/* STEPS + 1 points at equal distances, from the first to the last. */
static void sample(struct point *points, size_t steps, double length, const struct cubic *curves,
                   size_t count)
{
    struct gauge gauge;
    double before = 0;
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        gauge_curve(&gauge, &curves[i]);
        double end = before + gauge_length(&gauge);
        for (; next < steps && length * (double)next <= end * (double)steps; next++) {
            double along = length * (double)next / (double)steps - before;
            points[next] = bezier(&curves[i], parameter(&gauge, &at, along));
        }
        before = end;
    }
    for (; next <= steps; next++)
        points[next] = curves[count - 1].p[3];
}

static struct box bounds(const struct point *points, size_t count)
{
    struct box box = {points[0], points[0]};
    for (size_t i = 1; i < count; i++)
        box_take(&box, points[i]);
    return box;
}

enum status trace_add_line(struct trace *trace, const struct cubic *curves, size_t count)
{
    double length = path_length(curves, count);
    double wanted = fmax(2, fmin(TRACE_MOST, ceil(length / TRACE_STEP)));
    size_t steps = (size_t)wanted;
    ARRAY_ROOM(&trace->points, steps + 1);
    ARRAY_ROOM(&trace->lines, 1);
    struct point *points = trace->points.items + trace->points.count;
    sample(points, steps, length, curves, count);
    uint32_t edge = (uint32_t)trace->edges.count - 1;
    trace->lines.items[trace->lines.count++] =
        (struct trace_line){.edge = edge,
                            .first = (uint32_t)trace->points.count,
                            .count = (uint32_t)steps + 1,
                            .bounds = bounds(points, steps + 1),
                            .length = length};
    trace->edges.items[edge].line_count++;
    trace->points.count += steps + 1;
    return STATUS_OK;
}

const struct point *trace_points(const struct trace *trace, const struct trace_line *line)
{
    return trace->points.items + line->first;
}

/* The box that a browser gives to the text that svg_block draws. */
static struct box block_box(const struct text_block *block, struct point centre)
{
    double lines = (double)(block->count - 1) * block->size * METRICS_LINE / 2;
    double base = centre.y + block->size * 0.35;
    return (struct box){
        {centre.x - block->width / 2, base - lines - block->size * TRACE_ASCENT},
        {centre.x + block->width / 2, base + lines + block->size * TRACE_DESCENT}};
}

static enum status add_node(struct trace *trace, const struct scene_node *n, struct point at)
{
    struct trace_node node = {
        .shape = box_empty(), .text = box_empty(), .round = n->shape == SHAPE_ELLIPSE};
    box_take_box(&node.shape, at, n->width, n->height);
    if (n->name.count > 0) {
        node.text = block_box(&n->name, at);
        TRY(trace_add_text(trace, &(struct trace_text){n->name.size, node.text}));
    }
    return trace_add_node(trace, &node);
}

/* What is left of a line between its heads. CURVES has room for it. */
static enum status add_line(struct trace *trace, const struct scene *scene,
                            const struct layout *layout, uint32_t index, struct cubic *curves)
{
    const struct scene_line *line = &scene->lines[index];
    const struct course *course = &layout->courses[index];
    unsigned weight = scene->relations[line->relation].weight;
    size_t first, last;
    memcpy(curves, layout->curves + course->first, course->count * sizeof *curves);
    head_trim(curves, course->count, line->tail, line->head, weight, &first, &last);
    return trace_add_line(trace, curves + first, last - first + 1);
}

static enum status add_relation(struct trace *trace, const struct scene *scene,
                                const struct layout *layout, size_t index, struct cubic *curves)
{
    const struct scene_relation *r = &scene->relations[index];
    TRY(trace_add_edge(trace));
    for (uint32_t i = 0; i < r->line_count; i++)
        TRY(add_line(trace, scene, layout, r->first_line + i, curves));
    if (r->label.count == 0)
        return STATUS_OK;
    struct box box = block_box(&r->label, layout->labels[index]);
    TRY(trace_add_text(trace, &(struct trace_text){r->label.size, box}));
    return trace_add_label(trace, &box);
}

static enum status add_all(struct trace *trace, const struct scene *scene,
                           const struct layout *layout, struct cubic *curves)
{
    trace->view = (struct box){{0, 0}, {layout->width, layout->height}};
    for (size_t i = 0; i < scene->relation_count; i++)
        TRY(add_relation(trace, scene, layout, i, curves));
    for (size_t i = 0; i < scene->node_count; i++)
        TRY(add_node(trace, &scene->nodes[i], layout->nodes[i]));
    return STATUS_OK;
}

enum status trace_layout(struct trace *trace, const struct scene *scene,
                         const struct layout *layout)
{
    size_t longest = 0;
    for (size_t i = 0; i < scene->line_count; i++)
        if (layout->courses[i].count > longest)
            longest = layout->courses[i].count;
    struct cubic *curves = malloc((longest + 1) * sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    enum status status = add_all(trace, scene, layout, curves);
    free(curves);
    return status;
}
