/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "layout/intersection.h"
#include "layout/search/arrangement.h"

/* Two rings through the same nodes, each in an order of its own, and a figure of each. */
enum { NODES = 7, LINES = 2 * NODES };

struct setup {
    struct scene_node nodes[NODES];
    struct scene_line lines[LINES];
    struct scene_tie ties[LINES];
    unsigned char shown[NODES], first[LINES], second[LINES];
    struct scene scene;
};

static void add_line(struct setup *setup, uint32_t index, uint32_t from, uint32_t to)
{
    setup->lines[index] = (struct scene_line){from, to, index, HEAD_NONE, HEAD_TRIANGLE};
    setup->ties[index] = (struct scene_tie){
        .id = "t", .weight = 3, .first_line = index, .line_count = 1, .junction = SCENE_NONE};
    setup->first[index] = index < NODES;
    setup->second[index] = index >= NODES;
}

static void set_up(struct setup *setup)
{
    for (uint32_t i = 0; i < NODES; i++) {
        setup->nodes[i] =
            (struct scene_node){.id = "n", .shape = SHAPE_BOX, .width = 60, .height = 20};
        setup->shown[i] = 1;
        add_line(setup, i, i, (i + 1) % NODES);
        add_line(setup, NODES + i, i, (i + 2) % NODES);
    }
    setup->scene = (struct scene){.nodes = setup->nodes,
                                  .lines = setup->lines,
                                  .ties = setup->ties,
                                  .node_count = NODES,
                                  .line_count = LINES,
                                  .tie_count = LINES,
                                  .scale = 1,
                                  .effort = EFFORT_QUICK};
}

static void arrange(struct setup *setup)
{
    const struct straight_figure figures[] = {{setup->shown, setup->first},
                                              {setup->shown, setup->second}};
    const struct layout_limits limits = {0, 1};
    struct fixture_messages caught;
    fixture_messages_begin(&caught);
    enum status status = arrangement_find(&setup->scene, figures, 2, &limits, &caught.messages);
    const char *printed = fixture_messages_end(&caught);
    ck_assert_msg(status == STATUS_OK, "%s", printed);
}

static struct point place_of(const struct setup *setup, uint32_t node)
{
    const struct scene_place *place = &setup->nodes[node].place;
    return (struct point){place->x * 1000, place->y * 1000};
}

static unsigned count_crossings(const struct setup *setup, const unsigned char shown[])
{
    unsigned count = 0;
    for (size_t i = 0; i < LINES; i++)
        for (size_t j = 0; j < i; j++) {
            const struct scene_line *a = &setup->lines[i], *b = &setup->lines[j];
            bool apart =
                a->from != b->from && a->from != b->to && a->to != b->from && a->to != b->to;
            count += shown[i] != 0 && shown[j] != 0 && apart &&
                     segments_cross(place_of(setup, a->from), place_of(setup, a->to),
                                    place_of(setup, b->from), place_of(setup, b->to));
        }
    return count;
}

START_TEST(each_figure_has_few_crossings)
{
    struct setup setup;
    set_up(&setup);
    arrange(&setup);
    for (uint32_t i = 0; i < NODES; i++)
        ck_assert(setup.nodes[i].place.given && !setup.nodes[i].place.pinned);
    /* Regularly around a circle, one would have 0, the other 14. */
    ck_assert_uint_le(count_crossings(&setup, setup.first), 1);
    ck_assert_uint_le(count_crossings(&setup, setup.second), 1);
}
END_TEST

START_TEST(the_result_is_the_same_each_time)
{
    struct setup one, other;
    set_up(&one);
    set_up(&other);
    arrange(&one);
    arrange(&other);
    for (uint32_t i = 0; i < NODES; i++)
        ck_assert_double_eq(point_distance(place_of(&one, i), place_of(&other, i)), 0);
}
END_TEST

START_TEST(places_stay)
{
    struct setup setup;
    set_up(&setup);
    for (uint32_t i = 1; i < NODES; i++)
        setup.nodes[i].place = (struct scene_place){i / 10.0, i % 3 / 3.0, true, i == 2};
    arrange(&setup);
    for (uint32_t i = 1; i < NODES; i++) {
        ck_assert_double_eq(setup.nodes[i].place.x, i / 10.0);
        ck_assert_double_eq(setup.nodes[i].place.y, i % 3 / 3.0);
        ck_assert_int_eq(setup.nodes[i].place.pinned, i == 2);
    }
    ck_assert(setup.nodes[0].place.given);
}
END_TEST

START_TEST(a_junction_gets_no_place)
{
    struct setup setup;
    set_up(&setup);
    setup.nodes[3].vertex = SCENE_NONE;
    arrange(&setup);
    ck_assert(!setup.nodes[3].place.given);
    ck_assert(setup.nodes[2].place.given);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        each_figure_has_few_crossings,
        the_result_is_the_same_each_time,
        places_stay,
        a_junction_gets_no_place,
    };
    return fixture_run("arrangement", tests, sizeof tests / sizeof *tests);
}
