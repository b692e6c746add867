/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <check.h>

#include "layout/geometry.h"

static const struct cubic arch = {{{0, 0}, {0, 40}, {60, 40}, {60, 0}}};
static const struct cubic straight = {{{0, 0}, {10, 0}, {20, 0}, {30, 0}}};

START_TEST(a_curve_starts_and_ends_at_its_ends)
{
    ck_assert_double_eq_tol(cubic_at(&arch, 0).x, 0, 1e-9);
    ck_assert_double_eq_tol(cubic_at(&arch, 1).x, 60, 1e-9);
    ck_assert_double_eq_tol(cubic_at(&arch, 0.5).y, 30, 1e-9);
}
END_TEST

START_TEST(a_part_of_a_curve_lies_on_it)
{
    const struct cubic part = cubic_part(&arch, 0.25, 0.75);
    for (int i = 0; i <= 4; i++) {
        struct point there = cubic_at(&part, i / 4.0);
        struct point here = cubic_at(&arch, 0.25 + i / 8.0);
        ck_assert_double_eq_tol(there.x, here.x, 1e-9);
        ck_assert_double_eq_tol(there.y, here.y, 1e-9);
    }
}
END_TEST

START_TEST(a_distance_along_a_curve_is_measured_from_either_end)
{
    ck_assert_double_eq_tol(cubic_at(&straight, cubic_along(&straight, 12, false)).x, 12, 0.01);
    ck_assert_double_eq_tol(cubic_at(&straight, cubic_along(&straight, 12, true)).x, 18, 0.01);
    ck_assert_double_eq_tol(cubic_along(&straight, 31, false), 1, 1e-9);
    ck_assert_double_eq_tol(cubic_along(&straight, 31, true), 0, 1e-9);
}
END_TEST

START_TEST(a_shape_holds_what_is_inside_it)
{
    const struct point centre = {10, 10}, near_corner = {18, 14};
    ck_assert(shape_holds(SHAPE_BOX, centre, 20, 10, near_corner));
    ck_assert(!shape_holds(SHAPE_ELLIPSE, centre, 20, 10, near_corner));
    ck_assert(!shape_holds(SHAPE_DIAMOND, centre, 20, 10, near_corner));
    ck_assert(shape_holds(SHAPE_DIAMOND, centre, 20, 10, centre));
}
END_TEST

START_TEST(a_box_grows_by_what_is_added)
{
    struct box box = box_empty();
    box_add_box(&box, (struct point){10, 10}, 4, 6);
    box_add_point(&box, (struct point){-1, 12});
    ck_assert_double_eq_tol(box.low.x, -1, 1e-9);
    ck_assert_double_eq_tol(box.low.y, 7, 1e-9);
    ck_assert_double_eq_tol(box.high.x, 12, 1e-9);
    ck_assert_double_eq_tol(box.high.y, 13, 1e-9);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("geometry");
    TCase *curves = tcase_create("curves and shapes");
    tcase_add_test(curves, a_curve_starts_and_ends_at_its_ends);
    tcase_add_test(curves, a_part_of_a_curve_lies_on_it);
    tcase_add_test(curves, a_distance_along_a_curve_is_measured_from_either_end);
    tcase_add_test(curves, a_shape_holds_what_is_inside_it);
    tcase_add_test(curves, a_box_grows_by_what_is_added);
    suite_add_tcase(suite, curves);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failures = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failures != 0;
}
