/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "layout/search/anneal.h"

enum { NODES = 8, LINES = 12 };

/* A cube: eight actors and twelve lines with labels; it can be drawn without crossings. */
static struct scene_node nodes[NODES];
static struct scene_line lines[LINES] = {
    {0, 1, 0, HEAD_NONE, HEAD_TRIANGLE}, {1, 2, 1, HEAD_NONE, HEAD_TEE},
    {2, 3, 2, HEAD_NONE, HEAD_TRIANGLE}, {3, 0, 3, HEAD_NONE, HEAD_TEE},
    {4, 5, 4, HEAD_NONE, HEAD_TRIANGLE}, {5, 6, 5, HEAD_NONE, HEAD_TEE},
    {6, 7, 6, HEAD_NONE, HEAD_TRIANGLE}, {7, 4, 7, HEAD_NONE, HEAD_TEE},
    {0, 4, 8, HEAD_NONE, HEAD_TRIANGLE}, {1, 5, 9, HEAD_NONE, HEAD_TEE},
    {2, 6, 10, HEAD_TEE, HEAD_TEE},      {3, 7, 11, HEAD_NONE, HEAD_NONE}};
static struct scene_tie relations[LINES];

static struct scene make_scene(void)
{
    for (uint32_t i = 0; i < NODES; i++)
        nodes[i] = (struct scene_node){.id = "n",
                                       .shape = i % 2 == 0 ? SHAPE_BOX : SHAPE_ELLIPSE,
                                       .width = 60,
                                       .height = 22};
    for (uint32_t i = 0; i < LINES; i++)
        relations[i] = (struct scene_tie){.id = "r",
                                          .phase = PHASE_CURRENT,
                                          .weight = 3,
                                          .first_line = i,
                                          .line_count = 1,
                                          .junction = SCENE_NONE,
                                          .label = {.count = 1, .width = 30, .height = 10}};
    return (struct scene){.nodes = nodes,
                          .lines = lines,
                          .ties = relations,
                          .node_count = NODES,
                          .line_count = LINES,
                          .tie_count = LINES};
}

struct setup {
    struct scene scene;
    struct placement placement;
    struct energy energy;
    struct random random;
};

/* Places nodes at random. */
static void scatter(struct placement *placement, struct random *random)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double x = random_unit(random) * placement->width;
        double y = random_unit(random) * placement->height;
        placement_move_node(placement, i, (struct point){x, y});
    }
    placement_straighten(placement);
}

static void set_up(struct setup *setup, uint64_t seed)
{
    setup->scene = make_scene();
    setup->random = (struct random){seed};
    ck_assert_int_eq(placement_init(&setup->placement, &setup->scene, 400, 400), STATUS_OK);
    ck_assert_int_eq(energy_init(&setup->energy, &setup->placement), STATUS_OK);
    scatter(&setup->placement, &setup->random);
    energy_recompute(&setup->energy);
}

static void tear_down(struct setup *setup)
{
    placement_clear(&setup->placement);
    energy_clear(&setup->energy);
}

static const struct anneal_plan sketch = {.steps = 20000,
                                          .stages = 64,
                                          .temperature = {2, 0.05},
                                          .range = {130, 10},
                                          .growth = 0.1,
                                          .nodes_only = true};
static const struct anneal_plan whole = {
    .steps = 20000, .stages = 64, .temperature = {0.8, 0.01}, .range = {40, 3}, .growth = 1};

static void anneal(struct setup *setup)
{
    ck_assert_int_eq(anneal_run(&setup->placement, &setup->energy, &sketch, &setup->random),
                     STATUS_OK);
    setup->placement.labelled = true;
    ck_assert_int_eq(anneal_run(&setup->placement, &setup->energy, &whole, &setup->random),
                     STATUS_OK);
}

/* --- random numbers */

START_TEST(random_numbers_are_those_of_the_published_generator)
{
    /* The first outputs of SplitMix64 for the seed 0: e220a8397b1dcdaf, 6e789e6aa1b965f4. */
    struct random random = {0};
    ck_assert_double_eq_tol(random_unit(&random), (double)0xe220a8397b1dcdafu * 0x1p-64, 1e-15);
    ck_assert_double_eq_tol(random_unit(&random), (double)0x6e789e6aa1b965f4u * 0x1p-64, 1e-15);
}
END_TEST

