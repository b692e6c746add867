/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>

#include "fixture.h"
#include "layout/search/guide.h"
#include "layout/search/sketching.h"

/* A wheel: node 0 is tied to all others, each of which is tied to the next. */
enum { NODES = 13, LINES = 2 * (NODES - 1) };

struct setup {
    struct scene_node nodes[NODES];
    struct scene_line lines[LINES];
    struct scene_tie ties[LINES];
    struct scene scene;
    struct placement placement;
    struct guide guide;
    struct random random;
};

static void add_line(struct setup *setup, uint32_t index, uint32_t from, uint32_t to)
{
    setup->lines[index] = (struct scene_line){from, to, index, HEAD_NONE, HEAD_TRIANGLE};
    setup->ties[index] = (struct scene_tie){
        .id = "t", .weight = 3, .first_line = index, .line_count = 1, .junction = SCENE_NONE};
}

/* Places all nodes but the last one at random. */
static void set_up(struct setup *setup, uint64_t seed)
{
    setup->random = (struct random){seed};
    for (uint32_t i = 0; i < NODES; i++)
        setup->nodes[i] =
            (struct scene_node){.id = "n",
                                .shape = SHAPE_BOX,
                                .width = 60,
                                .height = 20,
                                .place = {random_unit(&setup->random),
                                          random_unit(&setup->random), i + 1 < NODES, false}};
    for (uint32_t i = 1; i < NODES; i++) {
        add_line(setup, 2 * (i - 1), 0, i);
        add_line(setup, 2 * (i - 1) + 1, i, i % (NODES - 1) + 1);
    }
    setup->scene = (struct scene){.nodes = setup->nodes,
                                  .lines = setup->lines,
                                  .ties = setup->ties,
                                  .node_count = NODES,
                                  .line_count = LINES,
                                  .tie_count = LINES,
                                  .guided = true};
    ck_assert_int_eq(placement_init(&setup->placement, &setup->scene, 480, 360), STATUS_OK);
}

static void begin_spread(struct setup *setup, double share)
{
    ck_assert_int_eq(guide_init(&setup->guide, &setup->placement, share), STATUS_OK);
}

static void begin(struct setup *setup)
{
    begin_spread(setup, 0);
}

static void tear_down(struct setup *setup)
{
    guide_clear(&setup->guide);
    placement_clear(&setup->placement);
}

START_TEST(starts_keep_the_order)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct setup setup;
        set_up(&setup, seed);
        begin_spread(&setup, (double)(seed % 5) / 4);
        ck_assert_uint_eq(setup.guide.count, NODES - 1);
        ck_assert_double_eq(guide_disorder(&setup.guide), 0);
        tear_down(&setup);
    }
}
END_TEST

START_TEST(starts_are_within_the_extent)
{
    struct setup setup;
    set_up(&setup, 3);
    begin(&setup);
    for (uint32_t i = 0; i < NODES; i++) {
        struct box box = placement_node_box(&setup.placement, i);
        ck_assert(box.low.x >= 0 && box.low.y >= 0 && box.high.x <= 480 && box.high.y <= 360);
    }
    tear_down(&setup);
}
END_TEST

START_TEST(places_in_a_corner_are_spread)
{
    struct setup setup;
    set_up(&setup, 4);
    for (uint32_t i = 0; i < NODES; i++) {
        setup.nodes[i].place.x = 0.9 + setup.nodes[i].place.x / 100;
        setup.nodes[i].place.y = setup.nodes[i].place.y / 100;
    }
    begin(&setup);
    struct box all = box_empty();
    for (uint32_t i = 0; i + 1 < NODES; i++)
        box_add_point(&all, setup.placement.nodes[i]);
    ck_assert_double_gt(all.high.x - all.low.x, 300);
    ck_assert_double_gt(all.high.y - all.low.y, 250);
    ck_assert_double_eq(guide_disorder(&setup.guide), 0);
    tear_down(&setup);
}
END_TEST

