/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>
#include <math.h>
#include <string.h>

#include "layout/codec.h"
#include "layout/head.h"
#include "layout/routing.h"
#include "layout/score/head_cover.h"
#include "layout/setback.h"
#include "layout/spread.h"

/* Two actors, and three lines between them. */
static struct scene_node nodes[] = {
    {.id = "a", .shape = SHAPE_BOX, .width = 40, .height = 20},
    {.id = "b", .shape = SHAPE_ELLIPSE, .width = 60, .height = 30},
};
static struct scene_line lines[] = {{0, 1, 0, HEAD_NONE, HEAD_TEE},
                                    {1, 0, 1, HEAD_NONE, HEAD_TEE},
                                    {0, 1, 2, HEAD_NONE, HEAD_TEE}};
static struct scene_tie relations[] = {
    {.id = "r", .first_line = 0, .line_count = 1, .junction = SCENE_NONE},
    {.id = "s", .first_line = 1, .line_count = 1, .junction = SCENE_NONE},
    {.id = "t", .first_line = 2, .line_count = 1, .junction = SCENE_NONE}};

static struct scene make_scene(void)
{
    return (struct scene){.nodes = nodes,
                          .lines = lines,
                          .ties = relations,
                          .node_count = 2,
                          .line_count = 3,
                          .tie_count = 3};
}

static struct layout make_layout(const struct scene *scene)
{
    struct layout layout;
    ck_assert_int_eq(layout_init(&layout, scene), STATUS_OK);
    layout.nodes[1] = (struct point){200, 0};
    ck_assert_int_eq(routing_straight(&layout, scene), STATUS_OK);
    layout_normalize(&layout, scene);
    return layout;
}

START_TEST(parallel_lines_are_kept_apart)
{
    struct scene scene = make_scene();
    struct layout layout = make_layout(&scene);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < i; j++)
            ck_assert_double_ge(point_distance(layout.labels[i], layout.labels[j]), 15);
    layout_clear(&layout);
}
END_TEST

START_TEST(lines_run_from_border_to_border)
{
    struct scene scene = make_scene();
    struct layout layout = make_layout(&scene);
    for (uint32_t i = 0; i < 3; i++) {
        const struct cubic *curve = &layout.curves[layout.paths[i].first];
        for (int side = 0; side < 2; side++) {
            uint32_t node = side == 0 ? lines[i].from : lines[i].to;
            struct point end = curve->p[side == 0 ? 0 : 3];
            ck_assert(!shape_holds(nodes[node].shape, layout.nodes[node], nodes[node].width - 1,
                                   nodes[node].height - 1, end));
            ck_assert(shape_holds(nodes[node].shape, layout.nodes[node], nodes[node].width + 1,
                                  nodes[node].height + 1, end));
        }
    }
    layout_clear(&layout);
}
END_TEST

/* How much of the head at the end of the second actor is in its shape. */
static double hidden_share(const struct layout *layout, const struct scene *scene)
{
    const struct head_outline outline = head_outline(HEAD_BOX, 3);
    const struct cubic *curve = &layout->curves[layout->paths[0].first];
    const struct cubic line = cubic_part(curve, 0, cubic_along(curve, outline.length, true));
    const struct outline_node node = {.shape = layout_box_of_node(layout, scene, 1)};
    struct outline_head head = {.count = (uint32_t)outline.count};
    for (int i = 0; i < outline.count; i++)
        head.points[i] = head_point(&outline, i, line.p[3], curve->p[3]);
    return head_cover_of_node(&head, &node);
}

/* A line with a wide head meets the side of a box askew, or at a right angle. */
START_TEST(heads_are_set_back_from_their_nodes)
{
    static struct scene_node boxes[] = {
        {.id = "a", .shape = SHAPE_BOX, .width = 20, .height = 20},
        {.id = "b", .shape = SHAPE_BOX, .width = 200, .height = 40}};
    static struct scene_line line = {0, 1, 0, HEAD_NONE, HEAD_BOX};
    static struct scene_tie heavy = {
        .first_line = 0, .line_count = 1, .weight = 3, .junction = SCENE_NONE};
    const struct scene scene = {.nodes = boxes,
                                .lines = &line,
                                .ties = &heavy,
                                .node_count = 2,
                                .line_count = 1,
                                .tie_count = 1};
    for (int i = 0; i < 2; i++) {
        struct layout layout;
        ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
        layout.nodes[0] = (struct point){i == 0 ? -50 : 150, 0};
        layout.nodes[1] = (struct point){150, 150};
        ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
        const struct point tip = layout.curves[layout.paths[0].first].p[3];
        ck_assert(i == 1 || hidden_share(&layout, &scene) > 0.1);
        setback_heads(&layout, &scene);
        ck_assert_double_le(hidden_share(&layout, &scene), 0.1);
        const double distance = point_distance(tip, layout.curves[layout.paths[0].first].p[3]);
        ck_assert(i == 0 ? distance > 0 && distance <= SETBACK_MOST : distance == 0);
        layout_clear(&layout);
    }
}
END_TEST

