/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "layout/intersection.h"
#include "layout/search/sketching.h"
#include "layout/search/straight.h"

/* A dodecahedron, which is planar, but not drawn so by chance; its first edge is three lines. */
enum { NODES = 20, EDGES = 30, LINES = EDGES + 2 };

static struct scene_node nodes[NODES];
static struct scene_line lines[LINES];
static struct scene_tie ties[LINES];

static void add_line(size_t index, uint32_t from, uint32_t to)
{
    lines[index] = (struct scene_line){from, to, (uint32_t)index, HEAD_NONE, HEAD_TRIANGLE};
    ties[index] = (struct scene_tie){.id = "t",
                                     .weight = 3,
                                     .first_line = (uint32_t)index,
                                     .line_count = 1,
                                     .junction = SCENE_NONE,
                                     .label = {.count = 1, .width = 30, .height = 10}};
}

/* As the generalized Petersen graph G(10, 2). */
static struct scene make_scene(void)
{
    for (uint32_t i = 0; i < NODES; i++)
        nodes[i] = (struct scene_node){
            .id = "n", .shape = SHAPE_BOX, .width = 20 + 3.0 * i, .height = 22};
    for (uint32_t i = 0; i < 10; i++) {
        add_line(3 * i, i, (i + 1) % 10);
        add_line(3 * i + 1, i, 10 + i);
        add_line(3 * i + 2, 10 + i, 10 + (i + 2) % 10);
    }
    add_line(EDGES, 1, 0);
    add_line(EDGES + 1, 0, 1);
    return (struct scene){.nodes = nodes,
                          .lines = lines,
                          .ties = ties,
                          .node_count = NODES,
                          .line_count = LINES,
                          .tie_count = LINES};
}

struct setup {
    struct scene scene;
    struct placement placement;
    struct straight straight;
    struct random random;
};

static struct point draw_place(struct setup *setup)
{
    double x = random_unit(&setup->random) * 700, y = random_unit(&setup->random) * 700;
    return (struct point){x, y};
}

static void set_up(struct setup *setup, uint64_t seed)
{
    setup->scene = make_scene();
    setup->random = (struct random){seed};
    ck_assert_int_eq(placement_init(&setup->placement, &setup->scene, 700, 700), STATUS_OK);
    ck_assert_int_eq(straight_init(&setup->straight, &setup->placement), STATUS_OK);
    for (uint32_t i = 0; i < NODES; i++)
        straight_move(&setup->straight, i, draw_place(setup));
    straight_recompute(&setup->straight);
}

static void tear_down(struct setup *setup)
{
    straight_clear(&setup->straight);
    placement_clear(&setup->placement);
}

START_TEST(lines_between_the_same_nodes_are_one_bundle)
{
    struct setup setup;
    set_up(&setup, 1);
    ck_assert_uint_eq(setup.straight.bundle_count, EDGES);
    ck_assert_double_eq(setup.straight.bundles[0].lines, 3);
    ck_assert_double_eq(setup.straight.bundles[0].label_height, 30);
    ck_assert_double_eq(setup.straight.bundles[1].lines, 1);
    tear_down(&setup);
}
END_TEST

static struct point end_of(const struct straight *straight, size_t bundle, bool head)
{
    return head ? (struct point){(double)straight->bx[bundle], (double)straight->by[bundle]}
                : (struct point){(double)straight->ax[bundle], (double)straight->ay[bundle]};
}

static bool cross(const struct straight *s, size_t i, size_t j)
{
    return segments_cross(end_of(s, i, false), end_of(s, i, true), end_of(s, j, false),
                          end_of(s, j, true));
}

/* Crossings that every line of a bundle has. */
static double count_crossings(const struct straight *straight, size_t bundle)
{
    double count = 0;
    for (size_t i = 0; i < straight->bundle_count; i++)
        if (i != bundle && cross(straight, bundle, i))
            count += straight->bundles[i].lines;
    return count * straight->bundles[bundle].lines;
}

START_TEST(a_bundle_costs_at_least_its_crossings)
{
    struct setup setup;
    double crossings = 0;
    set_up(&setup, 2);
    for (size_t i = 0; i < EDGES; i++) {
        double count = count_crossings(&setup.straight, i);
        crossings += count;
        ck_assert_double_ge((double)setup.straight.bundle_costs[i], count);
    }
    ck_assert_double_gt(crossings, 0);
    tear_down(&setup);
}
END_TEST

/* The cost of everything: pairs count for both of their parts. */
static double total_own_cost(const struct straight *straight)
{
    double cost = 0;
    for (uint32_t i = 0; i < straight->node_count; i++)
        cost += (double)straight->node_costs[i];
    for (uint32_t i = 0; i < straight->bundle_count; i++)
        cost += (double)straight->bundle_costs[i];
    return cost;
}

