/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/placement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/head.h"

/* Lines that two nodes share start out so far apart in their middle, in points. */
static const double fan = 16;

/* A label beside a line is so far from it. */
static const double beside = 2;

static void take_lines(struct placement *placement)
{
    const struct scene *scene = placement->scene;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        unsigned weight = scene->relations[line->relation].weight;
        placement->routes[i] = (struct route){
            .from = line->from,
            .to = line->to,
            .relation = line->relation,
            .heads = {head_length(line->tail, weight), head_length(line->head, weight)}};
    }
}

/* Lists the lines of each node (counting sort): first is counted two places ahead, so that
   filling the lists leaves in it where each begins. A line from a node to itself counts once. */
static void list_lines(struct placement *placement)
{
    const struct scene *scene = placement->scene;
    uint32_t *first = placement->first_incident;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        first[line->from + 2]++;
        first[line->to + 2] += line->to != line->from;
    }
    for (size_t i = 1; i <= scene->node_count; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        placement->incident[first[line->from + 1]++] = i;
        if (line->to != line->from)
            placement->incident[first[line->to + 1]++] = i;
    }
}

void placement_update_sizes(struct placement *placement)
{
    const struct scene *scene = placement->scene;
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct text_block *label = &scene->relations[i].label;
        placement->labels[i].width = label->count > 0 ? label->width : 0;
        placement->labels[i].height = label->count > 0 ? label->height : 0;
    }
}

enum status placement_init(struct placement *placement, const struct scene *scene, double width,
                           double height)
{
    *placement =
        (struct placement){.scene = scene, .width = width, .height = height, .growth = 1};
    placement->nodes = calloc(scene->node_count + 1, sizeof *placement->nodes);
    placement->routes = calloc(scene->line_count + 1, sizeof *placement->routes);
    placement->labels = calloc(scene->relation_count + 1, sizeof *placement->labels);
    placement->first_incident = calloc(scene->node_count + 3, sizeof *placement->first_incident);
    placement->incident = calloc(2 * scene->line_count + 1, sizeof *placement->incident);
    if (placement->nodes == NULL || placement->routes == NULL || placement->labels == NULL ||
        placement->first_incident == NULL || placement->incident == NULL) {
        placement_clear(placement);
        return STATUS_MEMORY;
    }
    take_lines(placement);
    list_lines(placement);
    placement_update_sizes(placement);
    for (size_t i = 0; i < scene->relation_count; i++)
        placement->labels[i].line = scene->relations[i].first_line;
    return STATUS_OK;
}

void placement_clear(struct placement *placement)
{
    free(placement->nodes);
    free(placement->routes);
    free(placement->labels);
    free(placement->first_incident);
    free(placement->incident);
    *placement = (struct placement){.width = 0};
}

void placement_copy(struct placement *to, const struct placement *from)
{
    const struct scene *scene = from->scene;
    to->width = from->width;
    to->height = from->height;
    to->growth = from->growth;
    to->labelled = from->labelled;
    memcpy(to->nodes, from->nodes, scene->node_count * sizeof *to->nodes);
    memcpy(to->routes, from->routes, scene->line_count * sizeof *to->routes);
    memcpy(to->labels, from->labels, scene->relation_count * sizeof *to->labels);
}

struct box placement_node_box(const struct placement *placement, uint32_t node)
{
    const struct scene_node *n = &placement->scene->nodes[node];
    return box_around(placement->nodes[node], n->width * placement->growth,
                      n->height * placement->growth);
}

/* The mean of the bounds if they are the wrong way round. */
static double limit(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : clamp(value, low, high);
}

void placement_move_node(struct placement *placement, uint32_t node, struct point at)
{
    const struct scene_node *n = &placement->scene->nodes[node];
    double x = n->width / 2 + 1, y = n->height / 2 + 1;
    placement->nodes[node] = (struct point){limit(at.x, x, placement->width - x),
                                            limit(at.y, y, placement->height - y)};
}

/* The quadratic curve of a route, from port to port. With its sway it is cubic: its control
   points are moved by that, to opposite sides. */
struct quadratic {
    struct point a, control, b, sway;
};

static bool is_straight(const struct route *route)
{
    return fabs(route->bend) < 0.5 && fabs(route->sway) < 0.5;
}

static struct quadratic curve_of(const struct placement *placement, const struct route *route)
{
    struct point a = placement->nodes[route->from], b = placement->nodes[route->to];
    a = (struct point){a.x + route->ports[0].x, a.y + route->ports[0].y};
    b = (struct point){b.x + route->ports[1].x, b.y + route->ports[1].y};
    double x = b.x - a.x, y = b.y - a.y, length = sqrt(x * x + y * y);
    bool curved = length > 0 && !is_straight(route);
    double side = curved ? 2 * route->bend / length : 0, sway = curved ? route->sway / length : 0;
    return (struct quadratic){
        a, {(a.x + b.x) / 2 - y * side, (a.y + b.y) / 2 + x * side}, b, {-y * sway, x * sway}};
}

