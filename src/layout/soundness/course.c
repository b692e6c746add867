/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/course.h"

#include <math.h>
#include <stdlib.h>

#include "layout/score/sampling.h"

static const double usual_step = 3;

/* The fewest steps of a line, and the most of all lines together, apart from these. */
enum { LEAST = 8, MOST_OF_ALL = 1000000 };

/* The same for all lines: a step that grew with the length of its line would let a long one hide
   something between two points. */
static double step_for(const double *lengths, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += lengths[i];
    return greater(usual_step, sum / MOST_OF_ALL);
}

static void measure(struct courses *courses, const struct layout *layout)
{
    const size_t count = courses->line_count;
    for (size_t i = 0; i < count; i++) {
        const struct layout_path *path = &layout->paths[i];
        courses->lengths[i] = sampling_length(layout->curves + path->first, path->count);
    }
    const double step = step_for(courses->lengths, count);
    for (size_t i = 0; i < count; i++) {
        const double steps = greater(ceil(courses->lengths[i] / step), LEAST);
        courses->first[i + 1] = courses->first[i] + (size_t)steps + 1;
    }
}

enum status courses_init(struct courses *courses, const struct layout *layout)
{
    const size_t count = layout->line_count;
    *courses = (struct courses){.first = calloc(count + 1, sizeof *courses->first),
                                .lengths = calloc(count + 1, sizeof *courses->lengths),
                                .line_count = count};
    if (courses->first != NULL && courses->lengths != NULL) {
        measure(courses, layout);
        courses->points = calloc(courses->first[count] + 1, sizeof *courses->points);
    }
    if (courses->points == NULL) {
        courses_clear(courses);
        return STATUS_MEMORY;
    }
    for (size_t i = 0; i < count; i++)
        sampling_points(courses->points + courses->first[i],
                        courses->first[i + 1] - courses->first[i] - 1, courses->lengths[i],
                        layout->curves + layout->paths[i].first, layout->paths[i].count);
    return STATUS_OK;
}

void courses_clear(struct courses *courses)
{
    free(courses->points);
    free(courses->first);
    free(courses->lengths);
    *courses = (struct courses){.line_count = 0};
}

struct course courses_of(const struct courses *courses, size_t line)
{
    const size_t first = courses->first[line], steps = courses->first[line + 1] - first - 1;
    return (struct course){courses->points + first, steps,
                           courses->lengths[line] / (double)steps};
}

static enum status index_line(const struct courses *courses, size_t line, struct grid *grid)
{
    for (size_t i = courses->first[line]; i + 1 < courses->first[line + 1]; i++) {
        struct box box = box_empty();
        box_add_point(&box, courses->points[i]);
        box_add_point(&box, courses->points[i + 1]);
        TRY(grid_put(grid, &box, (uint32_t)i, (uint32_t)line));
    }
    return STATUS_OK;
}

struct point course_at(const struct course *course, double length, bool at_end)
{
    const double steps = lesser(length / course->step, (double)course->steps);
    const size_t whole = steps < (double)course->steps ? (size_t)steps : course->steps - 1;
    const struct point *p = course->points + (at_end ? course->steps - whole : whole);
    return point_between(p[0], at_end ? p[-1] : p[1], steps - (double)whole);
}

enum status courses_index(const struct courses *courses, const struct box *page,
                          struct grid *grid)
{
    TRY(grid_init(grid, page, courses->first[courses->line_count]));
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < courses->line_count; i++)
        status = index_line(courses, i, grid);
    if (status != STATUS_OK)
        grid_clear(grid);
    return status;
}
