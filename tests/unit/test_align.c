/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>

#include "fixture.h"
#include "layout/search/align.h"
#include "layout/search/budget.h"
#include "layout/search/candidate.h"
#include "layout/search/workspace.h"
#include "scene/lettering.h"

#define SUPPORT(id, from, to) "<support id='" id "' from='" from "' to='" to "'/>"

/* A workspace in which a, b, c and d are a chain. */
struct trial {
    struct fixture_picture picture;
    struct budget budget;
    struct candidate_terms terms;
    struct candidate candidate;
    struct workspace workspace;
};

static void begin(struct trial *trial, const struct point *at)
{
    fixture_picture_begin(&trial->picture,
                          SUPPORT("r", "a", "b") SUPPORT("s", "b", "c") SUPPORT("t", "c", "d"),
                          "labels=none page=a4");
    struct scene *scene = &trial->picture.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    trial->budget = budget_for(scene);
    trial->terms =
        (struct candidate_terms){.scene = scene, .budget = &trial->budget, .enlargement = 1};
    ck_assert_int_eq(candidate_init(&trial->candidate, &trial->terms, 1), STATUS_OK);
    ck_assert_int_eq(workspace_open(&trial->workspace, &trial->candidate), STATUS_OK);
    struct placement *placement = &trial->workspace.placement;
    for (size_t i = 0; i < scene->node_count; i++)
        trial->candidate.positions[i] =
            (struct point){at[i].x / placement->width, at[i].y / placement->height};
    workspace_begin(&trial->workspace);
    energy_recompute(&trial->workspace.energy);
}

static void end(struct trial *trial)
{
    workspace_close(&trial->workspace);
    candidate_clear(&trial->candidate);
    fixture_picture_end(&trial->picture);
}

START_TEST(nodes_near_an_axis_are_put_on_it)
{
    static const struct point at[] = {{60, 60}, {200, 64}, {203, 150}, {64, 200}};
    struct trial trial;
    begin(&trial, at);
    ck_assert_int_eq(align_nodes(&trial.workspace), STATUS_OK);
    const struct point *nodes = trial.workspace.placement.nodes;
    ck_assert_double_eq_tol(nodes[0].y, nodes[1].y, 1e-9);
    ck_assert_double_eq_tol(nodes[1].x, nodes[2].x, 1e-9);
    ck_assert_double_eq_tol(nodes[0].x, nodes[3].x, 1e-9);
    ck_assert_double_gt(fabs(nodes[2].y - nodes[3].y), ALIGN_REACH);
    end(&trial);
}
END_TEST

/* A fixed node stays; the other one moves. */
START_TEST(fixed_nodes_stay)
{
    static const struct point at[] = {{60, 60}, {200, 64}, {330, 150}, {120, 220}};
    struct trial trial;
    begin(&trial, at);
    struct placement *placement = &trial.workspace.placement;
    const double y = placement->nodes[0].y;
    placement->fixed[0] = true;
    ck_assert_int_eq(align_nodes(&trial.workspace), STATUS_OK);
    ck_assert_double_eq_tol(placement->nodes[0].y, y, 1e-9);
    ck_assert_double_eq_tol(placement->nodes[1].y, y, 1e-9);
    end(&trial);
}
END_TEST

START_TEST(bends_that_buy_nothing_go)
{
    static const struct point at[] = {{60, 60}, {200, 120}, {330, 190}, {120, 260}};
    struct trial trial;
    begin(&trial, at);
    struct placement *placement = &trial.workspace.placement;
    placement->routes[0].bend = 12;
    placement_update(placement);
    energy_recompute(&trial.workspace.energy);
    ck_assert_int_eq(align_nodes(&trial.workspace), STATUS_OK);
    ck_assert_double_eq_tol(placement->routes[0].bend, 0, 1e-9);
    end(&trial);
}
END_TEST

START_TEST(the_energy_hardly_rises)
{
    static const struct point at[] = {{60, 60}, {200, 64}, {203, 150}, {64, 200}};
    struct trial trial;
    begin(&trial, at);
    const double before = trial.workspace.energy.total;
    ck_assert_int_eq(align_nodes(&trial.workspace), STATUS_OK);
    ck_assert_double_le(trial.workspace.energy.total, before + 8 * 0.1);
    end(&trial);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {nodes_near_an_axis_are_put_on_it, fixed_nodes_stay,
                                  bends_that_buy_nothing_go, the_energy_hardly_rises};
    return fixture_run("align", tests, sizeof tests / sizeof *tests);
}
