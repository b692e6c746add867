/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "picture/stroke.h"
#include "system/array.h"

static const double spacing = 4, smallest_cell = 12;

/* A course is walked in steps of about this length to find its samples. */
static const double pace = 2;

static enum status add_point(struct trace *trace, uint32_t line, struct point point)
{
    struct point *points = array_room(trace->points, trace->point_count, 1,
                                      &trace->point_capacity, sizeof *points);
    if (points == NULL)
        return STATUS_MEMORY;
    trace->points = points;
    uint32_t *line_of = array_room(trace->line_of, trace->point_count, 1,
                                   &trace->line_of_capacity, sizeof *line_of);
    if (line_of == NULL)
        return STATUS_MEMORY;
    trace->line_of = line_of;
    points[trace->point_count] = point;
    line_of[trace->point_count++] = line;
    trace->lines[line].count++;
    return STATUS_OK;
}

/* The course of curves as a polyline of short paces. */
struct walk {
    struct point *points;
    size_t count, capacity;
    double length;
};

static enum status walk_curve(struct walk *walk, const struct cubic *curve)
{
    double bound = 0; /* a curve is no longer than its control polygon */
    for (int i = 0; i < 3; i++)
        bound += point_distance(curve->p[i], curve->p[i + 1]);
    size_t steps = (size_t)fmax(ceil(bound / pace), 8);
    struct point *points =
        array_room(walk->points, walk->count, steps + 1, &walk->capacity, sizeof *points);
    if (points == NULL)
        return STATUS_MEMORY;
    walk->points = points;
    for (size_t i = walk->count == 0 ? 0 : 1; i <= steps; i++) {
        struct point point = cubic_at(curve, (double)i / (double)steps);
        if (walk->count > 0)
            walk->length += point_distance(points[walk->count - 1], point);
        points[walk->count++] = point;
    }
    return STATUS_OK;
}

/* Samples of equal distance along the walk, its ends among them. */
static enum status sample_walk(struct trace *trace, uint32_t line, const struct walk *walk)
{
    size_t count = (size_t)fmax(ceil(walk->length / spacing), 2), next = 1;
    double step = walk->length / (double)count, gone = 0;
    TRY(add_point(trace, line, walk->points[0]));
    for (size_t i = 1; i < walk->count; i++) {
        struct point a = walk->points[i - 1], b = walk->points[i];
        double pace_length = point_distance(a, b);
        for (; next < count && step * (double)next <= gone + pace_length; next++) {
            double share = pace_length > 0 ? (step * (double)next - gone) / pace_length : 0;
            TRY(add_point(trace, line, point_between(a, b, share)));
        }
        gone += pace_length;
    }
    return add_point(trace, line, walk->points[walk->count - 1]);
}

static enum status trace_line(struct trace *trace, const struct scene *scene, uint32_t index,
                              struct cubic *curves, size_t count, struct walk *walk)
{
    const struct scene_line *line = &scene->lines[index];
    const struct scene_relation *relation = &scene->relations[line->relation];
    const struct stroke stroke = {
        .weight = relation->weight, .tail = line->tail, .head = line->head};
    size_t first, last;
    stroke_trim(&stroke, curves, count, &first, &last);
    walk->count = 0;
    walk->length = 0;
    for (size_t i = first; i <= last; i++)
        TRY(walk_curve(walk, &curves[i]));
    trace->lines[index].first = (uint32_t)trace->point_count;
    return sample_walk(trace, index, walk);
}

static enum status trace_lines(struct trace *trace, const struct scene *scene,
                               const struct layout *layout)
{
    struct walk walk = {.count = 0};
    struct cubic *curves = malloc((layout->curve_count + 1) * sizeof *curves);
    enum status status = curves == NULL ? STATUS_MEMORY : STATUS_OK;
    for (uint32_t i = 0; status == STATUS_OK && i < layout->line_count; i++) {
        const struct course *course = &layout->courses[i];
        memcpy(curves, layout->curves + course->first, course->count * sizeof *curves);
        status = trace_line(trace, scene, i, curves, course->count, &walk);
    }
    free(curves);
    free(walk.points);
    return status;
}

