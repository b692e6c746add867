/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/tangle.h"

#include <math.h>
#include <stdlib.h>

#include "layout/score/overlap.h"

/* In px; score.h tells what for. */
static const double common_reach = 18, least_overlaid = 12, touching = 0.75;

/* By this much one of two lines is moved, so that lines that cross exactly on a sample are seen
   to cross. */
static const struct point nudge = {0.0031, 0.0017};

/* The node that is nearest to POINT. */
static uint32_t nearest(const struct trace *trace, struct point point)
{
    uint32_t best = UINT32_MAX;
    double least = HUGE_VAL;
    for (size_t i = 0; i < trace->nodes.count; i++) {
        double here = box_gap(point, &trace->nodes.items[i].shape);
        if (here < least) {
            least = here;
            best = (uint32_t)i;
        }
    }
    return best;
}

static void find_ends(struct tangle *tangle)
{
    for (size_t i = 0; i < tangle->trace->lines.count; i++) {
        const struct trace_line *line = &tangle->trace->lines.items[i];
        const struct point *points = trace_points(tangle->trace, line);
        tangle->ends[2 * i] = nearest(tangle->trace, points[0]);
        tangle->ends[2 * i + 1] = nearest(tangle->trace, points[line->count - 1]);
    }
}

static bool ends_at(const struct tangle *tangle, const struct trace_edge *edge, uint32_t node)
{
    for (uint32_t i = 2 * edge->first_line; i < 2 * (edge->first_line + edge->line_count); i++)
        if (tangle->ends[i] == node)
            return true;
    return false;
}

static bool have_common_end(const struct tangle *tangle, const struct trace_edge *a,
                            const struct trace_edge *b)
{
    for (uint32_t i = 2 * a->first_line; i < 2 * (a->first_line + a->line_count); i++)
        if (ends_at(tangle, b, tangle->ends[i]))
            return true;
    return false;
}

static bool is_near_end(const struct trace *trace, const struct trace_edge *edge,
                        struct point point)
{
    for (uint32_t i = 0; i < edge->line_count; i++) {
        const struct trace_line *line = &trace->lines.items[edge->first_line + i];
        const struct point *points = trace_points(trace, line);
        for (int last = 0; last <= 1; last++) {
            struct point end = points[last == 1 ? line->count - 1 : 0];
            if (fabs(point.x - end.x) < common_reach && fabs(point.y - end.y) < common_reach)
                return true;
        }
    }
    return false;
}

/* Whether edges A and B are allowed to meet at POINT, which is on A. */
static bool is_excused(const struct tangle *tangle, uint32_t a, uint32_t b, struct point point)
{
    const struct trace_edge *edges = tangle->trace->edges.items;
    return is_near_end(tangle->trace, &edges[a], point) &&
           have_common_end(tangle, &edges[a], &edges[b]);
}

static struct box segment_box(const struct point *s, double margin)
{
    return (struct box){{fmin(s[0].x, s[1].x) - margin, fmin(s[0].y, s[1].y) - margin},
                        {fmax(s[0].x, s[1].x) + margin, fmax(s[0].y, s[1].y) + margin}};
}

static enum status put_line(struct tangle *tangle, uint32_t line)
{
    const struct trace_line *l = &tangle->trace->lines.items[line];
    for (uint32_t i = l->first; i + 1 < l->first + l->count; i++) {
        struct box box = segment_box(tangle->trace->points.items + i, touching + 0.05);
        TRY(grid_put(&tangle->grid, &box, i, line));
    }
    return STATUS_OK;
}

static struct point nudged(struct point p)
{
    return (struct point){p.x + nudge.x, p.y + nudge.y};
}

/* Counts the earlier edges that the segment at point AT of LINE crosses. */
static void cross_segment(struct tangle *tangle, const struct trace_line *line, uint32_t at)
{
    const struct trace *trace = tangle->trace;
    const struct point *s = trace->points.items + at;
    const struct grid_entry *entry;
    struct box box = segment_box(s, 0);
    struct grid_walk walk = grid_walk(&tangle->grid, &box);
    while ((entry = grid_next(&walk)) != NULL) {
        const struct trace_line *other = &trace->lines.items[entry->owner];
        const struct point *t = trace->points.items + entry->item;
        if (tangle->crosses[other->edge] == line->edge + 1 ||
            !segments_cross(s[0], s[1], nudged(t[0]), nudged(t[1])) ||
            !box_overlaps(&line->bounds, &other->bounds, 0) ||
            is_excused(tangle, line->edge, other->edge, s[0]))
            continue;
        tangle->crosses[other->edge] = line->edge + 1;
        tangle->crossings++;
    }
}

static bool is_touching(struct point p, const struct point *s)
{
    double x = s[1].x - s[0].x, y = s[1].y - s[0].y, square = x * x + y * y;
    double t = square > 0 ? ((p.x - s[0].x) * x + (p.y - s[0].y) * y) / square : 0;
    t = fmax(0, fmin(1, t));
    double u = s[0].x + t * x - p.x, v = s[0].y + t * y - p.y;
    return u * u + v * v < touching * touching;
}

