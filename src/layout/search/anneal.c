/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/anneal.h"

#include <math.h>
#include <stdlib.h>

#include "layout/search/trial.h"

/* What is at hand while annealing. */
struct annealing {
    struct placement *placement;
    struct energy *energy;
    struct random *random;
    const struct anneal_plan *plan;
    double range; /* how far nodes are moved now */
    struct trial trial;
    struct placement best;
    double best_cost;
};

void anneal_scatter(struct placement *placement, struct random *random)
{
    for (uint32_t i = 0; i < placement->scene->node_count; i++) {
        double x = random_unit(random) * placement->width;
        double y = random_unit(random) * placement->height;
        placement_move_node(placement, i, (struct point){x, y});
    }
    placement_straighten(placement);
}

/* --- moves */

/* One of COUNT items from FIRST on: of a few drawn, the one that costs most, so that work goes
   where there is something to mend. */
static uint32_t pick(struct annealing *a, uint32_t first, uint32_t count)
{
    uint32_t best = random_below(a->random, count);
    uint32_t drawn = 1 + random_below(a->random, 3);
    for (uint32_t i = 1; i < drawn; i++) {
        uint32_t other = random_below(a->random, count);
        if (energy_of_part(a->energy, first + other) > energy_of_part(a->energy, first + best))
            best = other;
    }
    return best;
}

static uint32_t pick_part(struct annealing *a, enum part_kind kind)
{
    const struct scene *scene = a->placement->scene;
    size_t count = kind == PART_NODE   ? scene->node_count
                   : kind == PART_LINE ? scene->line_count
                                       : scene->relation_count;
    return pick(a, part_number(a->placement->scene, kind, 0), (uint32_t)count);
}

static uint32_t count_lines(const struct placement *placement, uint32_t node)
{
    return placement->first_incident[node + 1] - placement->first_incident[node];
}

/* A node, or an end of a line that costs much: the one with fewer lines, since moving a hub takes
   longest and is seldom of use. */
static uint32_t pick_node(struct annealing *a)
{
    const struct placement *placement = a->placement;
    if (random_below(a->random, 2) == 0)
        return random_below(a->random, (uint32_t)placement->scene->node_count);
    const struct route *route = &placement->routes[pick_part(a, PART_LINE)];
    bool fewer = count_lines(placement, route->from) < count_lines(placement, route->to);
    return fewer ? route->from : route->to;
}

static struct point spread(struct annealing *a, struct point around, double range)
{
    double x = random_spread(a->random) * range;
    double y = random_spread(a->random) * range;
    return (struct point){around.x + x, around.y + y};
}

static void shift_node(struct annealing *a)
{
    uint32_t node = pick_node(a);
    trial_touch_node(&a->trial, node);
    placement_move_node(a->placement, node, spread(a, a->placement->nodes[node], a->range));
}

static void swap_nodes(struct annealing *a)
{
    uint32_t one = pick_node(a), other = pick_node(a);
    struct point p = a->placement->nodes[one], q = a->placement->nodes[other];
    trial_touch_node(&a->trial, one);
    trial_touch_node(&a->trial, other);
    placement_move_node(a->placement, one, q);
    placement_move_node(a->placement, other, p);
}

static uint32_t other_end(const struct placement *placement, uint32_t line, uint32_t node)
{
    const struct route *route = &placement->routes[line];
    return route->from == node ? route->to : route->from;
}

/* To somewhere beside a neighbour. */
static void jump(struct annealing *a)
{
    struct placement *placement = a->placement;
    uint32_t node = pick_node(a), first = placement->first_incident[node];
    uint32_t count = placement->first_incident[node + 1] - first;
    trial_touch_node(&a->trial, node);
    uint32_t line = placement->incident[first + (count > 0 ? random_below(a->random, count) : 0)];
    struct point beside = placement->nodes[other_end(placement, line, node)];
    placement_move_node(placement, node, spread(a, beside, 160));
}

/* To the middle of its neighbours, about. */
static void centre(struct annealing *a)
{
    struct placement *placement = a->placement;
    uint32_t node = pick_node(a), end = placement->first_incident[node + 1];
    struct point sum = {0, 0};
    double count = end - placement->first_incident[node];
    trial_touch_node(&a->trial, node);
    for (uint32_t i = placement->first_incident[node]; i < end; i++) {
        struct point p = placement->nodes[other_end(placement, placement->incident[i], node)];
        sum.x += p.x / count;
        sum.y += p.y / count;
    }
    placement_move_node(placement, node, spread(a, sum, 30));
}

static void bend(struct annealing *a)
{
    uint32_t line = pick_part(a, PART_LINE);
    struct route *route = &a->placement->routes[line];
    trial_touch_line(&a->trial, line);
    double most = 0.3 * greater(route->polyline.length, 0) + 16;
    double wanted = random_below(a->random, 4) == 0
                        ? 0
                        : route->bend + random_spread(a->random) * (a->range + 12);
    route->bend = clamp(wanted, -most, most);
}

