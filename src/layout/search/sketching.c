/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/sketching.h"

#include <math.h>

#include "layout/search/straight.h"

/* A power of two: see cool. */
enum { STAGES = 64 };

/* The temperature at the end, in units of cost; how far nodes move there, in points, and beside
   others; the initial size of nodes; the share of the stages in which they grow. */
static const double cold = 0.05, narrow = 10, vicinity = 160, around_centre = 30, seedling = 0.1,
                    growing = 0.6;

struct sketching {
    struct straight straight;
    struct random *random;
    double temperature, range;
};

static struct point place_of(const struct sketching *s, uint32_t node)
{
    return (struct point){(double)s->straight.x[node], (double)s->straight.y[node]};
}

/* How much the cost may rise, drawn from the distribution with which a move that raises it by
   that is accepted (Metropolis and others 1953). */
static double draw_rise(struct sketching *s)
{
    return -s->temperature * random_log(s->random);
}

static bool try_move(struct sketching *s, uint32_t node, struct point to, double rise)
{
    struct point from = place_of(s, node);
    double limit = straight_present_cost(&s->straight, node) + rise;
    straight_move(&s->straight, node, to);
    bool accepted = straight_cost(&s->straight, node, limit) <= limit;
    if (accepted)
        straight_update(&s->straight, node, from);
    else
        straight_move(&s->straight, node, from);
    return accepted;
}

static struct point spread(struct sketching *s, struct point around, double range)
{
    double x = random_spread(s->random) * range;
    double y = random_spread(s->random) * range;
    return (struct point){around.x + x, around.y + y};
}

static uint32_t count_incident(const struct sketching *s, uint32_t node)
{
    return s->straight.first_incident[node + 1] - s->straight.first_incident[node];
}

/* The costliest of one to three random bundles, so that the work goes where it is needed. */
static const struct straight_bundle *pick_bundle(struct sketching *s)
{
    const struct straight *straight = &s->straight;
    uint32_t count = (uint32_t)straight->bundle_count, best = random_below(s->random, count);
    for (uint32_t drawn = random_below(s->random, 3); drawn > 0; drawn--) {
        uint32_t other = random_below(s->random, count);
        if (straight->bundle_costs[other] > straight->bundle_costs[best])
            best = other;
    }
    return &straight->bundles[best];
}

/* A random node, or, of a costly bundle, the end with fewer bundles: moving a hub is slow and
   seldom helps. */
static uint32_t pick(struct sketching *s)
{
    if (random_below(s->random, 2) == 0)
        return random_below(s->random, (uint32_t)s->straight.node_count);
    const struct straight_bundle *bundle = pick_bundle(s);
    bool fewer = count_incident(s, bundle->from) < count_incident(s, bundle->to);
    return fewer ? bundle->from : bundle->to;
}

static uint32_t neighbour(const struct sketching *s, uint32_t node, uint32_t index)
{
    const struct straight *straight = &s->straight;
    const struct straight_bundle *bundle =
        &straight->bundles[straight->incident[straight->first_incident[node] + index]];
    return bundle->from == node ? bundle->to : bundle->from;
}

static void shift(struct sketching *s)
{
    uint32_t node = pick(s);
    try_move(s, node, spread(s, place_of(s, node), s->range), draw_rise(s));
}

/* The first of two nodes is moved in any case, so that the cost of the second can be computed. */
static void swap(struct sketching *s)
{
    uint32_t one = pick(s), other = pick(s);
    struct point p = place_of(s, one), q = place_of(s, other);
    double before = straight_present_cost(&s->straight, one);
    straight_move(&s->straight, one, q);
    double after = straight_cost(&s->straight, one, HUGE_VAL);
    straight_update(&s->straight, one, p);
    if (try_move(s, other, p, draw_rise(s) - (after - before)))
        return;
    straight_move(&s->straight, one, p);
    straight_update(&s->straight, one, q);
}

static void move_beside(struct sketching *s)
{
    uint32_t node = pick(s), count = count_incident(s, node);
    if (count == 0)
        return;
    struct point beside = place_of(s, neighbour(s, node, random_below(s->random, count)));
    try_move(s, node, spread(s, beside, vicinity), draw_rise(s));
}

static void move_to_centre(struct sketching *s)
{
    uint32_t node = pick(s), count = count_incident(s, node);
    struct point sum = {0, 0};
    for (uint32_t i = 0; i < count; i++) {
        struct point p = place_of(s, neighbour(s, node, i));
        sum = (struct point){sum.x + p.x / count, sum.y + p.y / count};
    }
    if (count > 0)
        try_move(s, node, spread(s, sum, around_centre), draw_rise(s));
}

static void step(struct sketching *s)
{
    uint32_t drawn = random_below(s->random, 100);
    if (drawn < 60)
        shift(s);
    else if (drawn < 66)
        swap(s);
    else if (drawn < 82)
        move_beside(s);
    else
        move_to_centre(s);
}

/* The factor from stage to stage, with which a value goes from FROM to TO, by repeated square
   roots, which are exact on every machine. */
static double factor(double from, double to)
{
    double ratio = to / from;
    for (unsigned i = 1; i < STAGES; i *= 2)
        ratio = sqrt(ratio);
    return ratio;
}

static void scatter(struct sketching *s)
{
    const struct placement *placement = s->straight.placement;
    for (uint32_t i = 0; i < s->straight.node_count; i++) {
        double x = random_unit(s->random) * placement->width;
        double y = random_unit(s->random) * placement->height;
        straight_move(&s->straight, i, (struct point){x, y});
    }
}

static void anneal(struct sketching *s, unsigned long steps)
{
    double cooling = factor(s->temperature, cold), narrowing = factor(s->range, narrow);
    for (unsigned stage = 0; stage < STAGES; stage++) {
        double grown = seedling + (1 - seedling) * stage / (STAGES * growing);
        s->straight.growth = lesser(1, grown);
        straight_recompute(&s->straight);
        for (unsigned long i = 0; i < steps / STAGES; i++)
            step(s);
        s->temperature *= cooling;
        s->range *= narrowing;
    }
}

enum status sketching_run(struct placement *placement, unsigned long steps, double hot,
                          struct random *random)
{
    struct sketching s = {.random = random, .temperature = hot, .range = placement->width / 3};
    enum status status = straight_init(&s.straight, placement);
    if (status == STATUS_OK) {
        scatter(&s);
        if (s.straight.bundle_count > 0)
            anneal(&s, steps);
        for (uint32_t i = 0; i < s.straight.node_count; i++)
            placement_move_node(placement, i, place_of(&s, i));
        placement_straighten(placement);
    }
    straight_clear(&s.straight);
    return status;
}
