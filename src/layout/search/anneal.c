/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/anneal.h"

#include <math.h>
#include <stdlib.h>

#include "layout/search/change.h"

/* What is at hand while annealing. */
struct annealing {
    struct arrangement *arrangement;
    struct ledger *ledger;
    struct random *random;
    const struct anneal_plan *plan;
    double range; /* how far nodes are moved now */
    struct change change;
    struct arrangement best;
    double best_cost;
};

void anneal_scatter(struct arrangement *arrangement, struct random *random)
{
    for (uint32_t i = 0; i < arrangement->scene->node_count; i++) {
        double x = random_unit(random) * arrangement->width;
        double y = random_unit(random) * arrangement->height;
        arrangement_move(arrangement, i, (struct point){x, y});
    }
    arrangement_straighten(arrangement);
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
        if (ledger_cost(a->ledger, first + other) > ledger_cost(a->ledger, first + best))
            best = other;
    }
    return best;
}

static uint32_t pick_part(struct annealing *a, enum part part)
{
    const struct scene *scene = a->arrangement->scene;
    size_t count = part == PART_NODE   ? scene->node_count
                   : part == PART_LINE ? scene->line_count
                                       : scene->relation_count;
    return pick(a, ledger_number(a->ledger, part, 0), (uint32_t)count);
}

static uint32_t count_lines(const struct arrangement *arrangement, uint32_t node)
{
    return arrangement->first[node + 1] - arrangement->first[node];
}

/* A node, or an end of a line that costs much: the one with fewer lines, since moving a hub takes
   longest and is seldom of use. */
static uint32_t pick_node(struct annealing *a)
{
    const struct arrangement *arrangement = a->arrangement;
    if (random_below(a->random, 2) == 0)
        return random_below(a->random, (uint32_t)arrangement->scene->node_count);
    const struct route *route = &arrangement->routes[pick_part(a, PART_LINE)];
    bool fewer = count_lines(arrangement, route->from) < count_lines(arrangement, route->to);
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
    change_touch_node(&a->change, node);
    arrangement_move(a->arrangement, node, spread(a, a->arrangement->nodes[node], a->range));
}

static void swap_nodes(struct annealing *a)
{
    uint32_t one = pick_node(a), other = pick_node(a);
    struct point p = a->arrangement->nodes[one], q = a->arrangement->nodes[other];
    change_touch_node(&a->change, one);
    change_touch_node(&a->change, other);
    arrangement_move(a->arrangement, one, q);
    arrangement_move(a->arrangement, other, p);
}

static uint32_t other_end(const struct arrangement *arrangement, uint32_t line, uint32_t node)
{
    const struct route *route = &arrangement->routes[line];
    return route->from == node ? route->to : route->from;
}

/* To somewhere beside a neighbour. */
static void jump(struct annealing *a)
{
    struct arrangement *arrangement = a->arrangement;
    uint32_t node = pick_node(a), first = arrangement->first[node];
    uint32_t count = arrangement->first[node + 1] - first;
    change_touch_node(&a->change, node);
    uint32_t line =
        arrangement->touching[first + (count > 0 ? random_below(a->random, count) : 0)];
    struct point beside = arrangement->nodes[other_end(arrangement, line, node)];
    arrangement_move(arrangement, node, spread(a, beside, 160));
}

/* To the middle of its neighbours, about. */
static void centre(struct annealing *a)
{
    struct arrangement *arrangement = a->arrangement;
    uint32_t node = pick_node(a), end = arrangement->first[node + 1];
    struct point sum = {0, 0};
    double count = end - arrangement->first[node];
    change_touch_node(&a->change, node);
    for (uint32_t i = arrangement->first[node]; i < end; i++) {
        struct point p =
            arrangement->nodes[other_end(arrangement, arrangement->touching[i], node)];
        sum.x += p.x / count;
        sum.y += p.y / count;
    }
    arrangement_move(arrangement, node, spread(a, sum, 30));
}

