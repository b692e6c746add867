/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/moves.h"

#include <assert.h>
#include <stddef.h>

/* Picks one of the COUNT parts from number FIRST on: the costliest of one to three random ones,
   so that the work goes where it is needed. */
static uint32_t pick(struct moves *m, uint32_t first, uint32_t count)
{
    uint32_t best = random_below(m->random, count);
    uint32_t drawn = 1 + random_below(m->random, 3);
    for (uint32_t i = 1; i < drawn; i++) {
        uint32_t other = random_below(m->random, count);
        if (energy_of_part(m->trial->energy, first + other) >
            energy_of_part(m->trial->energy, first + best))
            best = other;
    }
    return best;
}

static uint32_t pick_part(struct moves *m, enum part_kind kind)
{
    const struct scene *scene = m->trial->placement->scene;
    return pick(m, part_number(scene, kind, 0), part_count_kind(scene, kind));
}

static uint32_t count_lines(const struct placement *placement, uint32_t node)
{
    return placement->first_incident[node + 1] - placement->first_incident[node];
}

/* Picks a random node, or, of a costly line, the end with fewer lines: moving a hub is slow and
   seldom helps. */
static uint32_t pick_node(struct moves *m)
{
    const struct placement *placement = m->trial->placement;
    if (random_below(m->random, 2) == 0)
        return random_below(m->random, (uint32_t)placement->scene->node_count);
    const struct route *route = &placement->routes[pick_part(m, PART_LINE)];
    bool fewer = count_lines(placement, route->from) < count_lines(placement, route->to);
    return fewer ? route->from : route->to;
}

static struct point spread(struct moves *m, struct point around, double range)
{
    double x = random_spread(m->random) * range;
    double y = random_spread(m->random) * range;
    return (struct point){around.x + x, around.y + y};
}

static void shift_node(struct moves *m)
{
    uint32_t node = pick_node(m);
    trial_touch_node(m->trial, node);
    placement_move_node(m->trial->placement, node,
                        spread(m, m->trial->placement->nodes[node], m->range));
}

static void swap_nodes(struct moves *m)
{
    uint32_t one = pick_node(m), other = pick_node(m);
    struct point p = m->trial->placement->nodes[one], q = m->trial->placement->nodes[other];
    trial_touch_node(m->trial, one);
    trial_touch_node(m->trial, other);
    placement_move_node(m->trial->placement, one, q);
    placement_move_node(m->trial->placement, other, p);
}

static uint32_t other_end(const struct placement *placement, uint32_t line, uint32_t node)
{
    const struct route *route = &placement->routes[line];
    return route->from == node ? route->to : route->from;
}

/* Moves a node to the vicinity of a neighbour. */
static void move_to_neighbour(struct moves *m)
{
    struct placement *placement = m->trial->placement;
    uint32_t node = pick_node(m), first = placement->first_incident[node];
    uint32_t count = placement->first_incident[node + 1] - first;
    trial_touch_node(m->trial, node);
    uint32_t line = placement->incident[first + (count > 0 ? random_below(m->random, count) : 0)];
    struct point beside = placement->nodes[other_end(placement, line, node)];
    placement_move_node(placement, node, spread(m, beside, 160));
}

/* Moves a node to the vicinity of the middle of its neighbours. */
static void move_to_centre(struct moves *m)
{
    struct placement *placement = m->trial->placement;
    uint32_t node = pick_node(m), end = placement->first_incident[node + 1];
    struct point sum = {0, 0};
    double count = end - placement->first_incident[node];
    trial_touch_node(m->trial, node);
    for (uint32_t i = placement->first_incident[node]; i < end; i++) {
        struct point p = placement->nodes[other_end(placement, placement->incident[i], node)];
        sum.x += p.x / count;
        sum.y += p.y / count;
    }
    placement_move_node(placement, node, spread(m, sum, 30));
}

