/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/routing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/loop_fan.h"

/* The parameter, found by bisection, at which CURVE leaves the node at its end SIDE, 0 or 1, but
   at most LIMIT from there. */
static double leave(const struct cubic *curve, const struct scene_node *node, int side,
                    double limit)
{
    const struct point centre = curve->p[side == 0 ? 0 : 3];
    double inside = side, outside = fabs(side - limit);
    for (int i = 0; i < 30; i++) {
        double middle = (inside + outside) / 2;
        bool in =
            shape_holds(node->shape, centre, node->width, node->height, cubic_at(curve, middle));
        *(in ? &inside : &outside) = middle;
    }
    return outside;
}

/* The part of a curve from centre to centre that is between its nodes; if they overlap, that
   between the halves that each could have. */
static struct cubic clip(const struct cubic *curve, const struct scene_node *from,
                         const struct scene_node *to)
{
    static const double half = 0.5, farthest = 0.97;
    double t0 = leave(curve, from, 0, farthest), t1 = leave(curve, to, 1, farthest);
    if (t0 >= t1) {
        t0 = leave(curve, from, 0, half);
        t1 = leave(curve, to, 1, half);
    }
    return cubic_part(curve, t0, t1);
}

/* A curve from A to B that passes BEND points to the side of their midpoint. */
static struct cubic bent_curve(struct point a, struct point b, double bend)
{
    double length = point_distance(a, b);
    double x = length > 0 ? (a.y - b.y) / length * bend * 4 / 3 : 0;
    double y = length > 0 ? (b.x - a.x) / length * bend * 4 / 3 : 0;
    struct point c = point_between(a, b, 1.0 / 3), d = point_between(a, b, 2.0 / 3);
    return (struct cubic){{a, {c.x + x, c.y + y}, {d.x + x, d.y + y}, b}};
}

static int compare_pairs(const void *a, const void *b)
{
    const struct routing_pair *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

struct routing_pair *routing_sort_pairs(const struct scene *scene)
{
    struct routing_pair *pairs = malloc((scene->line_count + 1) * sizeof *pairs);
    if (pairs == NULL)
        return NULL;
    for (uint32_t i = 0; i < scene->line_count; i++) {
        uint32_t a = scene->lines[i].from, b = scene->lines[i].to;
        pairs[i] = (struct routing_pair){a < b ? a : b, a < b ? b : a, i};
    }
    qsort(pairs, scene->line_count, sizeof *pairs, compare_pairs);
    return pairs;
}

size_t routing_count_lines(const struct routing_pair *pairs, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (pairs[i].low != pairs->low || pairs[i].high != pairs->high)
            return i;
    return count;
}

/* Routes the COUNT loops of one node, each in a place of its own. */
static enum status add_loops(struct layout *layout, const struct scene *scene,
                             const struct routing_pair *pairs, size_t count)
{
    struct loop_fan fan;
    loop_fan_begin(&fan, layout, scene, pairs->low, count);
    for (size_t i = 0; i < count; i++) {
        const struct cubic loop = loop_fan_next(&fan, pairs[i].line);
        TRY(layout_add_curve(layout, pairs[i].line, &loop));
    }
    return STATUS_OK;
}

/* Routes the COUNT lines of one pair of nodes, 18 points apart at their middles. */
static enum status add_fan(struct layout *layout, const struct scene *scene,
                           const struct routing_pair *pairs, size_t count)
{
    static const double spacing = 18;
    if (pairs->low == pairs->high)
        return add_loops(layout, scene, pairs, count);
    for (size_t i = 0; i < count; i++) {
        const struct scene_line *line = &scene->lines[pairs[i].line];
        double bend = ((double)i - (double)(count - 1) / 2) * spacing;
        if (line->from > line->to)
            bend = -bend;
        struct cubic curve = bent_curve(layout->nodes[line->from], layout->nodes[line->to], bend);
        curve = clip(&curve, &scene->nodes[line->from], &scene->nodes[line->to]);
        TRY(layout_add_curve(layout, pairs[i].line, &curve));
    }
    return STATUS_OK;
}

static enum status add_fans(struct layout *layout, const struct scene *scene,
                            const struct routing_pair *pairs)
{
    size_t count;
    for (size_t i = 0; i < scene->line_count; i += count) {
        count = routing_count_lines(pairs + i, scene->line_count - i);
        TRY(add_fan(layout, scene, pairs + i, count));
    }
    return STATUS_OK;
}

/* What the lines of a layout had before they are routed again. */
struct routing_old {
    struct cubic *curves;
    struct layout_path *paths;
};

/* Takes the curves and paths out of LAYOUT. */
static enum status take_out(struct layout *layout, struct routing_old *old)
{
    const size_t size = layout->line_count * sizeof *layout->paths;
    *old = (struct routing_old){layout->curves, malloc(size + 1)};
    layout->curves = NULL;
    layout->curve_count = layout->curve_capacity = 0;
    if (old->paths == NULL)
        return STATUS_MEMORY;
    memcpy(old->paths, layout->paths, size);
    memset(layout->paths, 0, size);
    return STATUS_OK;
}

static enum status put_back(struct layout *layout, const struct routing_old *old, uint32_t line)
{
    for (uint32_t i = 0; i < old->paths[line].count; i++)
        TRY(layout_add_curve(layout, line, &old->curves[old->paths[line].first + i]));
    return STATUS_OK;
}

/* Moves the labels of ties whose first lines are among COUNT to the middles of these. */
static void place_labels(struct layout *layout, const struct scene *scene,
                         const struct routing_pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const uint32_t tie = scene->lines[pairs[i].line].tie;
        if (scene->ties[tie].first_line == pairs[i].line)
            layout->labels[tie] = layout_middle(layout, pairs[i].line);
    }
}

/* Routes COUNT lines between the same nodes, if one of them is CHOSEN. */
static enum status route_again(struct layout *layout, const struct scene *scene,
                               const struct routing_old *old, const struct routing_pair *pairs,
                               size_t count, const bool *chosen)
{
    for (size_t i = 0; i < count; i++)
        if (chosen[pairs[i].line]) {
            TRY(add_fan(layout, scene, pairs, count));
            place_labels(layout, scene, pairs, count);
            return STATUS_OK;
        }
    for (size_t i = 0; i < count; i++)
        TRY(put_back(layout, old, pairs[i].line));
    return STATUS_OK;
}

enum status routing_fan_out(struct layout *layout, const struct scene *scene, const bool *chosen)
{
    struct routing_old old;
    struct routing_pair *pairs = routing_sort_pairs(scene);
    enum status status = take_out(layout, &old);
    if (pairs == NULL)
        status = STATUS_MEMORY;
    for (size_t i = 0, count; status == STATUS_OK && i < scene->line_count; i += count) {
        count = routing_count_lines(pairs + i, scene->line_count - i);
        status = route_again(layout, scene, &old, pairs + i, count, chosen);
    }
    free(old.curves);
    free(old.paths);
    free(pairs);
    return status;
}

enum status routing_straight(struct layout *layout, const struct scene *scene)
{
    struct routing_pair *pairs = routing_sort_pairs(scene);
    if (pairs == NULL)
        return STATUS_MEMORY;
    layout->curve_count = 0;
    memset(layout->paths, 0, layout->line_count * sizeof *layout->paths);
    enum status status = add_fans(layout, scene, pairs);
    free(pairs);
    for (size_t i = 0; status == STATUS_OK && i < scene->tie_count; i++) {
        const struct layout_path *path = &layout->paths[scene->ties[i].first_line];
        layout->labels[i] = cubic_at(&layout->curves[path->first], 0.5);
    }
    return status;
}