static struct point quadratic_at(const struct quadratic *q, double t)
{
    double u = 1 - t, a = u * u, c = 2 * u * t, b = t * t, swung = 3 * u * t * (u - t);
    return (struct point){a * q->a.x + c * q->control.x + b * q->b.x + swung * q->sway.x,
                          a * q->a.y + c * q->control.y + b * q->b.y + swung * q->sway.y};
}

/* Where the curve leaves the shape of the node at its end T (0 or 1): by halving. */
static double leave_curve(const struct placement *placement, const struct quadratic *q,
                          uint32_t node, double t)
{
    const struct scene_node *n = &placement->scene->nodes[node];
    double inside = t, outside = 0.5;
    for (int i = 0; i < 12; i++) {
        double middle = (inside + outside) / 2;
        bool in = shape_holds(n->shape, placement->nodes[node], n->width * placement->growth,
                              n->height * placement->growth, quadratic_at(q, middle));
        *(in ? &inside : &outside) = middle;
    }
    return outside;
}

/* The share of the way along (X, Y) from a point in the shape, given from its centre in halves of
   its width and height, to its border. */
static double leave_straight(enum shape shape, struct point from, double x, double y)
{
    if (shape == SHAPE_ELLIPSE) {
        double a = x * x + y * y, b = from.x * x + from.y * y;
        double c = from.x * from.x + from.y * from.y - 1;
        return a > 0 && c < 0 ? (sqrt(b * b - a * c) - b) / a : 0;
    }
    if (shape == SHAPE_DIAMOND)
        return 1 / greater(fabs(x) + fabs(y), 1e-9);
    double across = x == 0 ? HUGE_VAL : ((x > 0 ? 1 : -1) - from.x) / x;
    double down = y == 0 ? HUGE_VAL : ((y > 0 ? 1 : -1) - from.y) / y;
    return lesser(across, down);
}

/* The same for either; no further than to the middle. */
static double leave(const struct placement *placement, const struct route *route,
                    const struct quadratic *q, int end)
{
    uint32_t node = end == 0 ? route->from : route->to;
    if (!is_straight(route))
        return leave_curve(placement, q, node, end);
    const struct scene_node *n = &placement->scene->nodes[node];
    double width = n->width * placement->growth / 2, height = n->height * placement->growth / 2;
    double sign = end == 0 ? 1 : -1;
    struct point from = {route->ports[end].x / width, route->ports[end].y / height};
    double share = leave_straight(n->shape, from, sign * (q->b.x - q->a.x) / width,
                                  sign * (q->b.y - q->a.y) / height);
    share = lesser(share, 0.5);
    return end == 0 ? share : 1 - share;
}

/* From a node to itself: out and back on one side of it. */
static struct cubic loop_of(const struct placement *placement, const struct route *route)
{
    const struct scene_node *n = &placement->scene->nodes[route->from];
    struct point at = placement->nodes[route->from];
    double side = route->ports[0].x < 0 ? -1 : 1, reach = 14 + fabs(route->bend);
    double x = at.x + side * n->width / 2, far = x + side * reach, rise = n->height / 2;
    return (struct cubic){{{x, at.y - rise / 3},
                           {far, at.y - rise - reach / 2},
                           {far, at.y + rise + reach / 2},
                           {x, at.y + rise / 3}}};
}

/* A polyline of N segments is off its curve by the bend's N-squaredth: in a crowd, one point or
   little more. */
static unsigned count_points(const struct placement *placement, const struct route *route)
{
    double off = fabs(route->bend) + fabs(route->sway);
    unsigned count = placement->crowded ? 12 : POLYLINE_POINTS;
    while (placement->crowded && count < POLYLINE_MOST_POINTS && (count - 1) * (count - 1) < off)
        count++;
    return count;
}

static void sample_curve(const struct placement *placement, struct route *route)
{
    struct polyline *polyline = &route->polyline;
    struct quadratic q = curve_of(placement, route);
    double from = leave(placement, route, &q, 0);
    double to = leave(placement, route, &q, 1);
    polyline->count = is_straight(route) ? 2 : count_points(placement, route);
    for (unsigned i = 0; i < polyline->count; i++)
        polyline->points[i] = quadratic_at(&q, from + (to - from) * i / (polyline->count - 1));
}

