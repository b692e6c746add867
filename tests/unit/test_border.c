/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/buffer.h"
#include "fixture.h"
#include "layout/geometry.h"
#include "scene/border.h"
#include "scene/lettering.h"

/* The size of the state A, from or to which COUNT ties lead. */
static struct point size_with(int count, bool to, const char *weight)
{
    struct fixture_picture picture;
    struct buffer relations = BUFFER_EMPTY;
    for (int i = 0; i < count; i++)
        buffer_format(&relations, "<support id='r%d' from='%s' to='%s' weight='%s'/>", i,
                      to ? "b" : "a", to ? "a" : "b", weight);
    fixture_picture_begin(&picture, buffer_string(&relations), "");
    struct scene *scene = &picture.request.scene;
    ck_assert_int_eq(lettering_write(scene), STATUS_OK);
    ck_assert_str_eq(scene->nodes[0].id, "a");
    const struct point size = {scene->nodes[0].width, scene->nodes[0].height};
    fixture_picture_end(&picture);
    buffer_clear(&relations);
    return size;
}

static double perimeter(struct point size)
{
    return 2 * (size.x + size.y);
}

START_TEST(few_lines_need_no_room)
{
    const struct point none = size_with(1, true, "1"), few = size_with(3, true, "5");
    ck_assert_double_eq(few.x, none.x);
    ck_assert_double_eq(few.y, none.y);
}
END_TEST

/* About the width of a head, 6 to 9 points, for each. */
START_TEST(each_of_many_lines_has_room)
{
    ck_assert_double_ge(perimeter(size_with(40, true, "1")), 40 * 6);
    ck_assert_double_ge(perimeter(size_with(30, true, "5")), 30 * 9);
    ck_assert_double_lt(perimeter(size_with(40, true, "1")), 40 * 10);
    ck_assert_double_lt(perimeter(size_with(40, false, "1")),
                        perimeter(size_with(40, true, "1"))); /* tails are narrow */
}
END_TEST

START_TEST(enlargements_can_be_forgotten)
{
    struct scene_node node = {.width = 40, .height = 20, .border = 300};
    struct scene scene = {.nodes = &node, .node_count = 1};
    border_enlarge(&node);
    ck_assert_double_gt(node.width, 41);
    ck_assert_double_eq_tol(node.width - 40, node.height - 20, 1e-9);
    border_forget(&scene);
    ck_assert_double_eq_tol(node.width, 40, 1e-9);
    ck_assert_double_eq_tol(node.height, 20, 1e-9);
    border_restore(&scene);
    const double width = node.width;
    border_restore(&scene);
    ck_assert_double_eq_tol(node.width, width, 1e-9);
    ck_assert_double_gt(node.width, 41);
}
END_TEST

START_TEST(no_shape_becomes_huge)
{
    const struct point none = size_with(1, true, "1"), many = size_with(200, true, "5");
    ck_assert_double_eq_tol(many.x, none.x + BORDER_MOST, 1e-9);
    ck_assert_double_eq_tol(many.y, none.y + BORDER_MOST, 1e-9);
}
END_TEST

START_TEST(a_crowd_has_no_room)
{
    const struct point none = size_with(1, true, "1"), many = size_with(300, true, "1");
    ck_assert_double_eq(many.x, none.x);
    ck_assert_double_eq(many.y, none.y);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {few_lines_need_no_room, each_of_many_lines_has_room,
                                  enlargements_can_be_forgotten, no_shape_becomes_huge,
                                  a_crowd_has_no_room};
    return fixture_run("border", tests, sizeof tests / sizeof *tests);
}
