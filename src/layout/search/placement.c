/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/placement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/head.h"
#include "layout/region.h"

/* The gap between a line and a label beside it, in points. */
static const double label_gap = 2;

static void take_lines(struct placement *placement)
{
    const struct scene *scene = placement->scene;
    for (size_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        unsigned weight = scene->ties[line->tie].weight;
        placement->routes[i] = (struct route){
            .from = line->from,
            .to = line->to,
            .relation = line->tie,
            .heads = {head_length(line->tail, weight), head_length(line->head, weight)},
            .widths = {head_width(line->tail, weight), head_width(line->head, weight)}};
    }
}

/* Lists the lines of each node (counting sort). Lines are counted two places ahead, so that after
   the lists are filled, first_incident has the start of each. */
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
    for (size_t i = 0; i < scene->tie_count; i++) {
        const struct text_block *label = &scene->ties[i].label;
        placement->labels[i].width = label->count > 0 ? label->width : 0;
        placement->labels[i].height = label->count > 0 ? label->height : 0;
    }
}

enum status placement_init(struct placement *placement, const struct scene *scene, double width,
                           double height)
{
    *placement = (struct placement){
        .scene = scene, .width = width, .height = height, .crossing = 1, .growth = 1};
    placement->fixed = calloc(scene->node_count + 1, sizeof *placement->fixed);
    placement->nodes = calloc(scene->node_count + 1, sizeof *placement->nodes);
    placement->routes = calloc(scene->line_count + 1, sizeof *placement->routes);
    placement->labels = calloc(scene->tie_count + 1, sizeof *placement->labels);
    placement->first_incident = calloc(scene->node_count + 3, sizeof *placement->first_incident);
    placement->incident = calloc(2 * scene->line_count + 1, sizeof *placement->incident);
    if (placement->fixed == NULL || placement->nodes == NULL || placement->routes == NULL ||
        placement->labels == NULL || placement->first_incident == NULL ||
        placement->incident == NULL) {
        placement_clear(placement);
        return STATUS_MEMORY;
    }
    take_lines(placement);
    list_lines(placement);
    placement_update_sizes(placement);
    for (size_t i = 0; i < scene->tie_count; i++)
        placement->labels[i].line = scene->ties[i].first_line;
    return STATUS_OK;
}

void placement_clear(struct placement *placement)
{
    free(placement->fixed);
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
    to->strict = from->strict;
    memcpy(to->nodes, from->nodes, scene->node_count * sizeof *to->nodes);
    memcpy(to->routes, from->routes, scene->line_count * sizeof *to->routes);
    memcpy(to->labels, from->labels, scene->tie_count * sizeof *to->labels);
}

struct box placement_node_box(const struct placement *placement, uint32_t node)
{
    const struct scene_node *n = &placement->scene->nodes[node];
    return box_around(placement->nodes[node], n->width * placement->growth,
                      n->height * placement->growth);
}

/* VALUE, limited to the range from LOW to HIGH; their mean if LOW is above HIGH. */
static double limit(double value, double low, double high)
{
    return low > high ? (low + high) / 2 : clamp(value, low, high);
}

struct point placement_fit(const struct placement *placement, uint32_t node, struct point at)
{
    const struct scene_node *n = &placement->scene->nodes[node];
    const struct region_inset inset = region_inset(placement->scene, node);
    double x = n->width / 2 + 1 + inset.others, y = n->height / 2 + 1;
    return (struct point){limit(at.x, x, placement->width - x),
                          limit(at.y, y + inset.top, placement->height - y - inset.others)};
}

void placement_move_node(struct placement *placement, uint32_t node, struct point at)
{
    if (!placement->fixed[node])
        placement->nodes[node] = placement_fit(placement, node, at);
}

void placement_fit_all(struct placement *placement)
{
    for (uint32_t i = 0; i < placement->scene->node_count; i++)
        placement->nodes[i] = placement_fit(placement, i, placement->nodes[i]);
}

static void take_ends(const struct placement *placement, const struct route *route,
                      struct route_end ends[2])
{
    const struct scene *scene = placement->scene;
    ends[0] = (struct route_end){&scene->nodes[route->from], placement->nodes[route->from],
                                 placement->growth};
    ends[1] = (struct route_end){&scene->nodes[route->to], placement->nodes[route->to],
                                 placement->growth};
}

void placement_update_line(struct placement *placement, uint32_t line)
{
    struct route *route = &placement->routes[line];
    struct route_end ends[2];
    take_ends(placement, route, ends);
    route_sample(route, ends, placement->crowded);
}

/* How far a label extends from its centre across the direction X,Y, which is of length 1. */
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
        double off = label->side * (extent_across(label, x, y) + label_gap);
        at = (struct point){at.x - y * off, at.y + x * off};
    }
    label->box = box_around(at, label->width, label->height);
}

void placement_update(struct placement *placement)
{
    for (uint32_t i = 0; i < placement->scene->line_count; i++)
        placement_update_line(placement, i);
    for (uint32_t i = 0; i < placement->scene->tie_count; i++)
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

/* Places loop number RANK of a node: on one side after the other, the later ones farther out. */
static void place_loop(struct route *route, const struct scene_node *node, unsigned rank)
{
    static const struct point sides[] = {{0.25, 0}, {-0.25, 0}, {0, -0.25}, {0, 0.25}};
    const struct point side = sides[rank % 4];
    route->bend = PLACEMENT_SPACING * (double)(rank / 4);
    route->sway = 0;
    route->ports[0] = (struct point){side.x * node->width, side.y * node->height};
    route->ports[1] = (struct point){0, 0};
}

void placement_straighten(struct placement *placement)
{
    for (uint32_t i = 0; i < placement->scene->line_count; i++) {
        struct route *route = &placement->routes[i];
        unsigned rank, count;
        rank_line(placement, i, &rank, &count);
        if (route->from == route->to) {
            place_loop(route, &placement->scene->nodes[route->from], rank);
            continue;
        }
        double bend = PLACEMENT_SPACING * (rank - (count - 1) / 2.0);
        route->bend = route->from > route->to ? -bend : bend;
        route->sway = 0;
        route->ports[0] = route->ports[1] = (struct point){0, 0};
    }
    for (size_t i = 0; i < placement->scene->tie_count; i++) {
        placement->labels[i].along = 0.5;
        placement->labels[i].side = 0;
    }
    placement_update(placement);
}

enum status placement_to_layout(const struct placement *placement, struct layout *layout)
{
    const struct scene *scene = placement->scene;
    memcpy(layout->nodes, placement->nodes, scene->node_count * sizeof *layout->nodes);
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct route *route = &placement->routes[i];
        struct route_end ends[2];
        take_ends(placement, route, ends);
        struct cubic curve = route_curve(route, ends);
        TRY(layout_add_curve(layout, i, &curve));
    }
    for (size_t i = 0; i < scene->tie_count; i++) {
        const struct placement_label *label = &placement->labels[i];
        layout->labels[i] = label->width > 0 ? point_between(label->box.low, label->box.high, 0.5)
                                             : placement->routes[label->line].polyline.points[0];
    }
    return STATUS_OK;
}