/* Moves an end along its node, within its middle part. */
static void shift_end(struct annealing *a)
{
    uint32_t line = pick_part(a, PART_LINE);
    struct route *route = &a->placement->routes[line];
    unsigned end = random_below(a->random, 2);
    const struct scene_node *node =
        &a->placement->scene->nodes[end == 0 ? route->from : route->to];
    double share = node->shape == SHAPE_ELLIPSE ? 0.55 : 0.75;
    trial_touch_line(&a->trial, line);
    if (node->shape == SHAPE_DIAMOND)
        return;
    if (random_below(a->random, 4) == 0) {
        route->ports[end] = (struct point){0, 0};
        return;
    }
    double x = (2 * random_unit(a->random) - 1) * share * node->width / 2;
    double y = (2 * random_unit(a->random) - 1) * share * 0.7 * node->height / 2;
    route->ports[end] = (struct point){x, y};
}

static void shift_label(struct annealing *a)
{
    uint32_t relation = pick_part(a, PART_LABEL);
    struct placement_label *label = &a->placement->labels[relation];
    const struct scene_relation *r = &a->placement->scene->relations[relation];
    trial_touch_label(&a->trial, relation);
    if (r->line_count > 1 && random_below(a->random, 3) == 0) {
        trial_touch_line(&a->trial, label->line);
        label->line = r->first_line + random_below(a->random, r->line_count);
        trial_touch_line(&a->trial, label->line);
    }
    double along = random_below(a->random, 3) == 0
                       ? 0.5 + 0.5 * random_spread(a->random)
                       : label->along + 0.15 * random_spread(a->random);
    label->along = clamp(along, 0.06, 0.94);
    if (random_below(a->random, 3) != 0)
        return;
    /* Whether it lies on its line decides how long that must be. */
    trial_touch_line(&a->trial, label->line);
    label->side = (int)random_below(a->random, 3) - 1;
}

static void move_nodes(struct annealing *a)
{
    uint32_t kind = random_below(a->random, 100);
    if (kind < 55)
        shift_node(a);
    else if (kind < 70)
        swap_nodes(a);
    else if (kind < 85)
        jump(a);
    else
        centre(a);
}

static void move_any(struct annealing *a)
{
    uint32_t kind = random_below(a->random, 100);
    if (kind < 34)
        shift_node(a);
    else if (kind < 36)
        swap_nodes(a);
    else if (kind < 39)
        jump(a);
    else if (kind < 41)
        centre(a);
    else if (kind < 59)
        bend(a);
    else if (kind < 74)
        shift_end(a);
    else
        shift_label(a);
}

static void keep_best(struct annealing *a)
{
    if (a->energy->total >= a->best_cost - 1e-6)
        return;
    a->best_cost = a->energy->total;
    placement_copy(&a->best, a->placement);
}

static void step(struct annealing *a, double temperature)
{
    trial_begin(&a->trial);
    if (a->plan->whole)
        move_any(a);
    else
        move_nodes(a);
    double difference = trial_difference(&a->trial);
    if (difference <= 0 || difference < -temperature * random_log(a->random))
        trial_accept(&a->trial);
    else
        trial_reject(&a->trial);
}

/* A stage at one temperature. The range of moves falls with the temperature. */
static void run_stage(struct annealing *a, unsigned stage, double temperature, double range)
{
    unsigned long steps = a->plan->steps / a->plan->stages;
    double growth = a->plan->small + (1 - a->plan->small) * stage / (a->plan->stages * 0.6);
    a->range = range;
    a->placement->growth = growth > 1 ? 1 : growth;
    if (a->plan->small < 1)
        placement_update(a->placement);
    energy_recompute(a->energy);
    a->best_cost = a->placement->growth < 1 ? HUGE_VAL : a->best_cost;
    for (unsigned long i = 0; i < steps; i++)
        step(a, temperature);
    if (stage >= a->plan->stages / 2)
        keep_best(a);
}

static void run(struct annealing *a)
{
    const struct anneal_plan *plan = a->plan;
    /* The factor from stage to stage, as a root by repeated halving of the logarithm: sqrt is
       exact everywhere. */
    double cooling = plan->cold / plan->hot, closing = plan->near / plan->far;
    for (unsigned i = 1; i < plan->stages; i *= 2) {
        cooling = sqrt(cooling);
        closing = sqrt(closing);
    }
    double temperature = plan->hot, range = plan->far;
    for (unsigned stage = 0; stage < plan->stages; stage++) {
        run_stage(a, stage, temperature, range);
        temperature *= cooling;
        range *= closing;
    }
}

enum status anneal_run(struct placement *placement, struct energy *energy,
                       const struct anneal_plan *plan, struct random *random)
{
    struct annealing a = {.placement = placement,
                          .energy = energy,
                          .random = random,
                          .plan = plan,
                          .best_cost = HUGE_VAL};
    if (placement->scene->node_count == 0 || placement->scene->line_count == 0)
        return STATUS_OK;
    enum status status = trial_init(&a.trial, placement, energy);
    if (status == STATUS_OK)
        status = placement_init(&a.best, placement->scene, placement->width, placement->height);
    if (status == STATUS_OK) {
        run(&a);
        if (a.best_cost < HUGE_VAL)
            placement_copy(placement, &a.best);
        energy_recompute(energy);
    }
    trial_clear(&a.trial);
    placement_clear(&a.best);
    return status;
}
