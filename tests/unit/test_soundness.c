/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "fixture.h"
#include "layout/intersection.h"
#include "layout/routing.h"
#include "layout/soundness/label_soundness.h"
#include "layout/soundness/line_soundness.h"
#include "layout/soundness/soundness.h"

enum { NODES = 4, TIES = 4 };

static struct scene_node nodes[NODES] = {
    {.id = "a", .shape = SHAPE_BOX, .width = 40, .height = 20},
    {.id = "b", .shape = SHAPE_ELLIPSE, .width = 60, .height = 30},
    {.id = "c", .shape = SHAPE_BOX, .width = 40, .height = 20},
    {.id = "d", .shape = SHAPE_BOX, .width = 10, .height = 10},
};
static struct scene_line lines[TIES] = {{0, 1, 0, HEAD_NONE, HEAD_TEE},
                                        {1, 2, 1, HEAD_NONE, HEAD_TEE},
                                        {2, 3, 2, HEAD_NONE, HEAD_TEE},
                                        {3, 0, 3, HEAD_NONE, HEAD_TEE}};
static struct scene_tie ties[TIES];
static struct scene scene;
static struct layout layout;

/* A square of actors, each tied to the next. */
static void setup(void)
{
    static const struct point places[NODES] = {{0, 0}, {300, 0}, {300, 200}, {0, 200}};
    for (unsigned i = 0; i < TIES; i++)
        ties[i] = (struct scene_tie){.weight = 1,
                                     .first_line = i,
                                     .line_count = 1,
                                     .junction = SCENE_NONE,
                                     .label = {.count = 1, .width = 30, .height = 8}};
    scene = (struct scene){.nodes = nodes,
                           .lines = lines,
                           .ties = ties,
                           .node_count = NODES,
                           .line_count = TIES,
                           .tie_count = TIES};
    ck_assert_int_eq(layout_init(&layout, &scene), STATUS_OK);
    for (int i = 0; i < NODES; i++)
        layout.nodes[i] = places[i];
    ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
    layout_normalize(&layout, &scene);
}

static void teardown(void)
{
    layout_clear(&layout);
}

/* The distance of the label of a tie from its line. */
static double label_distance(size_t tie)
{
    const struct box box = layout_box_of_label(&layout, &scene, tie);
    const struct layout_path *path = &layout.paths[scene.ties[tie].first_line];
    double square = HUGE_VAL;
    for (uint32_t i = 0; i < path->count; i++)
        for (int step = 0; step <= 32; step++) {
            const struct point p = cubic_at(&layout.curves[path->first + i], step / 32.0);
            square = lesser(square, point_box_square(p, &box));
        }
    return sqrt(square);
}

/* Returns the number of labels that are still hidden. */
static size_t restore_labels(void)
{
    size_t hidden;
    ck_assert_int_eq(label_soundness_restore(&layout, &scene, LABEL_SOUNDNESS_FAR, &hidden),
                     STATUS_OK);
    return hidden;
}

static bool separate(void)
{
    bool separated;
    ck_assert_int_eq(line_soundness_separate(&layout, &scene, &separated), STATUS_OK);
    return separated;
}

static const char *fault(void)
{
    const char *found;
    ck_assert_int_eq(soundness_check(&layout, &scene, &found), STATUS_OK);
    if (found == NULL)
        ck_assert_int_eq(line_soundness_check(&layout, &scene, &found), STATUS_OK);
    return found;
}

static void assert_fault(const char *expected)
{
    const char *found = fault();
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, expected);
}

static void swap(struct point *a, struct point *b)
{
    const struct point kept = *a;
    *a = *b;
    *b = kept;
}

START_TEST(a_layout_of_its_scene_is_sound)
{
    setup();
    ck_assert_ptr_null(fault());
    for (int i = 0; i < TIES; i++)
        ck_assert_double_le(label_distance((size_t)i), 0.01);
    teardown();
}
END_TEST

START_TEST(lines_of_two_ties_cannot_be_swapped)
{
    setup();
    struct layout_path kept = layout.paths[0];
    layout.paths[0] = layout.paths[2];
    layout.paths[2] = kept;
    assert_fault("a line does not end at its actors");
    teardown();
}
END_TEST

