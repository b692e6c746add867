/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/arrangement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/head.h"

/* Lines that two nodes share start out so far apart in their middle, in points. */
static const double fan = 16;

/* A label beside a line is so far from it. */
static const double beside = 2;

static void take_lines(struct arrangement *arrangement)
{
    const struct scene *scene = arrangement->scene;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        unsigned weight = scene->relations[line->relation].weight;
        arrangement->routes[i] = (struct route){
            .from = line->from,
            .to = line->to,
            .relation = line->relation,
            .heads = {head_length(line->tail, weight), head_length(line->head, weight)}};
    }
}

/* Lists the lines of each node (counting sort): first is counted two places ahead, so that
   filling the lists leaves in it where each begins. A line from a node to itself counts once. */
static void list_lines(struct arrangement *arrangement)
{
    const struct scene *scene = arrangement->scene;
    uint32_t *first = arrangement->first;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        first[line->from + 2]++;
        first[line->to + 2] += line->to != line->from;
    }
    for (size_t i = 1; i <= scene->node_count; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        arrangement->touching[first[line->from + 1]++] = i;
        if (line->to != line->from)
            arrangement->touching[first[line->to + 1]++] = i;
    }
}

void arrangement_take_sizes(struct arrangement *arrangement)
{
    const struct scene *scene = arrangement->scene;
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct text_block *label = &scene->relations[i].label;
        arrangement->tags[i].width = label->count > 0 ? label->width : 0;
        arrangement->tags[i].height = label->count > 0 ? label->height : 0;
    }
}

enum status arrangement_init(struct arrangement *arrangement, const struct scene *scene,
                             double width, double height)
{
    *arrangement =
        (struct arrangement){.scene = scene, .width = width, .height = height, .grown = 1};
    arrangement->nodes = calloc(scene->node_count + 1, sizeof *arrangement->nodes);
    arrangement->routes = calloc(scene->line_count + 1, sizeof *arrangement->routes);
    arrangement->tags = calloc(scene->relation_count + 1, sizeof *arrangement->tags);
    arrangement->first = calloc(scene->node_count + 3, sizeof *arrangement->first);
    arrangement->touching = calloc(2 * scene->line_count + 1, sizeof *arrangement->touching);
    if (arrangement->nodes == NULL || arrangement->routes == NULL || arrangement->tags == NULL ||
        arrangement->first == NULL || arrangement->touching == NULL) {
        arrangement_clear(arrangement);
        return STATUS_MEMORY;
    }
    take_lines(arrangement);
    list_lines(arrangement);
    arrangement_take_sizes(arrangement);
    for (size_t i = 0; i < scene->relation_count; i++)
        arrangement->tags[i].line = scene->relations[i].first_line;
    return STATUS_OK;
}

void arrangement_clear(struct arrangement *arrangement)
{
    free(arrangement->nodes);
    free(arrangement->routes);
    free(arrangement->tags);
    free(arrangement->first);
    free(arrangement->touching);
    *arrangement = (struct arrangement){.width = 0};
}

void arrangement_copy(struct arrangement *to, const struct arrangement *from)
{
    const struct scene *scene = from->scene;
    to->width = from->width;
    to->height = from->height;
    to->grown = from->grown;
    to->labelled = from->labelled;
    memcpy(to->nodes, from->nodes, scene->node_count * sizeof *to->nodes);
    memcpy(to->routes, from->routes, scene->line_count * sizeof *to->routes);
    memcpy(to->tags, from->tags, scene->relation_count * sizeof *to->tags);
}

static struct box box_around(struct point centre, double width, double height)
{
    return (struct box){{centre.x - width / 2, centre.y - height / 2},
                        {centre.x + width / 2, centre.y + height / 2}};
}

struct box arrangement_node_box(const struct arrangement *arrangement, uint32_t node)
{
    const struct scene_node *n = &arrangement->scene->nodes[node];
    return box_around(arrangement->nodes[node], n->width * arrangement->grown,
                      n->height * arrangement->grown);
}

static double clamp(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : value < low ? low : value > high ? high : value;
}

