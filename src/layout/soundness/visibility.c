/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/visibility.h"

#include "layout/head.h"

static bool is_hidden(const struct visibility *v, struct point point)
{
    const struct box box = box_around(point, 0, 0);
    struct grid_walk walk = grid_walk(v->nodes, &box);
    const struct grid_entry *entry;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct scene_node *n = &v->scene->nodes[entry->item];
        if (shape_holds(n->shape, v->layout->nodes[entry->item], n->width, n->height, point))
            return true;
    }
    return false;
}

double visibility_of_line(const struct visibility *v, const struct course *course)
{
    enum { PARTS = 4 }; /* of a step */
    size_t visible = 0;
    for (size_t i = 0; i < course->steps; i++)
        for (int part = 0; part < PARTS; part++)
            visible += !is_hidden(
                v, point_between(course->points[i], course->points[i + 1], (part + 0.5) / PARTS));
    return (double)visible * course->step / PARTS;
}

/* The point of a course at LENGTH from its start or, if AT_END, from its end. */
static struct point point_at(const struct course *course, double length, bool at_end)
{
    const double steps = lesser(length / course->step, (double)course->steps);
    const size_t whole = steps < (double)course->steps ? (size_t)steps : course->steps - 1;
    const struct point *p = course->points + (at_end ? course->steps - whole : whole);
    return point_between(p[0], at_end ? p[-1] : p[1], steps - (double)whole);
}

double visibility_of_head(const struct visibility *v, uint32_t line, const struct course *course,
                          bool at_end)
{
    enum { ROWS = 4, COLUMNS = 5 };
    const struct scene_line *l = &v->scene->lines[line];
    const struct head_outline head =
        head_outline(at_end ? l->head : l->tail, v->scene->ties[l->tie].weight);
    if (head.count == 0)
        return 1;
    const struct point tip = point_at(course, 0, at_end);
    const struct point way = point_direction(tip, point_at(course, head.length, at_end));
    int visible = 0;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            const double along = (row + 0.5) / ROWS * head.length;
            const double aside = ((column + 0.5) / COLUMNS - 0.5) * 0.8 * head.length;
            visible += !is_hidden(v, (struct point){tip.x + way.x * along - way.y * aside,
                                                    tip.y + way.y * along + way.x * aside});
        }
    return (double)visible / (ROWS * COLUMNS);
}
