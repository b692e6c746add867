/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/score.h"

#include <math.h>

#include "layout/score/overlap.h"
#include "layout/score/tangle.h"

/* In px; score.h tells what for. */
static const double far = 14, least_seen = 12;
static const double page_width = 170 / 25.4 * 72, page_height = 240 / 25.4 * 72;

static struct box shrunken(const struct box *box, double x, double y)
{
    return (struct box){{box->low.x + x, box->low.y + y}, {box->high.x - x, box->high.y - y}};
}

static bool sticks_out(const struct box *box, const struct box *frame, double slack)
{
    return box->low.x < frame->low.x - slack || box->low.y < frame->low.y - slack ||
           box->high.x > frame->high.x + slack || box->high.y > frame->high.y + slack;
}

static void measure_nodes(const struct trace *trace, struct tangle *tangle, struct score *score)
{
    for (size_t i = 0; i < trace->nodes.count; i++) {
        const struct trace_node *node = &trace->nodes.items[i];
        const struct box *shape = &node->shape;
        double x = node->round ? (shape->high.x - shape->low.x) * 0.15 : 2;
        double y = node->round ? (shape->high.y - shape->low.y) * 0.15 : 2;
        struct box core = shrunken(shape, x, y);
        score->edge_node += tangle_through_node(tangle, &core, (uint32_t)i);
        for (size_t j = 0; j < i; j++)
            score->node_node += box_overlaps(shape, &trace->nodes.items[j].shape, 1);
        score->overflow += sticks_out(&node->text, shape, 1);
    }
}

static bool is_inside(struct point p, const struct box *box)
{
    return box->low.x < p.x && p.x < box->high.x && box->low.y < p.y && p.y < box->high.y;
}

/* Whether a label covers an end of its own line, or nearly all of it. */
static bool hides(const struct box *label, const struct point *points, size_t count)
{
    double seen = 0;
    bool met = false;
    for (size_t i = 0; i + 1 < count; i++) {
        met |= segment_meets(points + i, label);
        if (!is_inside(points[i], label) || !is_inside(points[i + 1], label))
            seen += point_distance(points[i], points[i + 1]);
    }
    return met && (seen < least_seen || is_inside(points[0], label) ||
                   is_inside(points[count - 1], label));
}

static void measure_own_lines(const struct trace *trace, const struct trace_label *label,
                              struct score *score)
{
    const struct trace_edge *edge = &trace->edges.items[label->edge];
    bool hidden = false;
    double least = HUGE_VAL;
    for (uint32_t i = 0; i < edge->line_count; i++) {
        const struct trace_line *line = &trace->lines.items[edge->first_line + i];
        const struct point *points = trace_points(trace, line);
        hidden |= box_overlaps(&line->bounds, &label->box, 0) &&
                  hides(&label->box, points, line->count);
        for (uint32_t j = 0; j < line->count; j++)
            least = fmin(least, box_gap(points[j], &label->box));
    }
    score->label_hides += hidden;
    score->label_far += edge->line_count > 0 && least > far * far;
}

static void measure_labels(const struct trace *trace, struct tangle *tangle, struct score *score)
{
    for (size_t i = 0; i < trace->labels.count; i++) {
        const struct trace_label *label = &trace->labels.items[i];
        struct box core = shrunken(&label->box, 1, 2);
        score->label_edge += tangle_through_label(tangle, &core, label->edge);
        for (size_t j = 0; j < trace->nodes.count; j++)
            score->label_node += box_overlaps(&label->box, &trace->nodes.items[j].shape, 0.5);
        for (size_t j = 0; j < i; j++)
            score->label_label += box_overlaps(&label->box, &trace->labels.items[j].box, 0.5);
        measure_own_lines(trace, label, score);
    }
}

static void measure_view(const struct trace *trace, struct score *score)
{
    double width = trace->view.high.x - trace->view.low.x;
    double height = trace->view.high.y - trace->view.low.y, smallest = HUGE_VAL;
    for (size_t i = 0; i < trace->nodes.count; i++)
        score->outside += sticks_out(&trace->nodes.items[i].shape, &trace->view, 0.5);
    for (size_t i = 0; i < trace->labels.count; i++)
        score->outside += sticks_out(&trace->labels.items[i].box, &trace->view, 0.5);
    for (size_t i = 0; i < trace->texts.count; i++) {
        score->outside += sticks_out(&trace->texts.items[i].box, &trace->view, 0.5);
        smallest = fmin(smallest, trace->texts.items[i].size);
    }
    if (!(width > 0) || !(height > 0))
        return;
    score->aspect = width / height;
    if (trace->texts.count > 0)
        score->smallest = smallest * fmin(page_width / width, page_height / height);
}

static void measure_lines(const struct trace *trace, struct score *score)
{
    for (size_t i = 0; i < trace->lines.count; i++) {
        const struct trace_line *line = &trace->lines.items[i];
        const struct point *points = trace_points(trace, line);
        score->length += line->length;
        score->bend += fmax(0, line->length - point_distance(points[0], points[line->count - 1]));
    }
}

static void count(const struct trace *trace, struct score *score)
{
    score->nodes = (unsigned)trace->nodes.count;
    score->edges = (unsigned)trace->edges.count;
    for (size_t i = 0; i < trace->edges.count; i++)
        score->labels += trace->edges.items[i].label_count > 0;
}

enum status score_trace(const struct trace *trace, struct score *score)
{
    struct tangle tangle;
    TRY(tangle_init(&tangle, trace));
    *score = (struct score){.crossings = tangle.crossings, .overlaid = tangle.overlaid};
    measure_nodes(trace, &tangle, score);
    measure_labels(trace, &tangle, score);
    measure_view(trace, score);
    measure_lines(trace, score);
    count(trace, score);
    tangle_clear(&tangle);
    return STATUS_OK;
}

enum status score_measure(const struct scene *scene, const struct layout *layout,
                          struct score *score)
{
    struct trace trace;
    trace_init(&trace);
    enum status status = trace_layout(&trace, scene, layout);
    if (status == STATUS_OK)
        status = score_trace(&trace, score);
    trace_clear(&trace);
    return status;
}

unsigned score_collisions(const struct score *score)
{
    return score->node_node + score->label_node + score->label_label + score->label_edge +
           score->edge_node + score->overlaid + score->label_far + score->label_hides +
           score->overflow + score->outside;
}