START_TEST(a_node_without_a_place_is_between_its_neighbours)
{
    struct setup setup;
    struct point sum = {0, 0};
    const uint32_t neighbours[] = {0, NODES - 2, 1};
    set_up(&setup, 5);
    begin(&setup);
    for (size_t i = 0; i < 3; i++) {
        sum.x += setup.placement.nodes[neighbours[i]].x / 3;
        sum.y += setup.placement.nodes[neighbours[i]].y / 3;
    }
    ck_assert_double_eq_tol(setup.placement.nodes[NODES - 1].x, sum.x, 1e-6);
    ck_assert_double_eq_tol(setup.placement.nodes[NODES - 1].y, sum.y, 1e-6);
    tear_down(&setup);
}
END_TEST

START_TEST(a_pinned_node_is_never_moved)
{
    struct setup setup;
    set_up(&setup, 6);
    setup.nodes[2].place = (struct scene_place){0.25, 0.75, true, true};
    begin(&setup);
    ck_assert_double_eq(setup.placement.nodes[2].x, 120);
    ck_assert_double_eq(setup.placement.nodes[2].y, 270);
    ck_assert_int_eq(
        sketching_run_guided(&setup.placement, &setup.guide, 50000, 0.02, &setup.random),
        STATUS_OK);
    ck_assert_double_eq(setup.placement.nodes[2].x, 120);
    ck_assert_double_eq(setup.placement.nodes[2].y, 270);
    tear_down(&setup);
}
END_TEST

START_TEST(a_move_changes_the_cost_by_the_difference_of_totals)
{
    struct setup setup;
    set_up(&setup, 7);
    begin(&setup);
    for (int i = 0; i < 200; i++) {
        uint32_t node = random_below(&setup.random, NODES);
        double before = guide_total(&setup.guide);
        const struct point to = {random_unit(&setup.random) * 480,
                                 random_unit(&setup.random) * 360};
        double difference = guide_move(&setup.guide, node, to);
        ck_assert_double_eq_tol(guide_total(&setup.guide) - before, difference, 1e-9);
    }
    ck_assert_double_gt(guide_disorder(&setup.guide), 0.2);
    tear_down(&setup);
}
END_TEST

/* Places the nodes of the rim in a circle, but askew. */
static void place_on_circle(struct setup *setup)
{
    setup->nodes[0].place.x = setup->nodes[0].place.y = 0.5;
    for (uint32_t i = 1; i < NODES; i++) {
        double angle = 6.2832 * i / (NODES - 1), off = 0.15 * random_unit(&setup->random);
        setup->nodes[i].place.x = 0.5 + (0.5 - off) * cos(angle);
        setup->nodes[i].place.y = 0.5 + (0.5 - off) * sin(angle);
    }
}

START_TEST(a_guided_sketch_keeps_most_pairs_in_order)
{
    double worst = 0;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        struct setup setup;
        set_up(&setup, seed);
        place_on_circle(&setup);
        begin(&setup);
        ck_assert_int_eq(
            sketching_run_guided(&setup.placement, &setup.guide, 50000, 0.02, &setup.random),
            STATUS_OK);
        worst = fmax(worst, guide_disorder(&setup.guide));
        tear_down(&setup);
    }
    ck_assert_double_lt(worst, 0.03);
}
END_TEST

START_TEST(order_becomes_dearer_where_it_is_not_kept)
{
    struct setup setup;
    set_up(&setup, 8);
    begin(&setup);
    double usual = setup.guide.order;
    guide_adapt(&setup.guide, 0);
    ck_assert_double_eq(setup.guide.order, usual);
    guide_move(&setup.guide, 0, (struct point){1e6, 1e6});
    guide_move(&setup.guide, 1, (struct point){-1e6, -1e6});
    guide_adapt(&setup.guide, 0);
    ck_assert_double_gt(setup.guide.order, usual);
    ck_assert_double_lt(guide_rating(&setup.guide), guide_total(&setup.guide));
    tear_down(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        starts_keep_the_order,
        starts_are_within_the_extent,
        places_in_a_corner_are_spread,
        a_node_without_a_place_is_between_its_neighbours,
        a_pinned_node_is_never_moved,
        a_move_changes_the_cost_by_the_difference_of_totals,
        a_guided_sketch_keeps_most_pairs_in_order,
        order_becomes_dearer_where_it_is_not_kept,
    };
    return fixture_run("guide", tests, sizeof tests / sizeof *tests);
}