/* Cells that are not many more than the stretches that fill them. */
static void size_grid(struct trace *trace)
{
    struct box box = box_empty();
    box_take(&box, (struct point){0, 0});
    for (size_t i = 0; i < trace->point_count; i++)
        box_take(&box, trace->points[i]);
    double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
    double most = 4 * (double)trace->point_count + 1024;
    trace->corner = box.low;
    trace->cell = fmax(smallest_cell, fmax(width, height) / 4096);
    while ((width / trace->cell + 1) * (height / trace->cell + 1) > most)
        trace->cell *= 2;
    trace->columns = (size_t)(width / trace->cell) + 1;
    trace->rows = (size_t)(height / trace->cell) + 1;
}

static size_t cell_at(double offset, double cell, size_t count)
{
    double index = floor(offset / cell);
    return index <= 0 ? 0 : index >= (double)count ? count - 1 : (size_t)index;
}

struct trace_cells trace_cells(const struct trace *trace, const struct box *box)
{
    return (struct trace_cells){
        cell_at(box->low.x - trace->corner.x, trace->cell, trace->columns),
        cell_at(box->high.x - trace->corner.x, trace->cell, trace->columns),
        cell_at(box->low.y - trace->corner.y, trace->cell, trace->rows),
        cell_at(box->high.y - trace->corner.y, trace->cell, trace->rows)};
}

const uint32_t *trace_stretches(const struct trace *trace, size_t column, size_t row,
                                size_t *count)
{
    size_t cell = row * trace->columns + column;
    *count = trace->starts[cell + 1] - trace->starts[cell];
    return trace->stretches + trace->starts[cell];
}

static struct trace_cells cells_of_stretch(const struct trace *trace, size_t index)
{
    struct point a = trace->points[index], b = trace->points[index + 1];
    const struct box box = {{fmin(a.x, b.x) - TRACE_REACH, fmin(a.y, b.y) - TRACE_REACH},
                            {fmax(a.x, b.x) + TRACE_REACH, fmax(a.y, b.y) + TRACE_REACH}};
    return trace_cells(trace, &box);
}

/* Counts the stretches of each cell, one place further on; or, in a second round, puts them where
   the sums of those counts say. */
static void fill_cells(struct trace *trace, uint32_t *at)
{
    for (size_t i = 0; i + 1 < trace->point_count; i++) {
        if (trace->line_of[i] != trace->line_of[i + 1])
            continue;
        struct trace_cells cells = cells_of_stretch(trace, i);
        for (size_t row = cells.low_row; row <= cells.high_row; row++)
            for (size_t column = cells.low_column; column <= cells.high_column; column++) {
                uint32_t *cell = &at[row * trace->columns + column];
                if (trace->stretches != NULL)
                    trace->stretches[*cell] = (uint32_t)i;
                ++*cell;
            }
    }
}

/* A counting sort: after the second round each cell's mark stands where the next begins. */
static enum status make_grid(struct trace *trace)
{
    size_grid(trace);
    size_t cells = trace->columns * trace->rows;
    trace->starts = calloc(cells + 2, sizeof *trace->starts);
    if (trace->starts == NULL)
        return STATUS_MEMORY;
    fill_cells(trace, trace->starts + 2);
    for (size_t i = 2; i < cells + 2; i++)
        trace->starts[i] += trace->starts[i - 1];
    trace->stretches = malloc((trace->starts[cells + 1] + 1) * sizeof *trace->stretches);
    if (trace->stretches == NULL)
        return STATUS_MEMORY;
    fill_cells(trace, trace->starts + 1);
    return STATUS_OK;
}

enum status trace_init(struct trace *trace, const struct scene *scene,
                       const struct layout *layout)
{
    *trace = (struct trace){.line_count = layout->line_count};
    trace->lines = calloc(layout->line_count + 1, sizeof *trace->lines);
    enum status status = trace->lines == NULL ? STATUS_MEMORY : STATUS_OK;
    if (status == STATUS_OK)
        status = trace_lines(trace, scene, layout);
    if (status == STATUS_OK)
        status = make_grid(trace);
    if (status != STATUS_OK)
        trace_clear(trace);
    return status;
}

void trace_clear(struct trace *trace)
{
    free(trace->lines);
    free(trace->points);
    free(trace->line_of);
    free(trace->starts);
    free(trace->stretches);
    *trace = (struct trace){.line_count = 0};
}
