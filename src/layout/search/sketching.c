/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/sketching.h"

#include <math.h>
#include <stdlib.h>

#include "layout/search/density.h"
#include "layout/search/grouping.h"

/* A power of two: see cool. */
enum { STAGES = 64 };

/* The temperature at the end, in units of cost; how far nodes move there, in points, and beside
   others; the initial size of nodes; the share of the stages in which they grow. */
static const double cold = 0.05, narrow = 10, vicinity = 160, mild = 0.5, sharing_heat = 3,
                    around_centre = 30, seedling = 0.1, growing = 0.6;

/* For the fewest crossings, nodes are first placed as if lines could pass them: from several
   random starts, each with a share of the steps, from hot to cool. The best result goes on. */
enum { STARTS = 4, SHARED_STARTS = 8 /* for places that figures share */ };
static const double start_share = 1.0 / 18, hot = 4, cool = 0.3;

/* Nodes then grow once more, from a lower temperature on, in the other share of the steps. Lines
   through nodes and lines too short for their labels matter less than in the end, and crossings
   more: lines can still be bent around nodes, and labels put beside lines, but few crossings are
   undone later. */
static const double sketched_share = 0.65, warm = 2;
static const struct straight_weights sketch_weights = {
    .crossing = 2, .passing = 4, .label = 0.7F};
/* Of labels in every second one of these sketches: better where labels are short. */
static const float less_for_labels = 0.4F;

/* Where lines are dense, few crossings can be avoided, and places for lines and labels are rare:
   one start, with the weights of the end, and hotter the more lines there are, since it is hard
   to leave a bad position. */
static const double heat_per_density = 30, usual_density = 2;