START_TEST(the_logarithm_is_natural)
{
    struct random one = {42}, other = {42};
    for (int i = 0; i < 1000; i++)
        ck_assert_double_eq_tol(random_log(&one), log(1 - random_unit(&other)), 1e-11);
}
END_TEST

START_TEST(random_numbers_stay_in_their_ranges)
{
    struct random random = {7};
    unsigned seen = 0;
    for (int i = 0; i < 1000; i++) {
        double unit = random_unit(&random), spread = random_spread(&random);
        uint32_t below = random_below(&random, 3);
        ck_assert(unit >= 0 && unit < 1 && fabs(spread) <= 1.5 && below < 3);
        seen |= 1u << below;
    }
    ck_assert_uint_eq(seen, 7);
}
END_TEST

/* --- costs */

static double pair(struct setup *setup, enum part_kind p, uint32_t i, enum part_kind q,
                   uint32_t j)
{
    struct part a = {p, i}, b = {q, j};
    double cost = cost_pair(&setup->placement, a, b);
    ck_assert_double_eq_tol(cost, cost_pair(&setup->placement, b, a), 1e-9);
    return cost;
}

static void put(struct setup *setup, uint32_t node, double x, double y)
{
    setup->placement.nodes[node] = (struct point){x, y};
}

/* Two lines that cross at right angles, each other node far away. */
static void put_cross(struct setup *setup)
{
    for (uint32_t i = 0; i < NODES; i++)
        put(setup, i, 3000 + 300 * i, 3000);
    put(setup, 0, 0, 200);
    put(setup, 1, 400, 200);
    put(setup, 4, 200, 0);
    put(setup, 5, 200, 400);
    setup->placement.labelled = true;
    placement_straighten(&setup->placement);
}

START_TEST(a_crossing_is_the_unit)
{
    struct setup setup;
    set_up(&setup, 1);
    put_cross(&setup);
    ck_assert_double_eq_tol(pair(&setup, PART_LINE, 0, PART_LINE, 4), 1, 0.01);
    put(&setup, 4, 20, 150); /* a sharp angle costs more */
    put(&setup, 5, 380, 260);
    placement_update(&setup.placement);
    ck_assert_double_gt(pair(&setup, PART_LINE, 0, PART_LINE, 4), 1.3);
    put(&setup, 5, 380, 100);
    placement_update(&setup.placement);
    ck_assert_double_lt(pair(&setup, PART_LINE, 0, PART_LINE, 4), 1);
    tear_down(&setup);
}
END_TEST

START_TEST(collisions_cost_more_than_crossings)
{
    struct setup setup;
    set_up(&setup, 1);
    put_cross(&setup);
    ck_assert_double_gt(pair(&setup, PART_LINE, 0, PART_LABEL, 4), 3); /* a line on a label */
    ck_assert_double_gt(pair(&setup, PART_LABEL, 0, PART_LABEL, 4), 3);
    put(&setup, 2, 200, 205);
    ck_assert_double_gt(pair(&setup, PART_NODE, 2, PART_LINE, 0), 5);
    ck_assert_double_gt(pair(&setup, PART_NODE, 2, PART_LABEL, 0), 5);
    put(&setup, 3, 190, 210);
    ck_assert_double_gt(pair(&setup, PART_NODE, 2, PART_NODE, 3), 5);
    ck_assert(pair(&setup, PART_NODE, 0, PART_LINE, 0) == 0); /* its own end */
    tear_down(&setup);
}
END_TEST

START_TEST(a_label_may_lie_on_its_own_line_but_not_hide_it)
{
    struct setup setup;
    set_up(&setup, 1);
    put_cross(&setup);
    ck_assert(pair(&setup, PART_LINE, 0, PART_LABEL, 0) == 0);
    put(&setup, 1, 110, 200); /* 50 points for a label of 30 and a head */
    placement_update(&setup.placement);
    ck_assert_double_gt(pair(&setup, PART_LINE, 0, PART_LABEL, 0), 3);
    tear_down(&setup);
}
END_TEST

