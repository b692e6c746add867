/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "layout/intersection.h"
#include "render/badge.h"

enum { TIES = 14, CURVES = 1000, LENGTH = 400, SPACING = 3 };

static struct scene_node nodes[2] = {{.shape = SHAPE_BOX, .width = 40, .height = 60},
                                     {.shape = SHAPE_BOX, .width = 40, .height = 60}};
static struct scene_line lines[TIES];
static struct scene_tie ties[TIES];
static struct scene scene;
static struct layout layout;

/* Parallel lines from one actor to the other, of CURVES curves each, SPACING apart. */
static void setup(unsigned count)
{
    scene = (struct scene){.nodes = nodes,
                           .lines = lines,
                           .ties = ties,
                           .node_count = 2,
                           .line_count = count,
                           .tie_count = count};
    ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
    layout.nodes[0] = (struct point){-20, 0};
    layout.nodes[1] = (struct point){LENGTH + 20, 0};
    for (unsigned i = 0; i < count; i++) {
        lines[i] = (struct scene_line){0, 1, i, HEAD_NONE, HEAD_TRIANGLE};
        ties[i] = (struct scene_tie){
            .weight = 1, .phase = PHASE_PAST, .first_line = i, .line_count = 1};
        for (int j = 0; j < CURVES; j++) {
            const double x = LENGTH * (double)j / CURVES, step = (double)LENGTH / CURVES / 3;
            const double y = SPACING * ((double)i - (double)count / 2);
            const struct cubic curve = {
                {{x, y}, {x + step, y}, {x + 2 * step, y}, {x + 3 * step, y}}};
            ck_assert_int_eq(layout_add_curve(&layout, i, &curve), STATUS_OK);
        }
    }
}

static struct badge_place find(unsigned tie)
{
    struct badge_map map;
    ck_assert_int_eq(badge_map_init(&map, &scene, &layout), STATUS_OK);
    const struct badge_place place = badge_find(&map, tie);
    badge_map_clear(&map);
    return place;
}

START_TEST(a_badge_is_near_the_start_of_its_line)
{
    setup(1);
    const struct badge_place place = find(0);
    ck_assert_double_ge(place.at.x, 7);
    ck_assert_double_le(place.at.x, 20);
    ck_assert_double_eq_tol(place.at.y, layout.curves[0].p[0].y, 0.01);
    ck_assert_double_eq_tol(place.direction.x, 1, 0.01);
    layout_clear(&layout);
}
END_TEST

START_TEST(a_badge_avoids_labels_and_actors)
{
    setup(1);
    ties[0].label.count = 1;
    ties[0].label.width = 100;
    ties[0].label.height = 10;
    layout.labels[0] = (struct point){50, 0};
    ck_assert_double_ge(find(0).at.x, 106);
    layout.nodes[1] = (struct point){115, 0};
    ck_assert_double_ge(find(0).at.x, 140);
    layout_clear(&layout);
}
END_TEST

/* No place is clear, and there are many. It took minutes. */
START_TEST(a_badge_is_found_among_long_lines)
{
    setup(TIES);
    for (unsigned i = 0; i < TIES; i++) {
        const struct badge_place place = find(i);
        ck_assert_double_gt(place.at.x, 0);
        ck_assert_double_lt(place.at.x, LENGTH);
    }
    layout_clear(&layout);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_badge_is_near_the_start_of_its_line,
        a_badge_avoids_labels_and_actors,
        a_badge_is_found_among_long_lines,
    };
    return fixture_run("badge", tests, sizeof tests / sizeof *tests);
}