/* Moves all nodes of a bloc by the same vector. */
static void shift_bloc(struct moves *m)
{
    struct placement *placement = m->trial->placement;
    const struct scene *scene = placement->scene;
    const struct scene_bloc *bloc =
        &scene->blocs[random_below(m->random, (uint32_t)scene->bloc_count)];
    const struct point by = spread(m, (struct point){0, 0}, m->range);
    for (size_t i = 0; i < bloc->node_count; i++) {
        const uint32_t node = bloc->nodes[i];
        const struct point at = placement->nodes[node];
        trial_touch_node(m->trial, node);
        placement_move_node(placement, node, (struct point){at.x + by.x, at.y + by.y});
    }
}

static void bend_line(struct moves *m)
{
    uint32_t line = pick_part(m, PART_LINE);
    struct route *route = &m->trial->placement->routes[line];
    trial_touch_line(m->trial, line);
    double limit = 0.3 * greater(route->polyline.length, 0) + 16;
    double wanted = random_below(m->random, 4) == 0
                        ? 0
                        : route->bend + random_spread(m->random) * (m->range + 12);
    route->bend = clamp(wanted, -limit, limit);
}

/* Moves the port at an end of a line, within the inner part of its node. */
static void shift_port(struct moves *m)
{
    uint32_t line = pick_part(m, PART_LINE);
    struct route *route = &m->trial->placement->routes[line];
    unsigned end = random_below(m->random, 2);
    const struct scene_node *node =
        &m->trial->placement->scene->nodes[end == 0 ? route->from : route->to];
    double share = node->shape == SHAPE_ELLIPSE ? 0.55 : 0.75;
    trial_touch_line(m->trial, line);
    if (node->shape == SHAPE_DIAMOND)
        return;
    if (random_below(m->random, 4) == 0) {
        route->ports[end] = (struct point){0, 0};
        return;
    }
    double x = (2 * random_unit(m->random) - 1) * share * node->width / 2;
    double y = (2 * random_unit(m->random) - 1) * share * 0.7 * node->height / 2;
    route->ports[end] = (struct point){x, y};
}

static void shift_label(struct moves *m)
{
    uint32_t relation = pick_part(m, PART_LABEL);
    struct placement_label *label = &m->trial->placement->labels[relation];
    const struct scene_tie *r = &m->trial->placement->scene->ties[relation];
    trial_touch_label(m->trial, relation);
    if (r->line_count > 1 && random_below(m->random, 3) == 0) {
        trial_touch_line(m->trial, label->line);
        label->line = r->first_line + random_below(m->random, r->line_count);
        trial_touch_line(m->trial, label->line);
    }
    double along = random_below(m->random, 3) == 0
                       ? 0.5 + 0.5 * random_spread(m->random)
                       : label->along + 0.15 * random_spread(m->random);
    label->along = clamp(along, 0.06, 0.94);
    if (random_below(m->random, 3) != 0)
        return;
    /* A line must be longer if a label is on it. */
    trial_touch_line(m->trial, label->line);
    label->side = (int)random_below(m->random, 3) - 1;
}

/* A kind of move, and its frequency in percent. */
struct moves_kind {
    void (*make)(struct moves *m);
    unsigned percent;
};

static const struct moves_kind node_moves[] = {
    {shift_node, 55}, {swap_nodes, 15}, {move_to_neighbour, 15}, {move_to_centre, 15}, {NULL, 0}};

static const struct moves_kind all_moves[] = {
    {shift_node, 34}, {swap_nodes, 2},  {move_to_neighbour, 3}, {move_to_centre, 2},
    {bend_line, 18},  {shift_port, 15}, {shift_label, 26},      {NULL, 0}};

static void make_one(struct moves *m, const struct moves_kind *move)
{
    enum { BLOCS = 4 }; /* percent */
    if (m->trial->placement->scene->bloc_count > 0 && random_below(m->random, 100) < BLOCS) {
        shift_bloc(m);
        return;
    }
    uint32_t drawn = random_below(m->random, 100);
    for (; move->make != NULL; move++) {
        if (drawn < move->percent) {
            move->make(m);
            return;
        }
        drawn -= move->percent;
    }
    assert(!"percentages add up to 100");
}

void moves_make_of_node(struct moves *moves)
{
    make_one(moves, node_moves);
}

void moves_make(struct moves *moves)
{
    make_one(moves, all_moves);
}
