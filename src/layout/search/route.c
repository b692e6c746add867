/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/route.h"

#include <assert.h>
#include <math.h>

#include "layout/loop.h"

/* The curve from port to port. As a cubic curve, its control points are moved by SWAY to opposite
   sides. */
struct route_arc {
    struct point a, control, b, sway;
};

static bool is_straight(const struct route *route)
{
    return fabs(route->bend) < 0.5 && fabs(route->sway) < 0.5;
}

static struct route_arc arc_of(const struct route *route, const struct route_end ends[2])
{
    struct point a = ends[0].centre, b = ends[1].centre;
    a = (struct point){a.x + route->ports[0].x, a.y + route->ports[0].y};
    b = (struct point){b.x + route->ports[1].x, b.y + route->ports[1].y};
    double x = b.x - a.x, y = b.y - a.y, length = sqrt(x * x + y * y);
    bool curved = length > 0 && !is_straight(route);
    double side = curved ? 2 * route->bend / length : 0, sway = curved ? route->sway / length : 0;
    return (struct route_arc){
        a, {(a.x + b.x) / 2 - y * side, (a.y + b.y) / 2 + x * side}, b, {-y * sway, x * sway}};
}

static struct point arc_at(const struct route_arc *arc, double t)
{
    double u = 1 - t, a = u * u, c = 2 * u * t, b = t * t, swayed = 3 * u * t * (u - t);
    return (struct point){a * arc->a.x + c * arc->control.x + b * arc->b.x + swayed * arc->sway.x,
                          a * arc->a.y + c * arc->control.y + b * arc->b.y +
                              swayed * arc->sway.y};
}

/* How far along a line a node may reach: half, so that a placement that changes step by step
   never loses a line; farther in a finished one, so that heads are at the border of their nodes.
 */
static const double half = 0.5, farthest = 0.97;

static bool is_inside(const struct route_arc *arc, const struct route_end *end, double t)
{
    return shape_holds(end->node->shape, end->centre, end->node->width * end->growth,
                       end->node->height * end->growth, arc_at(arc, t));
}

/* An arc may leave its node, graze a corner, and leave it again: the last of so many parameters,
   up to LIMIT from the end T, at which it is inside; T if it is at none. */
static double last_inside(const struct route_arc *arc, const struct route_end *end, double t,
                          double limit, double *next)
{
    enum { SAMPLES = 32 };
    const double step = (fabs(t - limit) - t) / SAMPLES;
    int last = SAMPLES - 1;
    while (last > 0 && !is_inside(arc, end, t + step * last))
        last--;
    *next = t + step * (last + 1);
    return t + step * last;
}

/* The parameter, found by bisection, at which the arc leaves the node at its end T, 0 or 1, but
   at most LIMIT from there: for the last time if the line is FINISHED. */
static double leave_curved(const struct route_arc *arc, const struct route_end *end, double t,
                           double limit, bool finished)
{
    double inside = t, outside = fabs(t - limit);
    if (finished)
        inside = last_inside(arc, end, t, limit, &outside);
    for (int i = 0; i < 12; i++) {
        double middle = (inside + outside) / 2;
        *(is_inside(arc, end, middle) ? &inside : &outside) = middle;
    }
    return outside;
}

static double leave_circle(struct point from, double x, double y)
{
    double a = x * x + y * y, b = from.x * x + from.y * y;
    double c = from.x * from.x + from.y * from.y - 1;
    return a > 0 && c < 0 ? (sqrt(b * b - a * c) - b) / a : 0;
}

static double leave_square(struct point from, double x, double y)
{
    double across = x == 0 ? HUGE_VAL : ((x > 0 ? 1 : -1) - from.x) / x;
    double down = y == 0 ? HUGE_VAL : ((y > 0 ? 1 : -1) - from.y) / y;
    return lesser(across, down);
}

/* The fraction of the vector X,Y, starting at FROM, at which it leaves a shape two units wide and
   high. FROM is in the shape; in a diamond, it is the centre. */
static double leave_unit_shape(enum style_shape shape, struct point from, double x, double y)
{
    switch (shape) {
    case SHAPE_BOX:
    case SHAPE_ROUNDED:
    case SHAPE_NOTE: return leave_square(from, x, y);
    case SHAPE_ELLIPSE: return leave_circle(from, x, y);
    case SHAPE_DIAMOND: return 1 / greater(fabs(x) + fabs(y), 1e-9);
    }
    assert(!"a shape");
    return 0;
}

