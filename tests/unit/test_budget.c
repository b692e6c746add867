/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>

#include "fixture.h"
#include "layout/search/budget.h"

static struct budget budget_of(size_t nodes, size_t lines, enum scene_effort effort)
{
    const struct scene scene = {
        .node_count = nodes, .line_count = lines, .tie_count = lines, .effort = effort};
    return budget_for(&scene);
}

/* The steps of all sketches and of the refinement of the best of them. */
static double steps_of(size_t nodes, size_t lines, enum scene_effort effort)
{
    struct budget budget = budget_of(nodes, lines, effort);
    return (double)budget.sketches * (double)budget.sketch_steps +
           (double)budget.finalists * (double)budget.refine_steps;
}

START_TEST(steps_grow_with_a_readable_network)
{
    struct budget small = budget_of(20, 30, EFFORT_NORMAL);
    struct budget twice = budget_of(40, 60, EFFORT_NORMAL);
    ck_assert_uint_gt(small.sketch_steps, 0);
    ck_assert_uint_eq(twice.sketch_steps, 2 * small.sketch_steps);
    ck_assert_uint_eq(twice.refine_steps, 2 * small.refine_steps);
    ck_assert_uint_le(twice.sketches, small.sketches); /* small networks have more candidates */
    ck_assert(steps_of(40, 60, EFFORT_NORMAL) >= steps_of(20, 30, EFFORT_NORMAL));
    ck_assert_uint_eq(twice.attempts, small.attempts);
}
END_TEST

/* A step takes longer in a larger network: beyond some size, the number of steps is constant. */
START_TEST(steps_stop_growing)
{
    ck_assert(steps_of(80, 120, EFFORT_NORMAL) > steps_of(40, 60, EFFORT_NORMAL));
    ck_assert(steps_of(120, 180, EFFORT_NORMAL) <= steps_of(80, 120, EFFORT_NORMAL));
    ck_assert(steps_of(300, 900, EFFORT_NORMAL) < steps_of(80, 120, EFFORT_NORMAL));
    ck_assert_uint_eq(budget_of(300, 900, EFFORT_NORMAL).attempts,
                      budget_of(40, 60, EFFORT_NORMAL).attempts);
}
END_TEST

/* doc/options.mdoc on --effort: quick takes about a fifth, best about eight times as long. */
START_TEST(efforts_differ_as_the_manual_says)
{
    double normal = steps_of(35, 52, EFFORT_NORMAL);
    double quick = steps_of(35, 52, EFFORT_QUICK), best = steps_of(35, 52, EFFORT_BEST);
    ck_assert_msg(quick > normal / 8 && quick < normal / 4, "quick: %g", quick / normal);
    ck_assert_msg(best > 6 * normal && best < 10 * normal, "best: %g", best / normal);
}
END_TEST

/* Each has the largest number of pairs per step that was measured. */
START_TEST(a_dense_network_takes_no_longer_than_a_readable_one)
{
    static const struct {
        size_t nodes, lines, pairs_in_step;
    } networks[] = {{1, 239, 60000},   {2, 60, 1900},    {2, 239, 30000},  {12, 66, 430},
                    {16, 120, 1000},   {22, 231, 2500},  {30, 225, 1700},  {129, 240, 500},
                    {2, 1000, 500000}, {40, 780, 15000}, {400, 1200, 3600}};
    struct budget usual = budget_of(56, 124, EFFORT_NORMAL);
    unsigned long long most = usual.sketches * (unsigned long long)usual.sketch_steps * 275 * 2;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        struct budget budget = budget_of(networks[i].nodes, networks[i].lines, EFFORT_NORMAL);
        ck_assert_uint_ge(budget.sketches, 1);
        ck_assert_uint_ge(budget.attempts, 2);
        ck_assert_uint_gt(budget.sketch_steps, 0);
        ck_assert_uint_le(budget.sketches * (unsigned long long)budget.sketch_steps *
                              networks[i].pairs_in_step,
                          most);
    }
}
END_TEST

/* Many lines between the same nodes are bends, of which a pair takes longest. Without the share,
   700 relations among 30 actors took twice as long as 900 among 300. */
START_TEST(a_dense_crowd_takes_no_longer_than_a_readable_one)
{
    const struct budget usual = budget_of(300, 900, EFFORT_NORMAL);
    const struct budget dense = budget_of(30, 700, EFFORT_NORMAL);
    ck_assert_uint_le(20 * dense.sketch_steps, usual.sketch_steps);
    ck_assert_uint_le(4 * dense.segment_pairs, usual.segment_pairs);
    ck_assert_uint_ge(dense.sketch_steps, 30 * 60);
    ck_assert_uint_le(dense.sketches, usual.sketches);
}
END_TEST

START_TEST(an_empty_scene_costs_nothing)
{
    struct budget budget = budget_of(0, 0, EFFORT_NORMAL);
    ck_assert_uint_eq(budget.sketch_steps, 0);
    ck_assert_uint_eq(budget.refine_steps, 0);
    ck_assert_uint_gt(budget_of(1, 0, EFFORT_NORMAL).sketch_steps, 0);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        steps_grow_with_a_readable_network,
        steps_stop_growing,
        efforts_differ_as_the_manual_says,
        a_dense_network_takes_no_longer_than_a_readable_one,
        a_dense_crowd_takes_no_longer_than_a_readable_one,
        an_empty_scene_costs_nothing,
    };
    return fixture_run("budget", tests, sizeof tests / sizeof *tests);
}