void arrangement_move(struct arrangement *arrangement, uint32_t node, struct point at)
{
    const struct scene_node *n = &arrangement->scene->nodes[node];
    double x = n->width / 2 + 1, y = n->height / 2 + 1;
    arrangement->nodes[node] = (struct point){clamp(at.x, x, arrangement->width - x),
                                              clamp(at.y, y, arrangement->height - y)};
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

static struct quadratic curve_of(const struct arrangement *arrangement, const struct route *route)
{
    struct point a = arrangement->nodes[route->from], b = arrangement->nodes[route->to];
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
static double leave_curve(const struct arrangement *arrangement, const struct quadratic *q,
                          uint32_t node, double t)
{
    const struct scene_node *n = &arrangement->scene->nodes[node];
    double inside = t, outside = 0.5;
    for (int i = 0; i < 12; i++) {
        double middle = (inside + outside) / 2;
        bool in = shape_holds(n->shape, arrangement->nodes[node], n->width * arrangement->grown,
                              n->height * arrangement->grown, quadratic_at(q, middle));
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
static double leave(const struct arrangement *arrangement, const struct route *route,
                    const struct quadratic *q, int end)
{
    uint32_t node = end == 0 ? route->from : route->to;
    if (!is_straight(route))
        return leave_curve(arrangement, q, node, end);
    const struct scene_node *n = &arrangement->scene->nodes[node];
    double width = n->width * arrangement->grown / 2, height = n->height * arrangement->grown / 2;
    double sign = end == 0 ? 1 : -1;
    struct point from = {route->ports[end].x / width, route->ports[end].y / height};
    double share = leave_straight(n->shape, from, sign * (q->b.x - q->a.x) / width,
                                  sign * (q->b.y - q->a.y) / height);
    share = lesser(share, 0.5);
    return end == 0 ? share : 1 - share;
}

/* From a node to itself: out and back on one side of it. */
static struct cubic loop_of(const struct arrangement *arrangement, const struct route *route)
{
    const struct scene_node *n = &arrangement->scene->nodes[route->from];
    struct point at = arrangement->nodes[route->from];
    double side = route->ports[0].x < 0 ? -1 : 1, reach = 14 + fabs(route->bend);
    double x = at.x + side * n->width / 2, far = x + side * reach, rise = n->height / 2;
    return (struct cubic){{{x, at.y - rise / 3},
                           {far, at.y - rise - reach / 2},
                           {far, at.y + rise + reach / 2},
                           {x, at.y + rise / 3}}};
}

/* A polyline of N segments is off its curve by the bend's N-squaredth: in a crowd, one point or
   little more. */
static unsigned count_points(const struct arrangement *arrangement, const struct route *route)
{
    double off = fabs(route->bend) + fabs(route->sway);
    unsigned count = arrangement->crowded ? 12 : TRACK_POINTS;
    while (arrangement->crowded && count < MOST_TRACK_POINTS && (count - 1) * (count - 1) < off)
        count++;
    return count;
}

static void track_curve(const struct arrangement *arrangement, struct route *route)
{
    struct track *track = &route->track;
    struct quadratic q = curve_of(arrangement, route);
    double from = leave(arrangement, route, &q, 0);
    double to = leave(arrangement, route, &q, 1);
    track->count = is_straight(route) ? 2 : count_points(arrangement, route);
    for (unsigned i = 0; i < track->count; i++)
        track->points[i] = quadratic_at(&q, from + (to - from) * i / (track->count - 1));
}

static void track_loop(const struct arrangement *arrangement, struct route *route)
{
    struct cubic loop = loop_of(arrangement, route);
    route->track.count = TRACK_POINTS;
    for (unsigned i = 0; i < TRACK_POINTS; i++)
        route->track.points[i] = cubic_at(&loop, i / (TRACK_POINTS - 1.0));
}

/* The point DISTANCE along the polyline from one of its ends. */
static struct point walk(const struct track *track, double distance, bool backwards)
{
    unsigned last = track->count - 1;
    for (unsigned i = 0; i < last; i++) {
        struct point a = track->points[backwards ? last - i : i];
        struct point b = track->points[backwards ? last - i - 1 : i + 1];
        double length = point_distance(a, b);
        if (length >= distance && length > 0)
            return point_between(a, b, distance / length);
        distance -= length;
    }
    return track->points[backwards ? 0 : last];
}

/* The strip in which the track lies: what is wholly on one side of it is not met. */
static void measure_strip(struct track *track)
{
    struct point a = track->points[0], b = track->points[track->count - 1];
    double length = point_distance(a, b);
    track->normal = length > 0 ? (struct point){(a.y - b.y) / length, (b.x - a.x) / length}
                               : (struct point){1, 0};
    track->low = HUGE_VAL;
    track->high = -HUGE_VAL;
    for (unsigned i = 0; i < track->count; i++) {
        double at = point_product(track->points[i], track->normal);
        track->low = lesser(track->low, at);
        track->high = greater(track->high, at);
    }
}

static void measure(struct route *route)
{
    struct track *track = &route->track;
    track->length = -route->heads[0] - route->heads[1];
    track->box = box_empty();
    for (unsigned i = 0; i < track->count; i++) {
        struct point p = track->points[i];
        box_take(&track->box, p);
        if (i > 0)
            track->length += point_distance(track->points[i - 1], p);
    }
    measure_strip(track);
    track->tips[0] = walk(track, route->heads[0], false);
    track->tips[1] = walk(track, route->heads[1], true);
}

void arrangement_track(struct arrangement *arrangement, uint32_t line)
{
    struct route *route = &arrangement->routes[line];
    if (route->from == route->to)
        track_loop(arrangement, route);
    else
        track_curve(arrangement, route);
    measure(route);
}

/* Beside a line the label's nearest edge or corner is at BESIDE points from it: a box of that
   size has this extent across the line's direction (X, Y of length 1). */
static double extent_across(const struct tag *tag, double x, double y)
{
    return fabs(y) * tag->width / 2 + fabs(x) * tag->height / 2;
}

void arrangement_place_tag(struct arrangement *arrangement, uint32_t relation)
{
    struct tag *tag = &arrangement->tags[relation];
    if (tag->width <= 0)
        return;
    const struct track *track = &arrangement->routes[tag->line].track;
    double total = track->length, heads = arrangement->routes[tag->line].heads[0];
    struct point at = walk(track, heads + greater(total, 0) * tag->along, false);
    if (tag->side != 0) {
        struct point a = track->points[0], b = track->points[track->count - 1];
        double length = point_distance(a, b);
        double x = length > 0 ? (b.x - a.x) / length : 1,
               y = length > 0 ? (b.y - a.y) / length : 0;
        double off = tag->side * (extent_across(tag, x, y) + beside);
        at = (struct point){at.x - y * off, at.y + x * off};
    }
    tag->box = box_around(at, tag->width, tag->height);
}

void arrangement_renew(struct arrangement *arrangement)
{
    for (uint32_t i = 0; i < arrangement->scene->line_count; i++)
        arrangement_track(arrangement, i);
    for (uint32_t i = 0; i < arrangement->scene->relation_count; i++)
        arrangement_place_tag(arrangement, i);
}

/* Which of the lines between its two nodes LINE is, and how many there are. */
static void rank_line(const struct arrangement *arrangement, uint32_t line, unsigned *rank,
                      unsigned *count)
{
    const struct route *route = &arrangement->routes[line];
    uint32_t end = arrangement->first[route->from + 1];
    *rank = *count = 0;
    for (uint32_t i = arrangement->first[route->from]; i < end; i++) {
        const struct route *other = &arrangement->routes[arrangement->touching[i]];
        bool same = (other->from == route->from && other->to == route->to) ||
                    (other->from == route->to && other->to == route->from);
        *rank += same && arrangement->touching[i] < line;
        *count += same;
    }
}

void arrangement_straighten(struct arrangement *arrangement)
{
    for (uint32_t i = 0; i < arrangement->scene->line_count; i++) {
        struct route *route = &arrangement->routes[i];
        unsigned rank, count;
        rank_line(arrangement, i, &rank, &count);
        double bend = fan * (rank - (count - 1) / 2.0);
        route->bend = route->from > route->to ? -bend : bend;
        route->sway = 0;
        route->ports[0] = route->ports[1] = (struct point){0, 0};
    }
    for (size_t i = 0; i < arrangement->scene->relation_count; i++) {
        arrangement->tags[i].along = 0.5;
        arrangement->tags[i].side = 0;
    }
    arrangement_renew(arrangement);
}

static struct cubic cubic_of(const struct arrangement *arrangement, const struct route *route)
{
    struct quadratic q = curve_of(arrangement, route);
    double from = leave(arrangement, route, &q, 0);
    double to = leave(arrangement, route, &q, 1);
    struct point c = point_between(q.a, q.control, 2.0 / 3);
    struct point d = point_between(q.b, q.control, 2.0 / 3);
    const struct cubic all = {
        {q.a, {c.x + q.sway.x, c.y + q.sway.y}, {d.x - q.sway.x, d.y - q.sway.y}, q.b}};
    return cubic_part(&all, from, to);
}

enum status arrangement_give(const struct arrangement *arrangement, struct layout *layout)
{
    const struct scene *scene = arrangement->scene;
    memcpy(layout->nodes, arrangement->nodes, scene->node_count * sizeof *layout->nodes);
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct route *route = &arrangement->routes[i];
        struct cubic curve =
            route->from == route->to ? loop_of(arrangement, route) : cubic_of(arrangement, route);
        TRY(layout_add_curve(layout, i, &curve));
    }
    for (size_t i = 0; i < scene->relation_count; i++) {
        const struct tag *tag = &arrangement->tags[i];
        layout->labels[i] = tag->width > 0 ? point_between(tag->box.low, tag->box.high, 0.5)
                                           : arrangement->routes[tag->line].track.points[0];
    }
    return STATUS_OK;
}