static void sample_loop(const struct placement *placement, struct route *route)
{
    struct cubic loop = loop_of(placement, route);
    route->polyline.count = POLYLINE_POINTS;
    for (unsigned i = 0; i < POLYLINE_POINTS; i++)
        route->polyline.points[i] = cubic_at(&loop, i / (POLYLINE_POINTS - 1.0));
}

void placement_update_line(struct placement *placement, uint32_t line)
{
    struct route *route = &placement->routes[line];
    if (route->from == route->to)
        sample_loop(placement, route);
    else
        sample_curve(placement, route);
    polyline_measure(&route->polyline, route->heads);
}

/* Beside a line the label's nearest edge or corner is at BESIDE points from it: a box of that
   size has this extent across the line's direction (X, Y of length 1). */
static double extent_across(const struct placement_label *label, double x, double y)
{
    return fabs(y) * label->width / 2 + fabs(x) * label->height / 2;
}

void placement_update_label(struct placement *placement, uint32_t relation)
{
    struct placement_label *label = &placement->labels[relation];
    if (label->width <= 0)
        return;
    const struct polyline *polyline = &placement->routes[label->line].polyline;
    double total = polyline->length, heads = placement->routes[label->line].heads[0];
    struct point at = polyline_walk(polyline, heads + greater(total, 0) * label->along, false);
    if (label->side != 0) {
        struct point a = polyline->points[0], b = polyline->points[polyline->count - 1];
        double length = point_distance(a, b);
        double x = length > 0 ? (b.x - a.x) / length : 1,
               y = length > 0 ? (b.y - a.y) / length : 0;
        double off = label->side * (extent_across(label, x, y) + beside);
        at = (struct point){at.x - y * off, at.y + x * off};
    }
    label->box = box_around(at, label->width, label->height);
}

void placement_update(struct placement *placement)
{
    for (uint32_t i = 0; i < placement->scene->line_count; i++)
        placement_update_line(placement, i);
    for (uint32_t i = 0; i < placement->scene->relation_count; i++)
        placement_update_label(placement, i);
}

/* Which of the lines between its two nodes LINE is, and how many there are. */
static void rank_line(const struct placement *placement, uint32_t line, unsigned *rank,
                      unsigned *count)
{
    const struct route *route = &placement->routes[line];
    uint32_t end = placement->first_incident[route->from + 1];
    *rank = *count = 0;
    for (uint32_t i = placement->first_incident[route->from]; i < end; i++) {
        const struct route *other = &placement->routes[placement->incident[i]];
        bool same = (other->from == route->from && other->to == route->to) ||
                    (other->from == route->to && other->to == route->from);
        *rank += same && placement->incident[i] < line;
        *count += same;
    }
}

void placement_straighten(struct placement *placement)
{
    for (uint32_t i = 0; i < placement->scene->line_count; i++) {
        struct route *route = &placement->routes[i];
        unsigned rank, count;
        rank_line(placement, i, &rank, &count);
        double bend = fan * (rank - (count - 1) / 2.0);
        route->bend = route->from > route->to ? -bend : bend;
        route->sway = 0;
        route->ports[0] = route->ports[1] = (struct point){0, 0};
    }
    for (size_t i = 0; i < placement->scene->relation_count; i++) {
        placement->labels[i].along = 0.5;
        placement->labels[i].side = 0;
    }
    placement_update(placement);
}

static struct cubic cubic_of(const struct placement *placement, const struct route *route)
{
    struct quadratic q = curve_of(placement, route);
    double from = leave(placement, route, &q, 0);
    double to = leave(placement, route, &q, 1);
    struct point c = point_between(q.a, q.control, 2.0 / 3);
    struct point d = point_between(q.b, q.control, 2.0 / 3);
    const struct cubic all = {
        {q.a, {c.x + q.sway.x, c.y + q.sway.y}, {d.x - q.sway.x, d.y - q.sway.y}, q.b}};
    return cubic_part(&all, from, to);
}

enum status placement_to_layout(const struct placement *placement, struct layout *layout)
{
    const struct scene *scene = placement->scene;
    memcpy(layout->nodes, placement->nodes, scene->node_count * sizeof *layout->nodes);
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct route *route = &placement->routes[i];
        struct cubic curve =
            route->from == route->to ? loop_of(placement, route) : cubic_of(placement, route);
        TRY(layout_add_curve(layout, i, &curve));
    }
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct placement_label *label = &placement->labels[i];
        layout->labels[i] = label->width > 0 ? point_between(label->box.low, label->box.high, 0.5)
                                             : placement->routes[label->line].polyline.points[0];
    }
    return STATUS_OK;
}
