/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/passage.h"

/* The way of an arm is measured over this length, in points. */
static const double arm_length = 6;

/* A reader takes an exchange for what is meant if it bends less than LARGEST, and CLEARLY less
   than what the lines do. The bend of a smooth turn by an angle A is about A² / 4: 34 degrees are
   0.087. */
static const double largest = 0.1, clearly = 0.04;

bool passage_init(struct passage *passage, uint32_t line, const struct course *course,
                  size_t first, size_t last)
{
    const size_t reach = course->step < arm_length ? (size_t)(arm_length / course->step) : 1;
    const struct point *points = course->points;
    if (first < reach || last + reach > course->steps)
        return false;
    *passage =
        (struct passage){line,
                         {{points[first], point_direction(points[first], points[first - reach])},
                          {points[last], point_direction(points[last], points[last + reach])}},
                         {false, false}};
    return true;
}

/* How much a line bends that comes from one arm and goes on as the other: 1 - the cosine of each
   of the two turns. */
static double bend_of(const struct passage_arm *a, const struct passage_arm *b)
{
    const struct point between = point_direction(a->at, b->at);
    if (between.x == 0 && between.y == 0)
        return 1 + point_product(a->way, b->way);
    return (1 + point_product(a->way, between)) + (1 - point_product(between, b->way));
}

/* Whether A's first arm seems to go on as FIRST, and its second arm as SECOND. */
static bool looks_like(const struct passage *a, const struct passage_arm *first,
                       const struct passage_arm *second, double bend)
{
    const double one = bend_of(&a->arms[0], first), other = bend_of(&a->arms[1], second);
    return one < largest && other < largest && one + other + 2 * clearly < bend;
}

void passages_join(struct passage *a, struct passage *b)
{
    const double bend =
        lesser(bend_of(&a->arms[0], &a->arms[1]), bend_of(&b->arms[0], &b->arms[1]));
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            const double joint = bend_of(&a->arms[i], &b->arms[j]);
            if (joint < largest && joint + clearly < bend)
                a->joined[i] = b->joined[j] = true;
        }
}

bool passage_is_lost(const struct passage *passage)
{
    return passage->joined[0] && passage->joined[1];
}

bool passages_look_exchanged(const struct passage *a, const struct passage *b)
{
    const double bend = bend_of(&a->arms[0], &a->arms[1]) + bend_of(&b->arms[0], &b->arms[1]);
    return looks_like(a, &b->arms[0], &b->arms[1], bend) ||
           looks_like(a, &b->arms[1], &b->arms[0], bend);
}
