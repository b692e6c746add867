/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/visibility.h"

#include <math.h>

#include "layout/head.h"
#include "layout/intersection.h"

/* A line lies on another one that is within OVERLAID points and runs in the same direction, or
   the opposite one, up to an angle with the cosine PARALLEL. */
static const double overlaid = 1.5, parallel = 0.97;

/* Nobody can follow a line where there are so many steps of others. */
enum { CROWDED = 1000 };

/* The width of a head is at most this share of its length, or that of a tee, which is short. */
static const double widest = 0.9;

/* The head of a line: its tip, the way from there along the line, and its size. */
struct head_place {
    struct point tip, way;
    double length; /* 0: no head */
};

static struct head_place head_place(const struct visibility *v, uint32_t line, bool at_end)
{
    const struct scene_line *l = &v->scene->lines[line];
    const struct course course = courses_of(v->courses, line);
    const double length = head_length(at_end ? l->head : l->tail, v->scene->ties[l->tie].weight);
    const struct point tip = course_at(&course, 0, at_end);
    return (struct head_place){tip, point_direction(tip, course_at(&course, length, at_end)),
                               length};
}

enum status visibility_init(struct visibility *v, const struct layout *layout,
                            const struct scene *scene, const struct courses *courses,
                            const struct grid *nodes)
{
    const struct box page = {{0, 0}, {layout->width, layout->height}};
    *v =
        (struct visibility){.layout = layout, .scene = scene, .courses = courses, .nodes = nodes};
    return courses_index(courses, &page, &v->lines);
}

void visibility_clear(struct visibility *v)
{
    grid_clear(&v->lines);
}

static bool is_behind_node(const struct visibility *v, struct point point)
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

/* Whether another tie's line lies on the step from P[0] to P[1] of a line. */
static bool is_overlaid(const struct visibility *v, uint32_t line, const struct point *p)
{
    const struct point middle = point_between(p[0], p[1], 0.5), way = point_direction(p[0], p[1]);
    const struct box box = box_around(middle, 2 * overlaid, 2 * overlaid);
    struct grid_walk walk = grid_walk(&v->lines, &box);
    const struct grid_entry *entry;
    for (int seen = 0; (entry = grid_next(&walk)) != NULL; seen++) {
        const struct point *s = v->courses->points + entry->item;
        if (seen == CROWDED)
            return true;
        if (v->scene->lines[entry->owner].tie != v->scene->lines[line].tie &&
            point_segment_square(middle, s[0], s[1]) < overlaid * overlaid &&
            fabs(point_product(way, point_direction(s[0], s[1]))) > parallel)
            return true;
    }
    return false;
}

double visibility_of_line(const struct visibility *v, uint32_t line)
{
    enum { PARTS = 4 }; /* of a step */
    const struct course course = courses_of(v->courses, line);
    size_t visible = 0;
    for (size_t i = 0; i < course.steps; i++) {
        const struct point *p = course.points + i;
        int parts = 0;
        for (int part = 0; part < PARTS; part++)
            parts += !is_behind_node(v, point_between(p[0], p[1], (part + 0.5) / PARTS));
        visible += parts > 0 && !is_overlaid(v, line, p) ? (size_t)parts : 0;
    }
    return (double)visible * course.step / PARTS;
}

double visibility_of_head(const struct visibility *v, uint32_t line, bool at_end)
{
    enum { ROWS = 4, COLUMNS = 5 };
    const struct head_place head = head_place(v, line, at_end);
    int visible = 0;
    if (head.length <= 0)
        return 1;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++) {
            const double along = (row + 0.5) / ROWS * head.length;
            const double aside = ((column + 0.5) / COLUMNS - 0.5) * widest * head.length;
            const struct point point = {head.tip.x + head.way.x * along - head.way.y * aside,
                                        head.tip.y + head.way.y * along + head.way.x * aside};
            visible += !is_behind_node(v, point);
        }
    return (double)visible / (ROWS * COLUMNS);
}
