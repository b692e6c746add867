/* SPDX-License-Identifier: MIT */
/* Layouts of crowds: stress.h, repair.h, and the parts of energy.h and cost.h that only crowds
   use. */
#include <config.h>

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "layout/score/score.h"
#include "layout/search/repair.h"
#include "layout/search/stress.h"

enum { SIDE = 7, NODES = SIDE * SIDE, LINES = 2 * SIDE * (SIDE - 1) };

static struct scene_node nodes[NODES];
static struct scene_line lines[LINES];
static struct scene_tie relations[LINES];

struct setup {
    struct scene scene;
    struct placement placement;
    struct energy energy;
    struct random random;
};

static void put_line(uint32_t line, uint32_t from, uint32_t to)
{
    lines[line] = (struct scene_line){from, to, line, HEAD_NONE, HEAD_TRIANGLE};
}

/* A grid: each node is connected to those to its right and below it. */
static void connect_grid(void)
{
    uint32_t line = 0;
    for (uint32_t y = 0; y < SIDE; y++)
        for (uint32_t x = 0; x < SIDE; x++) {
            if (x + 1 < SIDE)
                put_line(line++, y * SIDE + x, y * SIDE + x + 1);
            if (y + 1 < SIDE)
                put_line(line++, y * SIDE + x, (y + 1) * SIDE + x);
        }
}

static struct scene make_scene(uint32_t node_count, uint32_t line_count)
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
                          .node_count = node_count,
                          .line_count = line_count,
                          .tie_count = line_count};
}

static void set_up(struct setup *setup, uint32_t node_count, uint32_t line_count, uint64_t seed)
{
    setup->scene = make_scene(node_count, line_count);
    setup->random = (struct random){seed};
    ck_assert_int_eq(placement_init(&setup->placement, &setup->scene, 1200, 900), STATUS_OK);
    setup->placement.crowded = true;
    ck_assert_int_eq(energy_init(&setup->energy, &setup->placement), STATUS_OK);
}

static void tear_down(struct setup *setup)
{
    placement_clear(&setup->placement);
    energy_clear(&setup->energy);
}

static void put(struct setup *setup, uint32_t node, double x, double y)
{
    placement_move_node(&setup->placement, node, (struct point){x, y});
}

static uint32_t count_colliding(const struct energy *energy)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < energy->count; i++)
        count += energy_collides(energy, i);
    return count;
}

static unsigned count_crossings(struct setup *setup)
{
    struct layout layout;
    struct score score;
    ck_assert_int_eq(layout_init(&layout, &setup->scene), STATUS_OK);
    ck_assert_int_eq(placement_to_layout(&setup->placement, &layout), STATUS_OK);
    ck_assert_int_eq(score_layout(&setup->scene, &layout, &score), STATUS_OK);
    layout_clear(&layout);
    return score.crossings;
}

/* --- stress */

START_TEST(a_grid_is_unfolded_over_the_extent)
{
    struct setup setup;
    connect_grid();
    set_up(&setup, NODES, LINES, 1);
    ck_assert_int_eq(stress_place(&setup.placement, &setup.random), STATUS_OK);
    ck_assert_uint_le(count_crossings(&setup), 4);
    double left = 1200, right = 0;
    for (uint32_t i = 0; i < NODES; i++) {
        left = fmin(left, setup.placement.nodes[i].x);
        right = fmax(right, setup.placement.nodes[i].x);
    }
    ck_assert_double_lt(left, 60);
    ck_assert_double_gt(right, 1140);
    tear_down(&setup);
}
END_TEST

START_TEST(components_and_single_nodes_are_placed)
{
    struct setup setup;
    put_line(0, 0, 1);
    put_line(1, 2, 3);
    set_up(&setup, 5, 2, 1);
    ck_assert_int_eq(stress_place(&setup.placement, &setup.random), STATUS_OK);
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t j = 0; j < i; j++)
            ck_assert_double_gt(
                point_distance(setup.placement.nodes[i], setup.placement.nodes[j]), 50);
    tear_down(&setup);
    set_up(&setup, 1, 0, 1);
    ck_assert_int_eq(stress_place(&setup.placement, &setup.random), STATUS_OK);
    tear_down(&setup);
}
END_TEST

START_TEST(a_seed_gives_one_result)
{
    struct setup one, other;
    connect_grid();
    set_up(&one, NODES, LINES, 3);
    set_up(&other, NODES, LINES, 3);
    ck_assert_int_eq(stress_place(&one.placement, &one.random), STATUS_OK);
    ck_assert_int_eq(stress_place(&other.placement, &other.random), STATUS_OK);
    ck_assert_mem_eq(one.placement.nodes, other.placement.nodes,
                     NODES * sizeof *one.placement.nodes);
    tear_down(&one);
    tear_down(&other);
}
END_TEST

/* --- overlaid lines */

static double price_lines(struct setup *setup)
{
    placement_update(&setup->placement);
    return cost_pair(&setup->placement, (struct part){PART_LINE, 0}, (struct part){PART_LINE, 1});
}

START_TEST(lines_that_cross_at_six_degrees_are_overlaid_in_a_crowd)
{
    struct setup setup;
    put_line(0, 0, 1);
    put_line(1, 2, 3);
    set_up(&setup, 4, 2, 1);
    put(&setup, 0, 100, 400);
    put(&setup, 1, 1100, 400);
    put(&setup, 2, 100, 350);
    put(&setup, 3, 1100, 450); /* atan(0.1) */
    ck_assert_double_gt(price_lines(&setup), 4);
    setup.placement.crowded = false;
    ck_assert_double_lt(price_lines(&setup), 3);
    setup.placement.crowded = true;
    put(&setup, 2, 100, 250);
    put(&setup, 3, 1100, 550); /* 17 degrees */
    ck_assert_double_lt(price_lines(&setup), 3);
    tear_down(&setup);
}
END_TEST