/* The cost of a line that passes the label of line 0, on its line or below it, at a distance of
   GAP points from the label. */
static double cost_of_passing(struct setup *setup, int side, double gap)
{
    struct placement_label *label = &setup->placement.labels[0];
    put_cross(setup);
    label->side = side;
    placement_update(&setup->placement);
    put(setup, 4, 100, label->box.high.y + gap);
    put(setup, 5, 300, label->box.high.y + gap);
    placement_update(&setup->placement);
    return pair(setup, PART_LINE, 4, PART_LABEL, 0);
}

START_TEST(a_label_is_clearly_nearer_to_its_own_line)
{
    struct setup setup;
    set_up(&setup, 1);
    ck_assert_double_gt(cost_of_passing(&setup, 1, 4), 1); /* it is 2 points from its own */
    ck_assert_double_gt(cost_of_passing(&setup, 0, 4), 0.3);
    ck_assert(cost_of_passing(&setup, 1, 10) == 0);
    ck_assert(cost_of_passing(&setup, 0, 10) == 0);
    setup.placement.strict = true; /* collisions */
    ck_assert_double_gt(cost_of_passing(&setup, 1, 4), 3);
    ck_assert_double_gt(cost_of_passing(&setup, 0, 4), 3);
    tear_down(&setup);
}
END_TEST

/* Line 0 meets node 1, which is wide, at a right angle or along its upper side. */
static double cost_of_meeting(struct setup *setup, double x, double y)
{
    put_cross(setup);
    put(setup, 0, x, y);
    placement_straighten(&setup->placement);
    return cost_own(&setup->placement, (struct part){PART_LINE, 0}) -
           setup->placement.routes[0].polyline.length / 900;
}

START_TEST(a_line_should_not_run_along_the_border_of_its_node)
{
    struct setup setup;
    set_up(&setup, 1);
    nodes[1].width = 400;
    const double right = cost_of_meeting(&setup, 400, 0);
    const double along = cost_of_meeting(&setup, 0, 150);
    nodes[1].width = 60;
    ck_assert_double_lt(fabs(right), 0.01);
    ck_assert_double_gt(along, 0.1);
    tear_down(&setup);
}
END_TEST

static bool octagons_meet(const struct octagon *a, const struct octagon *b)
{
    for (int side = 0; side < OCTAGON_SIDES; side += 2)
        if (a->sides[side] > b->sides[side + 1] || b->sides[side] > a->sides[side + 1])
            return false;
    return true;
}

/* The number of pairs whose octagons do not meet. Fails if one of them costs anything. */
static unsigned count_apart(struct setup *setup)
{
    unsigned apart = 0;
    for (uint32_t i = 0; i < setup->energy.count; i++)
        for (uint32_t j = 0; j < i; j++) {
            struct part a = part_at(&setup->scene, i), b = part_at(&setup->scene, j);
            struct octagon p = cost_octagon(&setup->placement, a);
            struct octagon q = cost_octagon(&setup->placement, b);
            if (octagons_meet(&p, &q))
                continue;
            ck_assert(cost_pair(&setup->placement, a, b) <= 0);
            apart++;
        }
    return apart;
}

/* The energy compares only parts whose octagons meet. */
START_TEST(parts_whose_octagons_do_not_meet_cost_nothing)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct setup setup;
        set_up(&setup, seed);
        setup.placement.labelled = true;
        setup.placement.crowded = seed % 2 == 0;
        for (uint32_t i = 0; i < LINES; i++)
            setup.placement.routes[i].bend = 20 * random_spread(&setup.random);
        for (uint32_t i = 0; seed % 2 == 0 && i < LINES; i++)
            setup.placement.routes[i].sway = 20 * random_spread(&setup.random);
        placement_update(&setup.placement);
        uint32_t pairs = setup.energy.count * (setup.energy.count - 1) / 2;
        ck_assert_uint_gt(count_apart(&setup), pairs / 3);
        tear_down(&setup);
    }
}
END_TEST

/* --- energy and annealing */