static double leave_straight(const struct route *route, const struct route_arc *arc,
                             const struct route_end *end, int index, double limit)
{
    const struct scene_node *n = end->node;
    double width = n->width * end->growth / 2, height = n->height * end->growth / 2;
    double sign = index == 0 ? 1 : -1;
    struct point from = {route->ports[index].x / width, route->ports[index].y / height};
    double share = leave_unit_shape(n->shape, from, sign * (arc->b.x - arc->a.x) / width,
                                    sign * (arc->b.y - arc->a.y) / height);
    share = lesser(share, limit);
    return index == 0 ? share : 1 - share;
}

static double leave(const struct route *route, const struct route_arc *arc,
                    const struct route_end ends[2], int index, double limit)
{
    return is_straight(route) ? leave_straight(route, arc, &ends[index], index, limit)
                              : leave_curved(arc, &ends[index], index, limit, limit > half);
}

/* The part of the arc between its nodes. */
struct route_part {
    double from, to;
};

static struct route_part part_between(const struct route *route, const struct route_arc *arc,
                                      const struct route_end ends[2], double limit)
{
    return (struct route_part){leave(route, arc, ends, 0, limit),
                               leave(route, arc, ends, 1, limit)};
}

/* Nodes that overlap leave nothing between them: then each keeps its half. */
static struct route_part finished_part(const struct route *route, const struct route_arc *arc,
                                       const struct route_end ends[2])
{
    struct route_part part = part_between(route, arc, ends, farthest);
    return part.from < part.to ? part : part_between(route, arc, ends, half);
}

/* The side on which the first port is: the right for one in the middle. */
static enum loop_side side_of_loop(const struct route *route, const struct scene_node *node)
{
    const double x = route->ports[0].x / node->width, y = route->ports[0].y / node->height;
    if (fabs(x) >= fabs(y))
        return x < 0 ? LOOP_LEFT : LOOP_RIGHT;
    return y < 0 ? LOOP_ABOVE : LOOP_BELOW;
}

/* The larger a loop, the farther apart its ends. */
static struct cubic loop_of(const struct route *route, const struct route_end *end)
{
    const double reach = 14 + fabs(route->bend);
    const struct loop_form form = {reach, reach / 2,
                                   lesser(1.0 / 3 + fabs(route->bend) / 60, 0.85)};
    return loop_curve(end->node, end->centre, side_of_loop(route, end->node), &form);
}

/* The error of a polyline falls with the square of the number of its segments. */
static unsigned count_points(const struct route *route, bool accurate)
{
    double off = fabs(route->bend) + fabs(route->sway);
    unsigned count = accurate ? 12 : POLYLINE_POINTS;
    while (accurate && count < POLYLINE_MAX_POINTS && (count - 1) * (count - 1) < off)
        count++;
    return count;
}

static void sample_arc(struct route *route, const struct route_end ends[2], bool accurate)
{
    struct polyline *polyline = &route->polyline;
    struct route_arc arc = arc_of(route, ends);
    struct route_part part = part_between(route, &arc, ends, half);
    polyline->count = is_straight(route) ? 2 : count_points(route, accurate);
    for (unsigned i = 0; i < polyline->count; i++)
        polyline->points[i] =
            arc_at(&arc, part.from + (part.to - part.from) * i / (polyline->count - 1));
}

static void sample_loop(struct route *route, const struct route_end *end)
{
    struct cubic loop = loop_of(route, end);
    route->polyline.count = POLYLINE_POINTS;
    for (unsigned i = 0; i < POLYLINE_POINTS; i++)
        route->polyline.points[i] = cubic_at(&loop, i / (POLYLINE_POINTS - 1.0));
}

void route_sample(struct route *route, const struct route_end ends[2], bool accurate)
{
    if (route->from == route->to)
        sample_loop(route, &ends[0]);
    else
        sample_arc(route, ends, accurate);
    polyline_measure(&route->polyline, route->heads);
}

struct cubic route_curve(const struct route *route, const struct route_end ends[2])
{
    if (route->from == route->to)
        return loop_of(route, &ends[0]);
    struct route_arc arc = arc_of(route, ends);
    struct route_part part = finished_part(route, &arc, ends);
    struct point c = point_between(arc.a, arc.control, 2.0 / 3);
    struct point d = point_between(arc.b, arc.control, 2.0 / 3);
    const struct cubic all = {{arc.a,
                               {c.x + arc.sway.x, c.y + arc.sway.y},
                               {d.x - arc.sway.x, d.y - arc.sway.y},
                               arc.b}};
    return cubic_part(&all, part.from, part.to);
}
