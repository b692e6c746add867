/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "fixture.h"
#include "layout/score/score.h"
#include "layout/search/polish.h"

enum { NODES = 6, LINES = 6 };

/* Five actors to the left of a hub, each with a line to it; the last one has two, as neighbours
   of the same direction. */
static struct scene_node nodes[NODES];
static struct scene_line lines[LINES];
static struct scene_tie ties[LINES];

struct setup {
    struct scene scene;
    struct placement placement;
    struct energy energy;
};

static void set_up(struct setup *setup)
{
    for (uint32_t i = 0; i < NODES; i++)
        nodes[i] = (struct scene_node){.id = "n", .shape = SHAPE_BOX, .width = 50, .height = 40};
    for (uint32_t i = 0; i < LINES; i++) {
        lines[i] = (struct scene_line){i < NODES - 1 ? i : i - 1, NODES - 1, i, HEAD_NONE,
                                       i % 2 == 0 ? HEAD_TRIANGLE : HEAD_BOX};
        ties[i] = (struct scene_tie){.id = "r",
                                     .phase = PHASE_CURRENT,
                                     .weight = 2,
                                     .first_line = i,
                                     .line_count = 1,
                                     .junction = SCENE_NONE};
    }
    setup->scene = (struct scene){.nodes = nodes,
                                  .lines = lines,
                                  .ties = ties,
                                  .node_count = NODES,
                                  .line_count = LINES,
                                  .tie_count = LINES};
    ck_assert_int_eq(placement_init(&setup->placement, &setup->scene, 600, 400), STATUS_OK);
    ck_assert_int_eq(energy_init(&setup->energy, &setup->placement), STATUS_OK);
    for (uint32_t i = 0; i + 1 < NODES; i++)
        placement_move_node(&setup->placement, i, (struct point){40, 60 + 60.0 * i});
    placement_move_node(&setup->placement, NODES - 1, (struct point){500, 180});
    setup->placement.labelled = setup->placement.strict = true;
    placement_straighten(&setup->placement);
    for (uint32_t i = 0; i < LINES; i++)
        setup->placement.routes[i].bend = 0; /* all meet at one point */
    placement_update(&setup->placement);
    energy_recompute(&setup->energy);
}

static void tear_down(struct setup *setup)
{
    placement_clear(&setup->placement);
    energy_clear(&setup->energy);
}

static struct score measure(const struct setup *setup)
{
    struct score score;
    struct layout layout;
    ck_assert_int_eq(layout_init(&layout, &setup->scene), STATUS_OK);
    ck_assert_int_eq(placement_to_layout(&setup->placement, &layout), STATUS_OK);
    ck_assert_int_eq(score_layout(&setup->scene, &layout, &score), STATUS_OK);
    layout_clear(&layout);
    return score;
}

START_TEST(heads_and_lines_are_moved_apart)
{
    struct setup setup;
    struct random random = {7};
    set_up(&setup);
    const struct score before = measure(&setup);
    const double energy = setup.energy.total;
    ck_assert_uint_ge(before.head_head, 2);
    ck_assert_uint_ge(before.parallel, 1);
    ck_assert_int_eq(polish_lines(&setup.placement, &setup.energy, 6, &random), STATUS_OK);
    const struct score after = measure(&setup);
    ck_assert_double_lt(setup.energy.total, energy);
    ck_assert_uint_eq(after.head_head, 0);
    ck_assert_uint_eq(after.parallel, 0);
    ck_assert_uint_eq(after.crossings, 0);
    tear_down(&setup);
}
END_TEST

START_TEST(what_is_good_enough_stays)
{
    struct setup setup;
    struct random random = {7};
    set_up(&setup);
    tear_down(&setup);
    setup.scene.line_count = setup.scene.tie_count = 1;
    ck_assert_int_eq(placement_init(&setup.placement, &setup.scene, 600, 400), STATUS_OK);
    ck_assert_int_eq(energy_init(&setup.energy, &setup.placement), STATUS_OK);
    for (uint32_t i = 0; i < NODES; i++)
        placement_move_node(&setup.placement, i,
                            (struct point){40 + 90.0 * i, i % 5 == 0 ? 200 : 30});
    placement_straighten(&setup.placement);
    ck_assert_int_eq(polish_lines(&setup.placement, &setup.energy, 6, &random), STATUS_OK);
    ck_assert_double_eq(setup.placement.routes[0].bend, 0);
    ck_assert_double_eq(setup.placement.routes[0].ports[0].x, 0);
    tear_down(&setup);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {heads_and_lines_are_moved_apart, what_is_good_enough_stays};
    return fixture_run("polish", tests, sizeof tests / sizeof *tests);
}