START_TEST(a_line_cannot_be_turned_round)
{
    setup();
    struct cubic *curve = &layout.curves[layout.paths[1].first];
    swap(&curve->p[0], &curve->p[3]);
    assert_fault("a line does not end at its actors");
    teardown();
}
END_TEST

START_TEST(labels_of_two_ties_cannot_be_swapped)
{
    setup();
    const struct point first = layout.labels[0], third = layout.labels[2];
    swap(&layout.labels[0], &layout.labels[2]);
    layout.labels[1].y += LABEL_SOUNDNESS_FAR / 2.0; /* not too far */
    const double y = layout.labels[1].y;
    restore_labels();
    ck_assert_double_le(point_distance(layout.labels[0], first), 2);
    ck_assert_double_le(point_distance(layout.labels[2], third), 2);
    ck_assert_double_eq_tol(layout.labels[1].y, y, 0.01);
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

START_TEST(a_label_that_is_off_the_page_is_put_back)
{
    setup();
    const double width = layout.width;
    layout.labels[0].x += 5000;
    layout_normalize(&layout, &scene);
    ck_assert_double_gt(layout.width, width + 1000);
    restore_labels();
    ck_assert_double_eq_tol(layout.width, width, 0.01);
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* What is not shown can be anywhere. */
START_TEST(a_tie_without_a_label_has_no_place_for_it)
{
    setup();
    ties[0].label.count = 0;
    layout.labels[0] = (struct point){-1000, -1000};
    restore_labels();
    ck_assert_double_eq(layout.labels[0].x, -1000);
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

START_TEST(lines_are_unbroken)
{
    setup();
    const struct cubic whole = layout.curves[layout.paths[3].first];
    struct cubic *curves = realloc(layout.curves, (TIES + 2) * sizeof *curves);
    ck_assert_ptr_nonnull(curves);
    layout.curves = curves;
    layout.curve_count = layout.curve_capacity = TIES + 2;
    layout.paths[3] = (struct layout_path){TIES, 2};
    curves[TIES] = cubic_part(&whole, 0, 0.4);
    curves[TIES + 1] = cubic_part(&whole, 0.4, 1);
    ck_assert_ptr_null(fault());
    curves[TIES + 1] = cubic_part(&whole, 0.5, 1);
    assert_fault("a line does not end at its actors");
    teardown();
}
END_TEST

START_TEST(nodes_are_not_stacked)
{
    setup();
    nodes[2].width = nodes[3].width = 2000; /* their lines end at both of their borders */
    struct point kept = layout.nodes[2];
    layout.nodes[2].x = layout.nodes[3].x = (kept.x + layout.nodes[3].x) / 2;
    layout_normalize(&layout, &scene);
    const char *found = fault();
    nodes[2].width = 40;
    nodes[3].width = 10;
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, "two actors overlap");
    teardown();
}
END_TEST

START_TEST(everything_is_on_the_page)
{
    setup();
    const double height = layout.height, width = layout.width;
    layout.height = -99899;
    assert_fault("something is off the page");
    layout.height = 999999;
    assert_fault("something is off the page");
    layout.height = height;
    layout.width = width - 20;
    assert_fault("something is off the page");
    layout.width = width;
    ck_assert_ptr_null(fault());
    layout.curves[0].p[1].y -= 100;
    assert_fault("something is off the page");
    teardown();
}
END_TEST

START_TEST(a_page_has_a_sane_size)
{
    setup();
    layout.curves[0].p[1].y -= 900000;
    layout_normalize(&layout, &scene);
    assert_fault("the page is too large");
    teardown();
}
END_TEST

/* Lets LINE run straight from each of the COUNT points to the next. */
static void set_course(uint32_t line, const struct point *points, size_t count)
{
    const size_t first = layout.curve_count, curves = count - 1;
    layout.curves = realloc(layout.curves, (first + curves) * sizeof *layout.curves);
    ck_assert_ptr_nonnull(layout.curves);
    for (size_t i = 0; i < curves; i++)
        layout.curves[first + i] =
            (struct cubic){{points[i], point_between(points[i], points[i + 1], 1.0 / 3),
                            point_between(points[i], points[i + 1], 2.0 / 3), points[i + 1]}};
    layout.curve_count = layout.curve_capacity = first + curves;
    layout.paths[line] = (struct layout_path){(uint32_t)first, (uint32_t)curves};
}

/* A point at X,Y from the centre of a node. */
static struct point beside(uint32_t node, double x, double y)
{
    return (struct point){layout.nodes[node].x + x, layout.nodes[node].y + y};
}

#define SET_COURSE(line, ...)                                                                    \
    do {                                                                                         \
        const struct point course_[] = {__VA_ARGS__};                                            \
        set_course(line, course_, sizeof course_ / sizeof *course_);                             \
    } while (0)

/* The corner of the box around an ellipse is not at the ellipse. */
START_TEST(a_line_ends_at_the_shape_of_its_actor)
{
    setup();
    SET_COURSE(0, beside(0, 20, 0), beside(1, -30, 0));
    ck_assert_ptr_null(fault());
    SET_COURSE(0, beside(0, 20, 0), beside(1, -28, 14));
    assert_fault("a line does not end at its actors");
    SET_COURSE(0, beside(0, 20, 0), beside(1, 0, 0)); /* its head would be hidden */
    assert_fault("a line does not end at its actors");
    SET_COURSE(0, beside(0, 20, 0), beside(1, 0, 5), beside(1, 0, 15));
    assert_fault("a line does not end at its actors");
    teardown();
}
END_TEST

/* C, left of b, is nearer to the end of the line. */
START_TEST(a_line_ends_nearest_to_its_own_actor)
{
    setup();
    layout.nodes[2] = beside(1, -54, 0);
    SET_COURSE(1, beside(1, 0, 15), beside(1, -27, 50), beside(2, 0, 10));
    SET_COURSE(2, beside(2, -20, 0), beside(3, 5, 0));
    SET_COURSE(0, beside(0, 20, 0), beside(1, -20, -40), beside(1, -15, -13));
    layout_normalize(&layout, &scene);
    ck_assert_str_eq(fault() == NULL ? "" : fault(), "");
    SET_COURSE(0, beside(0, 20, 0), beside(1, -33, -40), beside(1, -33, -2));
    assert_fault("a line does not end at its actors");
    teardown();
}
END_TEST

START_TEST(a_line_does_not_turn_back)
{
    setup();
    SET_COURSE(0, beside(0, 20, 0), beside(0, 150, 0), beside(0, 60, 3), beside(1, -30, 0));
    assert_fault("a line turns back");
    ck_assert(separate()); /* draws it straight */
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* It would seem to tie that actor to both. */
START_TEST(a_line_does_not_turn_at_another_actor)
{
    setup();
    SET_COURSE(0, beside(0, 20, 0), beside(2, -100, -4), beside(2, -20.5, -4),
               beside(1, -10, 14));
    assert_fault("a line turns or ends at another actor");
    SET_COURSE(0, beside(0, 20, 0), beside(2, -60, -60), beside(1, -20, 11));
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* The one above would hide the other's evidence. */
START_TEST(two_lines_that_are_drawn_as_one_are_separated)
{
    setup();
    const struct scene_line kept = lines[3];
    lines[3] = (struct scene_line){1, 0, 3, HEAD_NONE, HEAD_TEE};
    SET_COURSE(0, beside(0, 20, 0), beside(1, -30, 0));
    SET_COURSE(3, beside(1, -26, 7), beside(0, 20, 7));
    const struct point first = beside(0, 20, 0);
    ck_assert(!separate());
    ck_assert_double_eq(layout.curves[layout.paths[0].first].p[0].y, first.y); /* apart */
    SET_COURSE(3, beside(1, -30, 1), beside(0, 20, 1));
    ck_assert(separate());
    const char *found = fault();
    lines[3] = kept;
    ck_assert_ptr_null(found);
    ck_assert_double_ge(fabs(layout_middle(&layout, 0).y - layout_middle(&layout, 3).y), 15);
    ck_assert_double_eq_tol(layout_middle(&layout, 1).x, layout.nodes[1].x,
                            1); /* the others stay */
    teardown();
}
END_TEST

/* A tied to b, and c to d, would look like a tied to c, and b to d. */
START_TEST(two_lines_do_not_meet_as_if_they_crossed)
{
    setup();
    SET_COURSE(0, beside(0, 20, 10), beside(0, 150, 99.5), beside(1, -24, 10));
    SET_COURSE(2, beside(2, -20, -10), beside(0, 150, 100.5), beside(3, 5, -5));
    assert_fault("two lines meet and turn");
    SET_COURSE(2, beside(2, -20, -10), beside(0, 150, 115), beside(3, 5, -5));
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* Each of three lines seems to go on as the next, and no two change places with each other. */
START_TEST(three_lines_do_not_change_places_in_a_ring)
{
    static struct scene_line ring[TIES] = {{3, 2, 0, HEAD_NONE, HEAD_TEE},
                                           {0, 2, 1, HEAD_NONE, HEAD_TEE},
                                           {0, 1, 2, HEAD_NONE, HEAD_TEE},
                                           {3, 0, 3, HEAD_NONE, HEAD_TEE}};
    setup();
    scene.lines = ring;
    for (int i = 0; i < TIES; i++)
        ties[i].label.count = 0;
    SET_COURSE(0, beside(3, 5, -5), beside(0, 110, 100), beside(0, 150, 100), beside(0, 180, 126),
               beside(2, -20, -10));
    SET_COURSE(1, beside(0, 20, 9), beside(0, 119, 74), beside(0, 150, 100), beside(0, 157, 139),
               beside(2, -20, -5));
    SET_COURSE(2, beside(0, 20, 5), beside(0, 143, 61), beside(0, 150, 100), beside(0, 190, 100),
               beside(1, -20, 10));
    assert_fault("two lines meet and turn");
    SET_COURSE(2, beside(0, 20, 5), beside(0, 143, 61), beside(0, 190, 80), beside(1, -20, 10));
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* However softly, they would look like an X. */
START_TEST(two_lines_do_not_bounce_off_each_other)
{
    setup();
    layout.nodes[2] = beside(0, 300, 103);
    layout.nodes[3] = beside(0, 0, 103);
    SET_COURSE(1, beside(1, 0, 15), beside(2, 0, -10));
    SET_COURSE(3, beside(3, 0, -5), beside(0, 0, 10));
    SET_COURSE(0, beside(0, 20, 10), beside(0, 150, 51), beside(1, -24, 10));
    SET_COURSE(2, beside(2, -20, -10), beside(0, 150, 52), beside(3, 5, -5));
    layout_normalize(&layout, &scene);
    assert_fault("two lines meet and turn");
    ck_assert(separate()); /* draws one of them straight */
    ck_assert_ptr_null(fault());
    SET_COURSE(0, beside(0, 20, 10), beside(0, 150, 51), beside(1, -24, 10));
    SET_COURSE(2, beside(2, -20, -10), beside(0, 150, 65), beside(3, 5, -5));
    layout_normalize(&layout, &scene);
    ck_assert_ptr_null(fault());
    teardown();
}
END_TEST

/* Their corners are in the gaps for the label. */
START_TEST(two_lines_do_not_change_places_below_a_label)
{
    setup();
    SET_COURSE(0, beside(0, 20, 10), beside(0, 150, 98), beside(1, -24, 10));
    SET_COURSE(2, beside(2, -20, -10), beside(0, 150, 102), beside(3, 5, -5));
    ck_assert_ptr_null(fault());
    layout.labels[0] = beside(0, 150, 100);
    assert_fault("two lines meet and turn");
    teardown();
}
END_TEST

/* From a and c to b, behind d. */
START_TEST(two_lines_do_not_change_places_behind_an_actor)
{
    static const struct point places[NODES] = {{0, -20}, {300, 0}, {0, 20}, {150, 0}};
    static struct scene_line behind[TIES] = {{0, 1, 0, HEAD_NONE, HEAD_TEE},
                                             {2, 1, 1, HEAD_NONE, HEAD_TEE},
                                             {0, 3, 2, HEAD_NONE, HEAD_TEE},
                                             {2, 3, 3, HEAD_NONE, HEAD_TEE}};
    setup();
    const struct scene_node kept = nodes[3];
    nodes[3].width = 60;
    nodes[3].height = 30;
    scene.lines = behind;
    for (int i = 0; i < NODES; i++) {
        layout.nodes[i] = places[i];
        ties[i].label.count = 0;
    }
    SET_COURSE(2, beside(0, 0, -10), beside(3, 0, -60), beside(3, 0, -15));
    SET_COURSE(3, beside(2, 0, 10), beside(3, 0, 60), beside(3, 0, 15));
    SET_COURSE(0, beside(0, 20, 8), beside(3, -28, -8), beside(3, 28, -8), beside(1, -28, -6));
    SET_COURSE(1, beside(2, 20, -8), beside(3, -28, 8), beside(3, 28, 8), beside(1, -28, 6));
    layout_normalize(&layout, &scene);
    const char *apart = fault();
    SET_COURSE(0, beside(0, 20, 8), beside(3, -28, -8), beside(3, 28, 8), beside(1, -28, 6));
    SET_COURSE(1, beside(2, 20, -8), beside(3, -28, 8), beside(3, 28, -8), beside(1, -28, -6));
    const char *exchanged = fault();
    nodes[3] = kept;
    ck_assert_ptr_null(apart);
    ck_assert_ptr_nonnull(exchanged);
    ck_assert_str_eq(exchanged, "two lines meet and turn");
    teardown();
}
END_TEST

/* What is between two samples of it would not be checked. */
START_TEST(a_line_is_neither_coiled_nor_folded)
{
    enum { TEETH = 200 };
    struct point points[TEETH + 1];
    setup();
    for (int i = 0; i <= TEETH; i++) /* a saw of teeth that are 2 points high */
        points[i] = beside(0, 20 + 250.0 * i / TEETH, i % 2 * 2.0);
    set_course(0, points, TEETH + 1);
    layout_normalize(&layout, &scene);
    assert_fault("a line is coiled or folded");
    for (int i = 0; i <= TEETH; i++) /* around an actor, 25 times */
        points[i] = beside(3, 60 * cos(i * 3.14159265 / 4), 60 * sin(i * 3.14159265 / 4));
    points[TEETH] = beside(3, 5, 0);
    points[0] = beside(2, -20, 0);
    set_course(2, points, TEETH + 1);
    layout_normalize(&layout, &scene);
    assert_fault("a line is coiled or folded");
    teardown();
}
END_TEST

START_TEST(a_line_is_visible)
{
    setup();
    layout.nodes[1] = beside(0, 60, 0);
    SET_COURSE(0, beside(0, 20, 0), beside(1, -30, 0));
    SET_COURSE(1, beside(1, 0, 15), beside(2, 0, -10));
    layout_normalize(&layout, &scene);
    ck_assert_ptr_null(fault());
    layout.nodes[1] = beside(0, 53, 0);
    SET_COURSE(0, beside(0, 20, 0), beside(1, -30, 0));
    SET_COURSE(1, beside(1, 0, 15), beside(2, 0, -10));
    layout_normalize(&layout, &scene);
    assert_fault("a line is hidden");
    teardown();
}
END_TEST

/* The line enters its actor, and turns there. */
START_TEST(the_head_of_a_line_is_visible)
{
    setup();
    SET_COURSE(2, beside(2, -20, 0), beside(3, 1.5, 0), beside(3, 1.5, 3.4));
    assert_fault("the head of a line is hidden");
    teardown();
}
END_TEST

/* The lines from a and from c end on the same points of the border of b. */
static void join_heads(enum style_head later)
{
    setup();
    lines[0].head = HEAD_TRIANGLE;
    lines[1] = (struct scene_line){2, 1, 1, HEAD_NONE, later};
    ties[1].weight = 5;
    SET_COURSE(0, beside(0, 20, 0), beside(1, -40, 0), beside(1, -30, 0));
    SET_COURSE(1, beside(2, -20, 0), beside(2, -120, 0), beside(1, -60, 10), beside(1, -42, 0),
               beside(1, -30, 0));
    layout_normalize(&layout, &scene);
}

static void leave_heads(void)
{
    lines[0].head = HEAD_TEE;
    lines[1] = (struct scene_line){1, 2, 1, HEAD_NONE, HEAD_TEE};
    teardown();
}

/* The line from a would seem to have the head of the other. */
START_TEST(no_other_head_covers_the_head_of_a_line)
{
    size_t hidden;
    join_heads(HEAD_BOX);
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    ck_assert_uint_eq(hidden, 1);
    ck_assert(separate()); /* draws the line straight */
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    ck_assert_uint_eq(hidden, 0);
    leave_heads();
}
END_TEST

/* D is between a and b: the line from a passes it, and is not drawn straight through it. */
START_TEST(a_covered_head_is_better_than_a_line_through_an_actor)
{
    size_t hidden;
    join_heads(HEAD_BOX);
    layout.nodes[3] = beside(0, 150, 0);
    SET_COURSE(0, beside(0, 20, 0), beside(0, 150, -40), beside(1, -45, 0), beside(1, -30, 0));
    SET_COURSE(2, beside(2, -20, 0), beside(3, 5, 0));
    SET_COURSE(3, beside(3, 0, 5), beside(0, 60, 60), beside(0, 0, 10));
    layout_normalize(&layout, &scene);
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    ck_assert_uint_eq(hidden, 1);
    const struct cubic before = layout.curves[layout.paths[0].first];
    separate();
    ck_assert_double_eq(layout.curves[layout.paths[0].first].p[3].y, before.p[3].y);
    leave_heads();
}
END_TEST

/* One head of the same form and colour stands for both. */
START_TEST(a_head_like_itself_may_cover_it)
{
    size_t hidden;
    join_heads(HEAD_TRIANGLE);
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    ck_assert_uint_eq(hidden, 0);
    ck_assert(!separate());
    leave_heads();
}
END_TEST

/* Not even one whose middle is far from that of the other. */
START_TEST(no_actor_covers_another)
{
    setup();
    nodes[1].width = nodes[1].height = 300;
    layout.nodes[1] = beside(2, -20, -140);
    SET_COURSE(0, beside(0, 20, 0), beside(1, -150, 0));
    layout_normalize(&layout, &scene);
    const char *found = fault();
    nodes[1].width = 60;
    nodes[1].height = 30;
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, "two actors overlap");
    teardown();
}
END_TEST

/* Has ties 0 and 3 lead from node 0 to node 1, GAP above and below their middles, with labels of
   HEIGHT at the low corners of FIRST and LAST; puts the labels back, and sets both to their
   boxes. */
static void restore_beside(double gap, double height, struct box *first, struct box *last)
{
    const struct scene_line kept = lines[3];
    lines[3] = (struct scene_line){0, 1, 3, HEAD_NONE, HEAD_TEE};
    ties[0].label.height = ties[3].label.height = height;
    SET_COURSE(0, beside(0, 20, -gap), beside(1, -26, -gap));
    SET_COURSE(3, beside(0, 20, gap), beside(1, -26, gap));
    layout.labels[0] = beside(0, first->low.x, first->low.y);
    layout.labels[3] = beside(0, last->low.x, last->low.y);
    restore_labels();
    *first = layout_box_of_label(&layout, &scene, 0);
    *last = layout_box_of_label(&layout, &scene, 3);
    lines[3] = kept;
}

/* How far the middle of BOX is below node 0. */
static double below(struct box box)
{
    return (box.low.y + box.high.y) / 2 - layout.nodes[0].y;
}

START_TEST(labels_of_parallel_lines_cannot_be_swapped)
{
    struct box first = {.low = {140, 7}}, last = {.low = {140, -7}};
    setup();
    restore_beside(7, 8, &first, &last);
    ck_assert_double_eq_tol(below(first), -7, 0.01);
    ck_assert_double_eq_tol(below(last), 7, 0.01);
    teardown();
}
END_TEST

/* The labels reach both lines with their edges. */
START_TEST(high_labels_of_parallel_lines_cannot_be_swapped)
{
    struct box first = {.low = {100, 7}}, last = {.low = {180, -7}};
    setup();
    restore_beside(7, 30, &first, &last);
    ck_assert_double_le(below(first), -7);
    ck_assert_double_ge(below(last), 7);
    teardown();
}
END_TEST

START_TEST(labels_do_not_lie_on_each_other)
{
    struct box first = {.low = {140, 0}}, last = {.low = {141, 0}};
    setup();
    restore_beside(3, 8, &first, &last);
    ck_assert(!box_overlaps(&first, &last, 0));
    teardown();
}
END_TEST

START_TEST(a_label_is_not_hidden_by_an_actor)
{
    setup();
    layout.labels[1] = beside(1, 0, 6); /* near its line, which begins below */
    restore_labels();
    ck_assert_double_ge(layout.labels[1].y - layout.nodes[1].y, 15);
    ck_assert_double_le(label_distance(1), 0.01);
    teardown();
}
END_TEST

/* Each of two actors hides a fifth of it. */
START_TEST(a_label_is_not_hidden_by_several_actors)
{
    setup();
    layout.nodes[2] = beside(0, 60, 10);
    layout.nodes[3] = beside(0, 120, 10);
    nodes[3].width = 30;
    layout.labels[0] = beside(0, 92.5, 4);
    SET_COURSE(1, beside(1, 0, 15), beside(2, 0, 10));
    SET_COURSE(2, beside(2, 0, 10), beside(3, 0, 60), beside(3, 0, 5));
    SET_COURSE(3, beside(3, 0, 5), beside(0, 0, 60), beside(0, 0, 10));
    layout_normalize(&layout, &scene);
    restore_labels();
    const struct box label = layout_box_of_label(&layout, &scene, 0);
    for (int i = 0; i < NODES; i++) {
        const struct box node = layout_box_of_node(&layout, &scene, (size_t)i);
        ck_assert(!box_overlaps(&label, &node, 1));
    }
    nodes[3].width = 10;
    teardown();
}
END_TEST

/* From a to b, and from c to b, as if it were from a. */
START_TEST(two_lines_of_different_actors_are_not_drawn_as_one)
{
    setup();
    const struct scene_line kept = lines[2];
    lines[2] = (struct scene_line){3, 1, 2, HEAD_NONE, HEAD_TEE};
    layout.nodes[3] = beside(0, -60, 0);
    SET_COURSE(0, beside(0, 20, 0), beside(1, -30, 0));
    SET_COURSE(2, beside(3, 5, 0), beside(0, 20, 0), beside(1, -30, 0));
    SET_COURSE(3, beside(3, 0, -5), beside(0, -60, -60), beside(0, 0, -10));
    layout_normalize(&layout, &scene);
    assert_fault("a line is hidden");
    lines[2] = kept;
    teardown();
}
END_TEST

/* Both are near enough to their own lines, but on the others. */
START_TEST(labels_of_near_lines_cannot_be_swapped)
{
    setup();
    const struct scene_line kept = lines[3];
    lines[3] = (struct scene_line){0, 1, 3, HEAD_NONE, HEAD_TEE};
    SET_COURSE(0, beside(0, 20, -3.8), beside(1, -29, -3.8));
    SET_COURSE(3, beside(0, 20, 3.8), beside(1, -29, 3.8));
    layout.labels[0] = beside(0, 100, 3.8);
    layout.labels[3] = beside(0, 180, -3.8);
    restore_labels();
    const double first = layout.labels[0].y - layout.nodes[0].y;
    const double last = layout.labels[3].y - layout.nodes[0].y;
    lines[3] = kept;
    ck_assert_double_lt(first, 0);
    ck_assert_double_gt(last, 0);
    teardown();
}
END_TEST

/* There is no room for it between two long actors. */
START_TEST(labels_that_stay_hidden_are_counted)
{
    setup();
    const struct scene_node kept[] = {nodes[2], nodes[3]};
    ck_assert_uint_eq(restore_labels(), 0);
    layout.nodes[2] = beside(0, 150, -40);
    layout.nodes[3] = beside(0, 150, 40);
    nodes[2].width = nodes[3].width = 400;
    nodes[2].height = nodes[3].height = 30;
    ties[0].label.height = 40;
    ck_assert_uint_eq(restore_labels(), 0);
    ties[0].label.height = 60;
    ck_assert_uint_eq(restore_labels(), 1);
    nodes[2] = kept[0];
    nodes[3] = kept[1];
    teardown();
}
END_TEST

/* Together, they look like lines between the two actors. */
START_TEST(loops_that_meet_are_counted)
{
    setup();
    const struct scene_line kept[] = {lines[0], lines[1]};
    size_t hidden;
    lines[0].from = lines[0].to = 0;
    lines[1].from = lines[1].to = 1;
    ck_assert_int_eq(routing_straight(&layout, &scene), STATUS_OK);
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    ck_assert_uint_eq(hidden, 0);
    const struct point a = layout.nodes[0], b = layout.nodes[1];
    const double middle = (a.x + 20 + b.x - 30) / 2;
    layout.curves[layout.paths[0].first] = (struct cubic){{{a.x + 20, a.y - 5},
                                                           {middle + 45, a.y - 5},
                                                           {middle + 45, a.y + 5},
                                                           {a.x + 20, a.y + 5}}};
    layout.curves[layout.paths[1].first] = (struct cubic){{{b.x - 30, b.y - 5},
                                                           {middle - 45, b.y - 5},
                                                           {middle - 45, b.y + 5},
                                                           {b.x - 30, b.y + 5}}};
    ck_assert_int_eq(line_soundness_count_hidden(&layout, &scene, &hidden), STATUS_OK);
    lines[0] = kept[0];
    lines[1] = kept[1];
    ck_assert_uint_eq(hidden, 2);
    teardown();
}
END_TEST

/* All others stay as they were found. */
START_TEST(only_a_line_at_fault_is_mended)
{
    setup();
    const char *fault;
    bool mended;
    const struct cubic straight = layout.curves[layout.paths[1].first];
    struct cubic *bent = &layout.curves[layout.paths[2].first];
    bent->p[1].y += 20;
    bent->p[2].y += 20;
    layout.curves[layout.paths[1].first].p[1].y += 300;
    layout.curves[layout.paths[1].first].p[2].y -= 300;
    ck_assert_int_eq(layout_normalize(&layout, &scene), STATUS_OK);
    ck_assert_int_eq(line_soundness_check(&layout, &scene, &fault), STATUS_OK);
    ck_assert_ptr_nonnull(fault);
    ck_assert_int_eq(line_soundness_mend(&layout, &scene, &mended), STATUS_OK);
    ck_assert(mended);
    ck_assert_int_eq(line_soundness_check(&layout, &scene, &fault), STATUS_OK);
    ck_assert_ptr_null(fault);
    const struct cubic *now = &layout.curves[layout.paths[1].first];
    ck_assert_double_eq_tol(now->p[3].y - now->p[0].y, straight.p[3].y - straight.p[0].y, 0.1);
    now = &layout.curves[layout.paths[2].first];
    ck_assert_double_gt(now->p[1].y - now->p[0].y, 15);
    teardown();
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_layout_of_its_scene_is_sound,
        lines_of_two_ties_cannot_be_swapped,
        a_line_cannot_be_turned_round,
        labels_of_two_ties_cannot_be_swapped,
        a_label_that_is_off_the_page_is_put_back,
        a_tie_without_a_label_has_no_place_for_it,
        lines_are_unbroken,
        nodes_are_not_stacked,
        everything_is_on_the_page,
        a_page_has_a_sane_size,
        a_line_ends_at_the_shape_of_its_actor,
        a_line_ends_nearest_to_its_own_actor,
        a_line_does_not_turn_back,
        a_line_does_not_turn_at_another_actor,
        two_lines_that_are_drawn_as_one_are_separated,
        two_lines_do_not_meet_as_if_they_crossed,
        three_lines_do_not_change_places_in_a_ring,
        two_lines_do_not_bounce_off_each_other,
        two_lines_do_not_change_places_below_a_label,
        two_lines_do_not_change_places_behind_an_actor,
        a_line_is_neither_coiled_nor_folded,
        a_line_is_visible,
        the_head_of_a_line_is_visible,
        no_other_head_covers_the_head_of_a_line,
        a_covered_head_is_better_than_a_line_through_an_actor,
        a_head_like_itself_may_cover_it,
        no_actor_covers_another,
        labels_of_parallel_lines_cannot_be_swapped,
        high_labels_of_parallel_lines_cannot_be_swapped,
        labels_do_not_lie_on_each_other,
        a_label_is_not_hidden_by_an_actor,
        a_label_is_not_hidden_by_several_actors,
        two_lines_of_different_actors_are_not_drawn_as_one,
        labels_of_near_lines_cannot_be_swapped,
        labels_that_stay_hidden_are_counted,
        loops_that_meet_are_counted,
        only_a_line_at_fault_is_mended,
    };
    return fixture_run("soundness", tests, sizeof tests / sizeof *tests);
}