START_TEST(updated_costs_are_those_computed_anew)
{
    struct setup setup;
    set_up(&setup, 3);
    struct straight *straight = &setup.straight;
    for (uint32_t i = 0; i < 200; i++) {
        uint32_t node = random_below(&setup.random, NODES);
        struct point from = {(double)straight->x[node], (double)straight->y[node]};
        straight_move(straight, node, draw_place(&setup));
        double cost = straight_cost(straight, node, HUGE_VAL);
        straight_update(straight, node, from);
        ck_assert_double_eq_tol(straight_present_cost(straight, node), cost, 1e-2);
    }
    double updated = total_own_cost(straight);
    straight_recompute(straight);
    ck_assert_double_eq_tol(updated, total_own_cost(straight), 1e-3 * updated);
    tear_down(&setup);
}
END_TEST

START_TEST(a_cost_above_the_limit_is_above_it)
{
    struct setup setup;
    set_up(&setup, 4);
    for (uint32_t i = 0; i < NODES; i++) {
        double cost = straight_cost(&setup.straight, i, HUGE_VAL);
        ck_assert_double_gt(straight_cost(&setup.straight, i, cost / 2), cost / 2);
        ck_assert_double_eq(straight_cost(&setup.straight, i, cost), cost);
    }
    tear_down(&setup);
}
END_TEST

/* Without passed nodes, a move changes the cost of a node by as much as the cost of the whole. */
START_TEST(lines_may_pass_nodes_in_a_first_stage)
{
    struct setup setup;
    set_up(&setup, 8);
    struct straight *straight = &setup.straight;
    const double whole = total_own_cost(straight);
    straight->passable = true;
    straight_recompute(straight);
    ck_assert_double_lt(total_own_cost(straight), whole);
    for (uint32_t i = 0; i < NODES; i++)
        ck_assert_double_eq(straight_present_cost(straight, i),
                            straight_cost(straight, i, HUGE_VAL));
    tear_down(&setup);
}
END_TEST

START_TEST(weights_change_what_matters)
{
    struct setup setup;
    set_up(&setup, 9);
    struct straight *straight = &setup.straight;
    const double whole = total_own_cost(straight);
    straight->weights.passing /= 2;
    straight->weights.label /= 2;
    straight_recompute(straight);
    const double less = total_own_cost(straight);
    ck_assert_double_lt(less, whole);
    straight->weights.crossing *= 4;
    straight_recompute(straight);
    ck_assert_double_gt(total_own_cost(straight), less);
    tear_down(&setup);
}
END_TEST

static void sketch(struct setup *setup)
{
    ck_assert_int_eq(sketching_run(&setup->placement, 60000, &setup->random), STATUS_OK);
}

START_TEST(a_planar_network_is_drawn_without_crossings)
{
    struct setup setup;
    unsigned crossings = 0;
    set_up(&setup, 5);
    sketch(&setup);
    for (uint32_t i = 0; i < NODES; i++)
        straight_move(&setup.straight, i, setup.placement.nodes[i]);
    for (size_t i = 0; i < EDGES; i++)
        for (size_t j = 0; j < i; j++)
            crossings += cross(&setup.straight, i, j);
    ck_assert_uint_eq(crossings, 0);
    tear_down(&setup);
}
END_TEST

START_TEST(the_same_seed_gives_the_same_sketch)
{
    struct setup one, other;
    set_up(&one, 6);
    set_up(&other, 6);
    sketch(&one);
    sketch(&other);
    ck_assert_mem_eq(one.placement.nodes, other.placement.nodes,
                     NODES * sizeof *one.placement.nodes);
    tear_down(&one);
    tear_down(&other);
}
END_TEST

START_TEST(nodes_stay_in_the_extent)
{
    struct setup setup;
    set_up(&setup, 7);
    sketch(&setup);
    for (uint32_t i = 0; i < NODES; i++) {
        struct box box = placement_node_box(&setup.placement, i);
        ck_assert(box.low.x >= 0 && box.low.y >= 0 && box.high.x <= 700 && box.high.y <= 700);
    }
    tear_down(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {lines_between_the_same_nodes_are_one_bundle,
                                  a_bundle_costs_at_least_its_crossings,
                                  updated_costs_are_those_computed_anew,
                                  a_cost_above_the_limit_is_above_it,
                                  lines_may_pass_nodes_in_a_first_stage,
                                  weights_change_what_matters,
                                  a_planar_network_is_drawn_without_crossings,
                                  the_same_seed_gives_the_same_sketch,
                                  nodes_stay_in_the_extent};
    return fixture_run("straight", tests, sizeof tests / sizeof *tests);
}
