/* SPDX-License-Identifier: MIT */
/* The courses of all lines of a layout: points along each, at equal distances, from its start to
   its end. */
#ifndef LAYOUT_SOUNDNESS_COURSE_H
#define LAYOUT_SOUNDNESS_COURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/grid.h"
#include "scene/scene.h"

struct course {
    const struct point *points;
    size_t steps; /* there is one point more */
    double step;  /* the distance from point to point along the line */
};

struct courses {
    struct point *points;
    size_t *first; /* of each line, and the end */
    double *lengths;
    size_t line_count;
};

/* Samples the lines of LAYOUT, of which each has a path, at least every 3 points; if all together
   are longer than 3 million points, at least every millionth of that. Fails only with
   STATUS_MEMORY; unless it does, the caller clears COURSES. */
enum status courses_init(struct courses *courses, const struct layout *layout);
void courses_clear(struct courses *courses);

struct course courses_of(const struct courses *courses, size_t line);

/* The point of a course at LENGTH from its start or, if AT_END, from its end. */
struct point course_at(const struct course *course, double length, bool at_end);

/* Fills GRID, over PAGE, with the steps of all courses: the item of an entry is the index in
   POINTS of where the step begins, its owner is the line. Fails only with STATUS_MEMORY; unless
   it does, the caller clears GRID. */
enum status courses_index(const struct courses *courses, const struct box *page,
                          struct grid *grid);

#endif
