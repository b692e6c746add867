/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>

#include "fixture.h"
#include "layout/loop_fan.h"
#include "layout/routing.h"

enum { MOST = 12 };

static struct scene_node nodes[] = {
    {.id = "a", .shape = SHAPE_BOX, .width = 60, .height = 24},
    {.id = "b", .shape = SHAPE_ELLIPSE, .width = 60, .height = 24},
};
static struct scene_line lines[MOST];
static struct scene_tie ties[MOST];
static struct scene scene;
static struct layout layout;

/* COUNT loops of node NODE; the other one is to the right of it, or left. */
static void set_up(uint32_t node, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        lines[i] = (struct scene_line){node, node, i, HEAD_NONE, HEAD_TRIANGLE};
        ties[i] = (struct scene_tie){.weight = 1,
                                     .first_line = i,
                                     .line_count = 1,
                                     .junction = SCENE_NONE,
                                     .label = {.count = 1, .width = 30, .height = 10}};
    }
    scene = (struct scene){.nodes = nodes,
                           .lines = lines,
                           .ties = ties,
                           .node_count = 2,
                           .line_count = count,
                           .tie_count = count};
    ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
    layout.nodes[0] = (struct point){0, 0};
    layout.nodes[1] = (struct point){90, 0};
    ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
}

static const struct cubic *loop_at(uint32_t line)
{
    return &layout.curves[layout.paths[line].first];
}

/* The least distance of the middle of loop A from loop B. */
static double distance(uint32_t a, uint32_t b)
{
    double least = HUGE_VAL;
    for (int i = 0; i <= 64; i++)
        least = fmin(least,
                     point_distance(cubic_at(loop_at(a), 0.5), cubic_at(loop_at(b), i / 64.0)));
    return least;
}

START_TEST(loops_lie_apart)
{
    set_up(0, MOST);
    for (uint32_t i = 0; i < MOST; i++)
        for (uint32_t j = 0; j < MOST; j++) {
            if (i == j)
                continue;
            ck_assert_double_ge(distance(i, j), 10);
            ck_assert_double_ge(point_distance(loop_at(i)->p[3], loop_at(j)->p[3]), 2);
        }
    layout_clear(&layout);
}
END_TEST

/* Not on the side where the other actor is, until all other sides have several. */
START_TEST(loops_avoid_their_neighbours)
{
    set_up(0, 4);
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_double_le(cubic_at(loop_at(i), 0.5).x, 30);
    layout_clear(&layout);
    set_up(1, 4);
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_double_ge(cubic_at(loop_at(i), 0.5).x, 60);
    layout_clear(&layout);
}
END_TEST

/* The loops of two neighbours would look like lines from one to the other. */
START_TEST(loops_of_neighbours_do_not_meet)
{
    for (double x = 75; x < 200; x += 12.5) {
        set_up(0, 8);
        for (uint32_t i = 4; i < 8; i++)
            lines[i].from = lines[i].to = 1;
        layout.nodes[1].x = x;
        ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
        for (uint32_t i = 0; i < 4; i++)
            for (uint32_t j = 4; j < 8; j++)
                ck_assert_msg(distance(i, j) >= 6, "loops %u and %u at %.1f", i, j, x);
        layout_clear(&layout);
    }
}
END_TEST

/* Not towards a neighbour with loops, whose label may be in between, while there are other sides.
 */
START_TEST(loops_turn_away_from_others)
{
    set_up(0, 2);
    lines[1].from = lines[1].to = 1;
    layout.nodes[1].x = 160;
    ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
    ck_assert_double_le(cubic_at(loop_at(0), 0.5).x, 30);
    ck_assert_double_ge(cubic_at(loop_at(1), 0.5).x, 130);
    layout_clear(&layout);
}
END_TEST

/* Whether LINE comes within 2 points of the box of node b. */
static bool meets_neighbour(uint32_t line)
{
    const struct box box = box_around(layout.nodes[1], nodes[1].width + 4, nodes[1].height + 4);
    for (int i = 0; i <= 64; i++) {
        const struct point p = cubic_at(loop_at(line), i / 64.0);
        if (p.x > box.low.x && p.x < box.high.x && p.y > box.low.y && p.y < box.high.y)
            return true;
    }
    return false;
}

/* A loop that ran on behind another actor would look like two lines between them. */
START_TEST(loops_end_before_their_neighbours)
{
    static const struct point places[] = {{80, 0},  {-90, 10}, {40, 50},   {0, 45},
                                          {0, -60}, {70, 30},  {-70, -35}, {-120, 0}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        set_up(0, 6);
        layout.nodes[1] = places[i];
        ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
        for (uint32_t line = 0; line < 6; line++)
            ck_assert_msg(!meets_neighbour(line), "place %zu, line %u", i, line);
        layout_clear(&layout);
    }
}
END_TEST

/* Also at an ellipse, which recedes from its box. */
START_TEST(loops_end_at_the_border)
{
    for (uint32_t node = 0; node < 2; node++) {
        const struct scene_node *n = &nodes[node];
        set_up(node, MOST);
        for (uint32_t i = 0; i < MOST; i++)
            for (int end = 0; end <= 3; end += 3) {
                const struct point p = loop_at(i)->p[end], at = layout.nodes[node];
                ck_assert(shape_holds(n->shape, at, n->width + 0.1, n->height + 0.1, p));
                ck_assert(!shape_holds(n->shape, at, n->width - 0.1, n->height - 0.1, p));
            }
        layout_clear(&layout);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {loops_lie_apart,
                                  loops_avoid_their_neighbours,
                                  loops_of_neighbours_do_not_meet,
                                  loops_turn_away_from_others,
                                  loops_end_before_their_neighbours,
                                  loops_end_at_the_border};
    return fixture_run("loop", tests, sizeof tests / sizeof *tests);
}