struct sketching {
    struct straight straight;
    struct random *random;
    struct guide *guide;       /* NULL: none */
    struct grouping *grouping; /* NULL: no blocs */
    struct point *before;      /* with it: where the nodes of a bloc were */
    double disorder;           /* that the guide allows */
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

/* By how much moving a node changes the costs of the guide and of blocs, which are told so. */
static double guide_by(struct sketching *s, uint32_t node, struct point to)
{
    if (s->guide == NULL && s->grouping == NULL)
        return 0;
    const struct point at = placement_fit(s->straight.placement, node, to);
    return (s->guide != NULL ? guide_move(s->guide, node, at) : 0) +
           (s->grouping != NULL ? grouping_move(s->grouping, node, at) : 0);
}

static bool is_fixed(const struct sketching *s, uint32_t node)
{
    return s->straight.placement->fixed[node];
}

static bool try_move(struct sketching *s, uint32_t node, struct point to, double rise)
{
    struct point from = place_of(s, node);
    if (is_fixed(s, node))
        return false;
    double limit = straight_present_cost(&s->straight, node) + rise - guide_by(s, node, to);
    straight_move(&s->straight, node, to);
    bool accepted = straight_cost(&s->straight, node, limit) <= limit;
    if (accepted)
        straight_update(&s->straight, node, from);
    else {
        straight_move(&s->straight, node, from);
        guide_by(s, node, from);
    }
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
    if (is_fixed(s, one))
        return;
    double before = straight_present_cost(&s->straight, one);
    double guided = guide_by(s, one, q);
    straight_move(&s->straight, one, q);
    double after = straight_cost(&s->straight, one, HUGE_VAL);
    straight_update(&s->straight, one, p);
    if (try_move(s, other, p, draw_rise(s) - (after - before) - guided))
        return;
    straight_move(&s->straight, one, p);
    straight_update(&s->straight, one, q);
    guide_by(s, one, p);
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

/* Moves a node in any case. Returns by how much that changes the cost. */
static double force(struct sketching *s, uint32_t node, struct point to)
{
    const struct point from = place_of(s, node);
    double change = guide_by(s, node, to) - straight_present_cost(&s->straight, node);
    straight_move(&s->straight, node, to);
    change += straight_cost(&s->straight, node, HUGE_VAL);
    straight_update(&s->straight, node, from);
    return change;
}

/* Moves all nodes of a bloc by the same vector; back again if that costs too much. Large blocs
   are moved more seldom, since that takes longer. */
static void move_bloc(struct sketching *s)
{
    enum { LARGE = 6 };
    const struct scene *scene = s->straight.placement->scene;
    const struct scene_bloc *bloc =
        &scene->blocs[random_below(s->random, (uint32_t)scene->bloc_count)];
    if (random_below(s->random, (uint32_t)bloc->node_count) >= LARGE)
        return;
    const struct point by = spread(s, (struct point){0, 0}, 2 * s->range);
    double rise = draw_rise(s), change = 0;
    for (size_t i = 0; i < bloc->node_count; i++) {
        const struct point from = s->before[i] = place_of(s, bloc->nodes[i]);
        if (!is_fixed(s, bloc->nodes[i]))
            change += force(s, bloc->nodes[i], (struct point){from.x + by.x, from.y + by.y});
    }
    for (size_t i = 0; change > rise && i < bloc->node_count; i++)
        force(s, bloc->nodes[i], s->before[i]);
}

static void step(struct sketching *s)
{
    enum { BLOCS = 4 }; /* percent */
    if (s->straight.placement->scene->bloc_count > 0 && s->grouping != NULL &&
        random_below(s->random, 100) < BLOCS) {
        move_bloc(s);
        return;
    }
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

/* Moves the nodes with a side there: to the left two fifths, say. */
static void take_sides(struct sketching *s)
{
    static const double from[] = {
        [SIDE_FREE] = 0, [SIDE_LEFT] = 0, [SIDE_BETWEEN] = 0.3, [SIDE_RIGHT] = 0.6};
    const struct placement *placement = s->straight.placement;
    for (uint32_t i = 0; i < s->straight.node_count; i++) {
        const enum scene_side side = placement->scene->nodes[i].side;
        const struct point at = place_of(s, i);
        if (side != SIDE_FREE)
            straight_move(&s->straight, i,
                          (struct point){placement->width * from[side] + 0.4 * at.x, at.y});
    }
}

/* Puts the nodes of each outermost bloc around one of them. */
static void gather_blocs(struct sketching *s)
{
    const struct scene *scene = s->straight.placement->scene;
    for (size_t i = 0; i < scene->bloc_count && scene->blocs[i].depth == 0; i++) {
        const struct scene_bloc *bloc = &scene->blocs[i];
        const struct point centre = place_of(s, bloc->nodes[0]);
        for (size_t j = 1; j < bloc->node_count; j++)
            straight_move(&s->straight, bloc->nodes[j], spread(s, centre, around_centre));
    }
}

/* Starts from the guide's places. */
static void take_starts(struct sketching *s)
{
    for (uint32_t i = 0; i < s->straight.node_count; i++)
        straight_move(&s->straight, i, s->straight.placement->nodes[i]);
}

/* Nodes grow; lines may be allowed to pass them. */
static void anneal(struct sketching *s, unsigned long steps, double end, bool passable)
{
    s->straight.passable = passable;
    double cooling = factor(s->temperature, end), narrowing = factor(s->range, narrow);
    for (unsigned stage = 0; stage < STAGES; stage++) {
        double grown = seedling + (1 - seedling) * stage / (STAGES * growing);
        s->straight.growth = lesser(1, grown);
        straight_recompute(&s->straight);
        if (s->grouping != NULL)
            grouping_resize(s->grouping, s->straight.growth);
        for (unsigned long i = 0; i < steps / STAGES; i++)
            step(s);
        if (s->guide != NULL)
            guide_adapt(s->guide, s->disorder);
        s->temperature *= cooling;
        s->range *= narrowing;
    }
}

/* Tells the grouping where all nodes are. */
static void note_places(struct sketching *s)
{
    for (uint32_t i = 0; s->grouping != NULL && i < s->straight.node_count; i++)
        s->grouping->at[i] = place_of(s, i);
}

/* Puts nodes anywhere, but those of a bloc together and camps on their sides. */
static void scatter_groups(struct sketching *s)
{
    scatter(s);
    if (s->grouping != NULL) {
        take_sides(s);
        gather_blocs(s);
        note_places(s);
    }
}

/* Places nodes from a random start; returns the cost of the result. */
static double place_nodes(struct sketching *s, unsigned long steps)
{
    s->temperature = hot;
    s->range = s->straight.placement->width / 3;
    scatter_groups(s);
    anneal(s, steps, cool, true);
    straight_recompute(&s->straight);
    return straight_total(&s->straight) + (s->grouping != NULL ? grouping_total(s->grouping) : 0);
}

/* Places nodes from so many STARTS, and keeps the best result. */
static enum status place_nodes_best(struct sketching *s, unsigned long steps, unsigned starts)
{
    const uint32_t count = (uint32_t)s->straight.node_count;
    struct point *best = calloc(count + 1, sizeof *best);
    double least = HUGE_VAL;
    if (best == NULL)
        return STATUS_MEMORY;
    for (unsigned start = 0; start < starts; start++) {
        double cost = place_nodes(s, steps);
        for (uint32_t i = 0; cost < least && i < count; i++)
            best[i] = place_of(s, i);
        least = lesser(cost, least);
    }
    for (uint32_t i = 0; i < count; i++)
        straight_move(&s->straight, i, best[i]);
    note_places(s);
    free(best);
    return STATUS_OK;
}

/* Takes the result over. */
static void finish(struct sketching *s, struct placement *placement)
{
    for (uint32_t i = 0; i < s->straight.node_count; i++)
        placement_move_node(placement, i, place_of(s, i));
    placement_straighten(placement);
}

static void sketch_at_once(struct sketching *s, unsigned long steps, double density)
{
    s->temperature = 1 + heat_per_density * greater(0, density - usual_density);
    s->range = s->straight.placement->width / 3;
    scatter_groups(s);
    anneal(s, steps, cold, false);
}

static enum status sketch_from_starts(struct sketching *s, unsigned long steps, unsigned starts)
{
    s->straight.weights = sketch_weights;
    if (random_below(s->random, 2) == 0)
        s->straight.weights.label = less_for_labels;
    TRY(place_nodes_best(s, (unsigned long)((double)steps * start_share), starts));
    s->temperature = warm;
    s->range = s->straight.placement->width / 10;
    anneal(s, (unsigned long)((double)steps * sketched_share), cold, false);
    return STATUS_OK;
}

/* Starts from the guide, if there is one. */
static enum status sketch(struct sketching *s, unsigned long steps)
{
    if (s->guide != NULL) {
        take_starts(s);
        note_places(s);
        anneal(s, steps, cold, false);
        return STATUS_OK;
    }
    const struct scene *scene = s->straight.placement->scene;
    if (density_is_high(scene)) {
        sketch_at_once(s, steps, density_of_lines(scene));
        return STATUS_OK;
    }
    return sketch_from_starts(s, steps, STARTS);
}

/* Puts nodes anywhere if there are no lines. */
static enum status place(struct sketching *s, unsigned long steps)
{
    s->before = calloc(s->straight.node_count + 1, sizeof *s->before);
    if (s->before == NULL)
        return STATUS_MEMORY;
    if (s->straight.bundle_count > 0)
        return sketch(s, steps);
    if (s->guide != NULL)
        take_starts(s);
    else
        scatter_groups(s);
    return STATUS_OK;
}

static enum status run(struct sketching *s, struct placement *placement, unsigned long steps)
{
    enum status status = straight_init(&s->straight, placement);
    if (status == STATUS_OK)
        status = place(s, steps);
    if (status == STATUS_OK) {
        finish(s, placement);
        if (s->grouping != NULL)
            grouping_update(s->grouping, placement);
    }
    straight_clear(&s->straight);
    free(s->before);
    return status;
}

enum status sketching_run(struct placement *placement, unsigned long steps, struct random *random)
{
    struct sketching s = {.random = random, .grouping = placement->grouping};
    return run(&s, placement, steps);
}

enum status sketching_run_guided(struct placement *placement, struct guide *guide,
                                 unsigned long steps, double disorder, struct random *random)
{
    struct sketching s = {.random = random,
                          .guide = guide,
                          .grouping = placement->grouping,
                          .disorder = disorder,
                          .temperature = mild,
                          .range = placement->width / 6};
    enum status status = run(&s, placement, steps);
    guide_update(guide, placement);
    return status;
}

/* Starts from where the nodes are. */
static enum status go_on(struct sketching *s, unsigned long steps)
{
    take_starts(s);
    anneal(s, steps, cold, false);
    return STATUS_OK;
}

enum status sketching_arrange(struct placement *placement, const struct straight_figure *figures,
                              size_t figure_count, bool begun, unsigned long steps,
                              struct random *random, double *cost)
{
    struct sketching s = {
        .random = random, .temperature = sharing_heat, .range = placement->width / 3};
    enum status status = straight_init(&s.straight, placement);
    if (status == STATUS_OK)
        status = straight_share(&s.straight, figures, figure_count);
    if (status == STATUS_OK)
        status = begun ? go_on(&s, steps) : sketch_from_starts(&s, steps, SHARED_STARTS);
    if (status == STATUS_OK) {
        s.straight.weights = sketch_weights; /* so that all results can be compared */
        straight_recompute(&s.straight);
        *cost = straight_total(&s.straight);
        finish(&s, placement);
    }
    straight_clear(&s.straight);
    return status;
}