START_TEST(the_energy_is_right_after_many_trials)
{
    struct setup setup;
    set_up(&setup, 3);
    anneal(&setup); /* thousands of trials; then everything is recomputed */
    double total = setup.energy.total;
    for (int i = 0; i < 200; i++) {
        uint32_t relation = random_below(&setup.random, LINES);
        struct placement_label before = setup.placement.labels[relation];
        energy_begin(&setup.energy);
        ck_assert(energy_touch(&setup.energy, PART_LABEL, relation));
        ck_assert(!energy_touch(&setup.energy, PART_LABEL, relation));
        setup.placement.labels[relation].along = random_unit(&setup.random);
        placement_update_label(&setup.placement, relation);
        double difference = energy_difference(&setup.energy);
        if (i % 2 == 0) {
            energy_accept(&setup.energy);
            total += difference;
        } else {
            energy_reject(&setup.energy);
            setup.placement.labels[relation] = before;
        }
        ck_assert_double_eq_tol(setup.energy.total, total, 1e-3);
    }
    energy_recompute(&setup.energy);
    ck_assert_double_eq_tol(setup.energy.total, total, 1e-3);
    tear_down(&setup);
}
END_TEST

START_TEST(a_cube_is_drawn_without_crossings)
{
    struct setup setup;
    set_up(&setup, 1);
    double before = setup.energy.total;
    anneal(&setup);
    ck_assert_double_lt(setup.energy.total, before);
    for (uint32_t i = 0; i < setup.energy.count; i++)
        for (uint32_t j = 0; j < i; j++)
            ck_assert_msg(setup.energy.pair_costs[(size_t)i * setup.energy.count + j] < 1,
                          "%u and %u cost %g", i, j,
                          (double)setup.energy.pair_costs[(size_t)i * setup.energy.count + j]);
    tear_down(&setup);
}
END_TEST

START_TEST(the_same_seed_gives_the_same_placement)
{
    struct setup one, other, third;
    set_up(&one, 5);
    set_up(&other, 5);
    set_up(&third, 6);
    anneal(&one);
    anneal(&other);
    anneal(&third);
    size_t size = NODES * sizeof *one.placement.nodes;
    ck_assert_mem_eq(one.placement.nodes, other.placement.nodes, size);
    ck_assert_mem_ne(one.placement.nodes, third.placement.nodes, size);
    tear_down(&one);
    tear_down(&other);
    tear_down(&third);
}
END_TEST

START_TEST(the_layout_has_lines_from_border_to_border)
{
    struct setup setup;
    struct layout layout;
    set_up(&setup, 2);
    anneal(&setup);
    ck_assert_int_eq(layout_init(&layout, &setup.scene), STATUS_OK);
    ck_assert_int_eq(placement_to_layout(&setup.placement, &layout), STATUS_OK);
    for (uint32_t i = 0; i < LINES; i++)
        for (int end = 0; end < 2; end++) {
            uint32_t node = end == 0 ? lines[i].from : lines[i].to;
            struct point tip = layout.curves[layout.paths[i].first].p[end == 0 ? 0 : 3];
            struct point at = layout.nodes[node];
            ck_assert(shape_holds(nodes[node].shape, at, 60.5, 22.5, tip));
            ck_assert(!shape_holds(nodes[node].shape, at, 59.5, 21.5, tip));
        }
    layout_clear(&layout);
    tear_down(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        random_numbers_are_those_of_the_published_generator,
        the_logarithm_is_natural,
        random_numbers_stay_in_their_ranges,
        a_crossing_is_the_unit,
        collisions_cost_more_than_crossings,
        a_label_may_lie_on_its_own_line_but_not_hide_it,
        a_label_is_clearly_nearer_to_its_own_line,
        a_line_should_not_run_along_the_border_of_its_node,
        parts_whose_octagons_do_not_meet_cost_nothing,
        the_energy_is_right_after_many_trials,
        a_cube_is_drawn_without_crossings,
        the_same_seed_gives_the_same_placement,
        the_layout_has_lines_from_border_to_border,
    };
    return fixture_run("anneal", tests, sizeof tests / sizeof *tests);
}