/* Overlapping boxes, one to the right of the other and a little lower, and a third one. */
START_TEST(nodes_that_overlap_are_spread)
{
    static struct scene_node boxes[] = {{.id = "a", .width = 40, .height = 20},
                                        {.id = "b", .width = 40, .height = 20},
                                        {.id = "c", .width = 40, .height = 20}};
    const struct scene scene = {.nodes = boxes, .node_count = 3};
    struct layout layout;
    ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
    layout.nodes[1] = (struct point){30, 5};
    layout.nodes[2] = (struct point){0, -50};
    spread_nodes(&layout, &scene);
    ck_assert_double_ge(layout.nodes[1].x - layout.nodes[0].x, 40);
    ck_assert_double_le(layout.nodes[1].x - layout.nodes[0].x, 50);
    ck_assert_double_gt(layout.nodes[1].y, layout.nodes[0].y);
    ck_assert_double_eq_tol(layout.nodes[2].y / layout.nodes[1].y, -10,
                            1e-9); /* all by as much */
    const struct point before = layout.nodes[1];
    spread_nodes(&layout, &scene);
    ck_assert_double_eq_tol(layout.nodes[1].x, before.x, 1e-9);
    layout_clear(&layout);
}
END_TEST

/* Boxes in one place, which no scale separates. */
START_TEST(nodes_in_one_place_are_spread)
{
    enum { COUNT = 30 };
    static struct scene_node boxes[COUNT];
    const struct scene scene = {.nodes = boxes, .node_count = COUNT};
    struct layout layout;
    for (size_t i = 0; i < COUNT; i++)
        boxes[i] = (struct scene_node){.id = "a", .width = 40, .height = 10 + (double)i};
    ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
    spread_nodes(&layout, &scene);
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i; j++)
            ck_assert(fabs(layout.nodes[i].x - layout.nodes[j].x) >= 40 ||
                      fabs(layout.nodes[i].y - layout.nodes[j].y) >=
                          (boxes[i].height + boxes[j].height) / 2);
    for (size_t i = 0; i < COUNT; i++)
        ck_assert_double_lt(fabs(layout.nodes[i].x) + fabs(layout.nodes[i].y), 400);
    layout_clear(&layout);
}
END_TEST

START_TEST(a_layout_survives_encoding)
{
    struct scene scene = make_scene();
    struct layout layout = make_layout(&scene), again;
    struct buffer bytes = BUFFER_EMPTY;
    codec_encode(&layout, &bytes);
    ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_OK);
    ck_assert_double_eq_tol(again.width, layout.width, 1e-9);
    ck_assert_mem_eq(again.nodes, layout.nodes, 2 * sizeof *layout.nodes);
    ck_assert_mem_eq(again.curves, layout.curves, layout.curve_count * sizeof *layout.curves);
    buffer_clear(&bytes);
    layout_clear(&layout);
    layout_clear(&again);
}
END_TEST

/* A compromised child may send anything. */
START_TEST(invalid_bytes_are_rejected)
{
    struct scene scene = make_scene();
    struct layout layout = make_layout(&scene), again;
    struct buffer bytes = BUFFER_EMPTY;
    codec_encode(&layout, &bytes);
    size_t whole = bytes.length;
    for (bytes.length = 0; bytes.length < whole; bytes.length++)
        ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_FAILURE);
    bytes.length = whole;
    buffer_char(&bytes, 'x');
    ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_FAILURE);
    buffer_clear(&bytes);
    layout_clear(&layout);
}
END_TEST

/* Fails if a LAYOUT that cannot be drawn is accepted. */
static void assert_unsound(const struct layout *layout)
{
    const struct scene scene = make_scene();
    struct layout again;
    struct buffer bytes = BUFFER_EMPTY;
    codec_encode(layout, &bytes);
    ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_FAILURE);
    buffer_clear(&bytes);
}