/* Goes on with the run of sample AT of LINE along another line. */
static void run_on(struct tangle *tangle, const struct trace_line *line, uint32_t at,
                   uint32_t other)
{
    const struct point *p = tangle->trace->points.items + at;
    struct tangle_run *run = &tangle->runs[other];
    uint32_t edge = tangle->trace->lines.items[other].edge;
    bool goes_on = at > line->first && run->sample == at - 1;
    run->length = goes_on ? run->length + point_distance(p[-1], p[0]) : 0;
    run->sample = at;
    if (run->length >= least_overlaid && tangle->overlies[edge] != line->edge + 1) {
        tangle->overlies[edge] = line->edge + 1;
        tangle->overlaid++;
    }
}

/* Counts the earlier edges that have run along LINE up to sample AT. */
static void overlie_sample(struct tangle *tangle, const struct trace_line *line, uint32_t at)
{
    struct point p = tangle->trace->points.items[at];
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&tangle->grid, &(struct box){p, p});
    while ((entry = grid_next(&walk)) != NULL) {
        uint32_t other = entry->owner;
        if (tangle->runs[other].sample != at &&
            is_touching(p, tangle->trace->points.items + entry->item) &&
            !is_excused(tangle, line->edge, tangle->trace->lines.items[other].edge, p))
            run_on(tangle, line, at, other);
    }
}

static void compare_line(struct tangle *tangle, const struct trace_line *line)
{
    for (uint32_t i = 0; i < line->count; i++) {
        overlie_sample(tangle, line, line->first + i);
        if (i + 1 < line->count)
            cross_segment(tangle, line, line->first + i);
    }
}

/* Each edge against those before it, which are in the grid. */
static enum status compare_edges(struct tangle *tangle)
{
    for (size_t i = 0; i < tangle->trace->edges.count; i++) {
        const struct trace_edge *edge = &tangle->trace->edges.items[i];
        for (uint32_t j = 0; j < edge->line_count; j++)
            compare_line(tangle, &tangle->trace->lines.items[edge->first_line + j]);
        for (uint32_t j = 0; j < edge->line_count; j++)
            TRY(put_line(tangle, edge->first_line + j));
    }
    return STATUS_OK;
}

/* Whether EDGE has a right to run through what is WHOSE: a node's number, or an edge's. */
typedef bool excuse(const struct tangle *tangle, uint32_t edge, uint32_t whose);

static bool ends_there(const struct tangle *tangle, uint32_t edge, uint32_t node)
{
    return ends_at(tangle, &tangle->trace->edges.items[edge], node);
}

static bool is_same(const struct tangle *tangle, uint32_t edge, uint32_t other)
{
    (void)tangle;
    return edge == other;
}

static unsigned count_through(struct tangle *tangle, const struct box *box, excuse *has_right,
                              uint32_t whose)
{
    const struct trace *trace = tangle->trace;
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&tangle->grid, box);
    unsigned count = 0;
    tangle->question++;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct trace_line *line = &trace->lines.items[entry->owner];
        if (tangle->met[line->edge] == tangle->question || !box_overlaps(&line->bounds, box, 0) ||
            !segment_meets(trace->points.items + entry->item, box) ||
            has_right(tangle, line->edge, whose))
            continue;
        tangle->met[line->edge] = tangle->question;
        count++;
    }
    return count;
}

unsigned tangle_through_node(struct tangle *tangle, const struct box *box, uint32_t node)
{
    return count_through(tangle, box, ends_there, node);
}

unsigned tangle_through_label(struct tangle *tangle, const struct box *box, uint32_t edge)
{
    return count_through(tangle, box, is_same, edge);
}

static struct box extent(const struct trace *trace)
{
    struct box box = trace->lines.count > 0 ? box_empty() : trace->view;
    for (size_t i = 0; i < trace->lines.count; i++) {
        box_take(&box, trace->lines.items[i].bounds.low);
        box_take(&box, trace->lines.items[i].bounds.high);
    }
    return box;
}

static enum status reserve(struct tangle *tangle, size_t lines, size_t edges)
{
    tangle->ends = calloc(2 * lines + 1, sizeof *tangle->ends);
    tangle->runs = calloc(lines + 1, sizeof *tangle->runs);
    tangle->crosses = calloc(edges + 1, sizeof *tangle->crosses);
    tangle->overlies = calloc(edges + 1, sizeof *tangle->overlies);
    tangle->met = calloc(edges + 1, sizeof *tangle->met);
    bool enough = tangle->ends != NULL && tangle->runs != NULL && tangle->crosses != NULL &&
                  tangle->overlies != NULL && tangle->met != NULL;
    for (size_t i = 0; enough && i < lines; i++)
        tangle->runs[i].sample = UINT32_MAX;
    return enough ? STATUS_OK : STATUS_MEMORY;
}

enum status tangle_init(struct tangle *tangle, const struct trace *trace)
{
    const struct box box = extent(trace);
    *tangle = (struct tangle){.trace = trace};
    enum status status = reserve(tangle, trace->lines.count, trace->edges.count);
    if (status == STATUS_OK)
        status = grid_init(&tangle->grid, &box, trace->points.count);
    if (status == STATUS_OK) {
        find_ends(tangle);
        status = compare_edges(tangle);
    }
    if (status != STATUS_OK)
        tangle_clear(tangle);
    return status;
}

void tangle_clear(struct tangle *tangle)
{
    grid_clear(&tangle->grid);
    free(tangle->ends);
    free(tangle->runs);
    free(tangle->crosses);
    free(tangle->overlies);
    free(tangle->met);
    *tangle = (struct tangle){.trace = NULL};
}
