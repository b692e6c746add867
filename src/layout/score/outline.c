/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/outline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "layout/head.h"

void outline_init(struct outline *outline)
{
    *outline = (struct outline){.view = {{0, 0}, {0, 0}}};
}

void outline_clear(struct outline *outline)
{
    free(outline->nodes.items);
    free(outline->edges.items);
    free(outline->lines.items);
    free(outline->points.items);
    free(outline->labels.items);
    free(outline->texts.items);
    outline_init(outline);
}

enum status outline_add_node(struct outline *outline, const struct outline_node *node)
{
    ARRAY_ROOM(&outline->nodes, 1);
    outline->nodes.items[outline->nodes.count++] = *node;
    return STATUS_OK;
}

enum status outline_add_edge(struct outline *outline)
{
    ARRAY_ROOM(&outline->edges, 1);
    outline->edges.items[outline->edges.count++] =
        (struct outline_edge){.first_line = (uint32_t)outline->lines.count,
                              .first_label = (uint32_t)outline->labels.count};
    return STATUS_OK;
}

enum status outline_add_label(struct outline *outline, const struct box *box)
{
    ARRAY_ROOM(&outline->labels, 1);
    uint32_t edge = (uint32_t)outline->edges.count - 1;
    outline->labels.items[outline->labels.count++] = (struct outline_label){edge, *box};
    outline->edges.items[edge].label_count++;
    return STATUS_OK;
}

enum status outline_add_text(struct outline *outline, const struct outline_text *text)
{
    ARRAY_ROOM(&outline->texts, 1);
    outline->texts.items[outline->texts.count++] = *text;
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
        box_add_point(&box, points[i]);
    return box;
}

enum status outline_add_line(struct outline *outline, const struct cubic *curves, size_t count)
{
    double length = path_length(curves, count);
    double wanted = fmax(2, fmin(OUTLINE_MOST, ceil(length / OUTLINE_STEP)));
    size_t steps = (size_t)wanted;
    ARRAY_ROOM(&outline->points, steps + 1);
    ARRAY_ROOM(&outline->lines, 1);
    struct point *points = outline->points.items + outline->points.count;
    sample(points, steps, length, curves, count);
    uint32_t edge = (uint32_t)outline->edges.count - 1;
    outline->lines.items[outline->lines.count++] =
        (struct outline_line){.edge = edge,
                              .first = (uint32_t)outline->points.count,
                              .count = (uint32_t)steps + 1,
                              .bounds = bounds(points, steps + 1),
                              .length = length};
    outline->edges.items[edge].line_count++;
    outline->points.count += steps + 1;
    return STATUS_OK;
}

const struct point *outline_points(const struct outline *outline, const struct outline_line *line)
{
    return outline->points.items + line->first;
}

/* The box that a browser gives to the text that svg_block draws. */
static struct box block_box(const struct text_block *block, struct point centre)
{
    double lines = (double)(block->count - 1) * block->size * METRICS_LINE / 2;
    double base = centre.y + block->size * 0.35;
    return (struct box){
        {centre.x - block->width / 2, base - lines - block->size * OUTLINE_ASCENT},
        {centre.x + block->width / 2, base + lines + block->size * OUTLINE_DESCENT}};
}

static enum status add_node(struct outline *outline, const struct scene_node *n, struct point at)
{
    struct outline_node node = {
        .shape = box_empty(), .text = box_empty(), .round = n->shape == SHAPE_ELLIPSE};
    box_add_box(&node.shape, at, n->width, n->height);
    if (n->name.count > 0) {
        node.text = block_box(&n->name, at);
        TRY(outline_add_text(outline, &(struct outline_text){n->name.size, node.text}));
    }
    return outline_add_node(outline, &node);
}

/* What is left of a line between its heads. CURVES has room for it. */
static enum status add_line(struct outline *outline, const struct scene *scene,
                            const struct layout *layout, uint32_t index, struct cubic *curves)
{
    const struct scene_line *line = &scene->lines[index];
    const struct layout_path *path = &layout->paths[index];
    unsigned weight = scene->relations[line->relation].weight;
    size_t first, last;
    memcpy(curves, layout->curves + path->first, path->count * sizeof *curves);
    head_trim(curves, path->count, line->tail, line->head, weight, &first, &last);
    return outline_add_line(outline, curves + first, last - first + 1);
}

static enum status add_relation(struct outline *outline, const struct scene *scene,
                                const struct layout *layout, size_t index, struct cubic *curves)
{
    const struct scene_relation *r = &scene->relations[index];
    TRY(outline_add_edge(outline));
    for (uint32_t i = 0; i < r->line_count; i++)
        TRY(add_line(outline, scene, layout, r->first_line + i, curves));
    if (r->label.count == 0)
        return STATUS_OK;
    struct box box = block_box(&r->label, layout->labels[index]);
    TRY(outline_add_text(outline, &(struct outline_text){r->label.size, box}));
    return outline_add_label(outline, &box);
}

static enum status add_all(struct outline *outline, const struct scene *scene,
                           const struct layout *layout, struct cubic *curves)
{
    outline->view = (struct box){{0, 0}, {layout->width, layout->height}};
    for (size_t i = 0; i < scene->relation_count; i++)
        TRY(add_relation(outline, scene, layout, i, curves));
    for (size_t i = 0; i < scene->node_count; i++)
        TRY(add_node(outline, &scene->nodes[i], layout->nodes[i]));
    return STATUS_OK;
}

enum status outline_from_layout(struct outline *outline, const struct scene *scene,
                                const struct layout *layout)
{
    size_t longest = 0;
    for (size_t i = 0; i < scene->line_count; i++)
        if (layout->paths[i].count > longest)
            longest = layout->paths[i].count;
    struct cubic *curves = malloc((longest + 1) * sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    enum status status = add_all(outline, scene, layout, curves);
    free(curves);
    return status;
}