START_TEST(no_number_of_a_layout_may_be_wrong)
{
    static const double wrong[] = {NAN, INFINITY, -INFINITY, 1e6, -1e6};
    const struct scene scene = make_scene();
    struct layout layout = make_layout(&scene);
    double *const places[] = {&layout.width,
                              &layout.height,
                              &layout.nodes[1].x,
                              &layout.nodes[0].y,
                              &layout.labels[2].x,
                              &layout.labels[0].y,
                              &layout.curves[0].p[0].x,
                              &layout.curves[layout.curve_count - 1].p[3].y};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        for (size_t j = 0; j < sizeof wrong / sizeof *wrong; j++) {
            double right = *places[i];
            *places[i] = wrong[j];
            assert_unsound(&layout);
            *places[i] = right;
        }
    layout_clear(&layout);
}
END_TEST

/* Fails if the path of line 1 may be WRONG. */
static void assert_path_unsound(const struct layout *layout, const struct layout_path *wrong)
{
    const struct scene scene = make_scene();
    struct layout again;
    struct buffer bytes = BUFFER_EMPTY;
    codec_encode(layout, &bytes);
    char *at = bytes.bytes;
    while (memcmp(at, &layout->paths[1], sizeof *wrong) != 0)
        at++;
    memcpy(at, wrong, sizeof *wrong);
    ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_FAILURE);
    buffer_clear(&bytes);
}

START_TEST(each_line_has_curves_of_the_layout)
{
    const struct scene scene = make_scene();
    struct layout layout = make_layout(&scene);
    const struct layout_path right = layout.paths[1];
    const struct layout_path wrong[] = {{(uint32_t)layout.curve_count, right.count},
                                        {0, right.count}, /* the curves of another line */
                                        {right.first, 0},
                                        {right.first, right.count + 1},
                                        {right.first, UINT32_MAX}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_path_unsound(&layout, &wrong[i]);
    layout_clear(&layout);
}
END_TEST

START_TEST(a_layout_of_another_scene_is_rejected)
{
    struct scene scene = make_scene(), other;
    struct layout layout = make_layout(&scene), again;
    struct buffer bytes = BUFFER_EMPTY;
    codec_encode(&layout, &bytes);
    other = scene;
    other.node_count = 1;
    ck_assert_int_eq(codec_decode(&again, &other, &bytes), STATUS_FAILURE);
    other = scene;
    other.line_count = 2;
    ck_assert_int_eq(codec_decode(&again, &other, &bytes), STATUS_FAILURE);
    other = scene;
    other.tie_count = 4;
    ck_assert_int_eq(codec_decode(&again, &other, &bytes), STATUS_FAILURE);
    size_t curves = SIZE_MAX; /* the last of the four counts */
    memcpy(bytes.bytes + 3 * sizeof curves, &curves, sizeof curves);
    ck_assert_int_eq(codec_decode(&again, &scene, &bytes), STATUS_FAILURE);
    buffer_clear(&bytes);
    layout_clear(&layout);
}
END_TEST

START_TEST(a_normalized_layout_starts_at_the_origin)
{
    struct scene scene = make_scene();
    struct layout layout = make_layout(&scene);
    for (size_t i = 0; i < 2; i++) {
        ck_assert_double_ge(layout.nodes[i].x - nodes[i].width / 2, 0);
        ck_assert_double_ge(layout.nodes[i].y - nodes[i].height / 2, 0);
        ck_assert_double_le(layout.nodes[i].x + nodes[i].width / 2, layout.width);
        ck_assert_double_le(layout.nodes[i].y + nodes[i].height / 2, layout.height);
    }
    layout_clear(&layout);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("layout");
    TCase *paths = tcase_create("paths");
    tcase_add_test(paths, parallel_lines_are_kept_apart);
    tcase_add_test(paths, lines_run_from_border_to_border);
    tcase_add_test(paths, a_normalized_layout_starts_at_the_origin);
    tcase_add_test(paths, heads_are_set_back_from_their_nodes);
    tcase_add_test(paths, nodes_that_overlap_are_spread);
    tcase_add_test(paths, nodes_in_one_place_are_spread);
    tcase_add_test(paths, a_layout_survives_encoding);
    tcase_add_test(paths, invalid_bytes_are_rejected);
    tcase_add_test(paths, no_number_of_a_layout_may_be_wrong);
    tcase_add_test(paths, each_line_has_curves_of_the_layout);
    tcase_add_test(paths, a_layout_of_another_scene_is_rejected);
    suite_add_tcase(suite, paths);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