START_TEST(lines_may_run_together_only_near_a_common_node)
{
    struct setup setup;
    put_line(0, 0, 1);
    put_line(1, 0, 2);
    set_up(&setup, 3, 2, 1);
    put(&setup, 0, 100, 400);
    put(&setup, 1, 1100, 400);
    put(&setup, 2, 1100, 410); /* half a degree: one line for 100 points */
    ck_assert_double_gt(price_lines(&setup), 4);
    put(&setup, 2, 1100, 500);
    ck_assert_double_lt(price_lines(&setup), 3);
    tear_down(&setup);
}
END_TEST

START_TEST(a_swayed_line_is_drawn_as_it_is_measured)
{
    struct setup setup;
    struct layout layout;
    put_line(0, 0, 1);
    set_up(&setup, 2, 1, 1);
    put(&setup, 0, 100, 400);
    put(&setup, 1, 1100, 400);
    setup.placement.routes[0].sway = 80;
    placement_update(&setup.placement);
    ck_assert_int_eq(layout_init(&layout, &setup.scene), STATUS_OK);
    ck_assert_int_eq(placement_to_layout(&setup.placement, &layout), STATUS_OK);
    const struct polyline *polyline = &setup.placement.routes[0].polyline;
    double highest = 0;
    for (unsigned i = 0; i < polyline->count; i++) {
        struct point p = cubic_at(&layout.curves[0], i / (polyline->count - 1.0));
        ck_assert_double_lt(point_distance(p, polyline->points[i]), 0.1);
        highest = fmax(highest, fabs(p.y - 400));
    }
    ck_assert_double_gt(highest, 15); /* to both sides */
    layout_clear(&layout);
    tear_down(&setup);
}
END_TEST

/* --- repairs */

/* A line through five nodes, with their labels on top of each other. */
static void set_up_collisions(struct setup *setup)
{
    put_line(0, 0, 1);
    put_line(1, 2, 3);
    put_line(2, 4, 5);
    set_up(setup, 9, 3, 1);
    put(setup, 0, 60, 400);
    put(setup, 1, 1140, 400);
    put(setup, 2, 60, 390);
    put(setup, 3, 1140, 410);
    for (uint32_t i = 4; i < 9; i++)
        put(setup, i, 200.0 * (i - 3), 400);
    placement_straighten(&setup->placement);
    setup->placement.labelled = true;
    energy_recompute(&setup->energy);
}

static const struct repair_plan for_lines = {30, 80, false, ULLONG_MAX},
                                for_labels = {10, 0, false, ULLONG_MAX};

START_TEST(collisions_are_repaired)
{
    struct setup setup;
    set_up_collisions(&setup);
    ck_assert_uint_gt(count_colliding(&setup.energy), 8);
    ck_assert_int_eq(repair_lines(&setup.placement, &setup.energy, &for_lines, &setup.random),
                     STATUS_OK);
    ck_assert_int_eq(repair_labels(&setup.placement, &setup.energy, &for_labels, &setup.random),
                     STATUS_OK);
    ck_assert_uint_eq(count_colliding(&setup.energy), 0);
    tear_down(&setup);
}
END_TEST

/* Nine nodes with room for three could be moved around forever. */
START_TEST(repairs_stay_within_the_budget)
{
    struct setup setup;
    set_up_collisions(&setup);
    setup.placement.width = setup.placement.height = 70;
    for (uint32_t i = 0; i < 9; i++)
        put(&setup, i, 35, 35);
    energy_recompute(&setup.energy);
    const struct repair_plan plan = {40, 80, false, setup.energy.segment_pairs + 1000};
    ck_assert_int_eq(repair_lines(&setup.placement, &setup.energy, &plan, &setup.random),
                     STATUS_OK);
    ck_assert_uint_ge(setup.energy.segment_pairs, plan.segment_pairs);
    /* The current trial is finished, and everything is recomputed. */
    ck_assert_uint_lt(setup.energy.segment_pairs, plan.segment_pairs + 10000);
    tear_down(&setup);
}
END_TEST

START_TEST(repairing_labels_leaves_lines_alone)
{
    struct setup setup;
    set_up_collisions(&setup);
    struct point before = setup.placement.nodes[4];
    ck_assert_int_eq(repair_labels(&setup.placement, &setup.energy, &for_labels, &setup.random),
                     STATUS_OK);
    ck_assert(fabs(setup.placement.nodes[4].x - before.x) < 1e-9);
    ck_assert(fabs(setup.placement.routes[0].bend) < 1e-9);
    ck_assert(setup.placement.labelled);
    tear_down(&setup);
}
END_TEST

START_TEST(a_penalty_weighs_only_collisions_and_can_be_undone)
{
    struct setup setup;
    set_up_collisions(&setup);
    double plain = setup.energy.total;
    energy_set_penalty(&setup.energy, 6);
    ck_assert_double_gt(setup.energy.total, 4 * plain);
    energy_set_penalty(&setup.energy, 1);
    ck_assert_double_eq_tol(setup.energy.total, plain, 1e-6);
    tear_down(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_grid_is_unfolded_over_the_extent,
        components_and_single_nodes_are_placed,
        a_seed_gives_one_result,
        lines_that_cross_at_six_degrees_are_overlaid_in_a_crowd,
        lines_may_run_together_only_near_a_common_node,
        a_swayed_line_is_drawn_as_it_is_measured,
        collisions_are_repaired,
        repairs_stay_within_the_budget,
        repairing_labels_leaves_lines_alone,
        a_penalty_weighs_only_collisions_and_can_be_undone,
    };
    return fixture_run("crowd", tests, sizeof tests / sizeof *tests);
}
