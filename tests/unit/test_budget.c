/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdlib.h>

#include "fixture.h"
#include "layout/search/budget.h"

static struct budget budget_of(size_t nodes, size_t lines)
{
    const struct scene scene = {.node_count = nodes,
                                .line_count = lines,
                                .relation_count = lines,
                                .effort = EFFORT_NORMAL};
    return budget_for(&scene);
}

/* The measurements in bench/README.md were made with these. */
START_TEST(readable_networks_get_all_steps)
{
    struct budget budget = budget_of(35, 52);
    ck_assert_uint_eq(budget.sketches, 10);
    ck_assert_uint_eq(budget.attempts, 8);
    ck_assert_uint_eq(budget.sketch_steps, 139 * 1100);
    ck_assert_uint_eq(budget.refine_steps, 139 * 1200);
    budget = budget_of(60, 90);
    ck_assert_uint_eq(budget.sketch_steps, 200 * 1100);
    budget = budget_of(300, 900);
    ck_assert_uint_eq(budget.sketch_steps, 40000);
    ck_assert_uint_eq(budget.attempts, 8);
}
END_TEST

/* Each with the most pairs that a step was seen to compare. */
START_TEST(a_dense_network_takes_no_longer_than_a_readable_one)
{
    static const struct {
        size_t nodes, lines, pairs_in_step;
    } networks[] = {{1, 239, 60000},   {2, 60, 1900},    {2, 239, 30000},  {12, 66, 430},
                    {16, 120, 1000},   {22, 231, 2500},  {30, 225, 1700},  {129, 240, 500},
                    {2, 1000, 500000}, {40, 780, 15000}, {400, 1200, 3600}};
    struct budget usual = budget_of(56, 124);
    unsigned long long most = usual.sketches * (unsigned long long)usual.sketch_steps * 275 * 2;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        struct budget budget = budget_of(networks[i].nodes, networks[i].lines);
        ck_assert_uint_ge(budget.sketches, 1);
        ck_assert_uint_ge(budget.attempts, 2);
        ck_assert_uint_le(budget.sketches * (unsigned long long)budget.sketch_steps *
                              networks[i].pairs_in_step,
                          most);
    }
}
END_TEST

START_TEST(nothing_to_draw_costs_nothing)
{
    struct budget budget = budget_of(0, 0);
    ck_assert_uint_eq(budget.sketch_steps, 0);
    budget = budget_of(1, 0);
    ck_assert_uint_le(budget.refine_steps, 1200);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        readable_networks_get_all_steps,
        a_dense_network_takes_no_longer_than_a_readable_one,
        nothing_to_draw_costs_nothing,
    };
    return fixture_run("budget", tests, sizeof tests / sizeof *tests);
}