static void bend(struct annealing *a)
{
    uint32_t line = pick_part(a, PART_LINE);
    struct route *route = &a->arrangement->routes[line];
    change_touch_line(&a->change, line);
    double most = 0.3 * greater(route->track.length, 0) + 16;
    double wanted = random_below(a->random, 4) == 0
                        ? 0
                        : route->bend + random_spread(a->random) * (a->range + 12);
    route->bend = wanted < -most ? -most : wanted > most ? most : wanted;
}

/* Moves an end along its node, within its middle part. */
static void shift_end(struct annealing *a)
{
    uint32_t line = pick_part(a, PART_LINE);
    struct route *route = &a->arrangement->routes[line];
    unsigned end = random_below(a->random, 2);
    const struct scene_node *node =
        &a->arrangement->scene->nodes[end == 0 ? route->from : route->to];
    double share = node->shape == SHAPE_ELLIPSE ? 0.55 : 0.75;
    change_touch_line(&a->change, line);
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
    struct tag *tag = &a->arrangement->tags[relation];
    const struct scene_relation *r = &a->arrangement->scene->relations[relation];
    change_touch_label(&a->change, relation);
    if (r->line_count > 1 && random_below(a->random, 3) == 0) {
        change_touch_line(&a->change, tag->line);
        tag->line = r->first_line + random_below(a->random, r->line_count);
        change_touch_line(&a->change, tag->line);
    }
    double along = random_below(a->random, 3) == 0 ? 0.5 + 0.5 * random_spread(a->random)
                                                   : tag->along + 0.15 * random_spread(a->random);
    tag->along = along < 0.06 ? 0.06 : along > 0.94 ? 0.94 : along;
    if (random_below(a->random, 3) != 0)
        return;
    /* Whether it lies on its line decides how long that must be. */
    change_touch_line(&a->change, tag->line);
    tag->side = (int)random_below(a->random, 3) - 1;
}

static void change_start(struct annealing *a)
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

static void change_whole(struct annealing *a)
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
    if (a->ledger->total >= a->best_cost - 1e-6)
        return;
    a->best_cost = a->ledger->total;
    arrangement_copy(&a->best, a->arrangement);
}

static void step(struct annealing *a, double temperature)
{
    change_begin(&a->change);
    if (a->plan->whole)
        change_whole(a);
    else
        change_start(a);
    double difference = change_price(&a->change);
    if (difference <= 0 || difference < -temperature * random_log(a->random))
        change_accept(&a->change);
    else
        change_reject(&a->change);
}

/* A stage at one temperature. The range of moves falls with the temperature. */
static void run_stage(struct annealing *a, unsigned stage, double temperature, double range)
{
    unsigned long steps = a->plan->steps / a->plan->stages;
    double grown = a->plan->small + (1 - a->plan->small) * stage / (a->plan->stages * 0.6);
    a->range = range;
    a->arrangement->grown = grown > 1 ? 1 : grown;
    if (a->plan->small < 1)
        arrangement_renew(a->arrangement);
    ledger_renew(a->ledger);
    a->best_cost = a->arrangement->grown < 1 ? HUGE_VAL : a->best_cost;
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

enum status anneal_run(struct arrangement *arrangement, struct ledger *ledger,
                       const struct anneal_plan *plan, struct random *random)
{
    struct annealing a = {.arrangement = arrangement,
                          .ledger = ledger,
                          .random = random,
                          .plan = plan,
                          .best_cost = HUGE_VAL};
    if (arrangement->scene->node_count == 0 || arrangement->scene->line_count == 0)
        return STATUS_OK;
    enum status status = change_init(&a.change, arrangement, ledger);
    if (status == STATUS_OK)
        status = arrangement_init(&a.best, arrangement->scene, arrangement->width,
                                  arrangement->height);
    if (status == STATUS_OK) {
        run(&a);
        if (a.best_cost < HUGE_VAL)
            arrangement_copy(arrangement, &a.best);
        ledger_renew(ledger);
    }
    change_clear(&a.change);
    arrangement_clear(&a.best);
    return status;
}
