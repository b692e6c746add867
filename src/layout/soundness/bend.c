/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/soundness/bend.h"

#include <math.h>

#include "layout/intersection.h"

/* The limits; in parentheses what layouts of 12 to 1000 actors by all engines reach: the cosine
   of the sharpest turn within TURNING points (0.4). */
static const double sharpest_turn = -0.5, turning = 6;

/* A line that is within RETRACING points of an earlier part of itself, more than APART points
   before along the line, and runs the other way, goes back. */
static const double retracing = 1.5, apart = 30, opposite = -0.9;

/* A line is at most this many times as long as the page is wide and high together (0.8); it turns
   by at most this angle in all, in radians (11); two steps of it bring it this share of their
   length further (0.84); and it is at most this many times as long as its course shows (1.001):
   it is neither coiled nor folded. */
static const double longest = 2, most_turning = 25, least_advance = 0.55, most_excess = 1.02;

/* The number of steps that are as long as LENGTH, at least one. */
static size_t steps_in(const struct course *course, double length)
{
    return course->step < length ? (size_t)(length / course->step) : 1;
}

double bend_cosine(const struct course *course, size_t first, size_t last)
{
    const size_t reach = steps_in(course, turning / 2);
    const struct point *points = course->points;
    if (first < reach || last + reach > course->steps)
        return 1;
    return point_product(point_direction(points[first - reach], points[first]),
                         point_direction(points[last], points[last + reach]));
}

/* The number of steps from point I on after which the line may be near point AT, at least one. */
static size_t steps_until_near(const struct course *course, size_t at, size_t i)
{
    const double away = point_distance(course->points[at], course->points[i]) - retracing;
    return away > 3 * course->step ? (size_t)(away / course->step) - 1 : 1;
}

/* Whether the step from point AT on goes back beside an earlier one. */
static bool retraces(const struct course *course, size_t at)
{
    const struct point *p = course->points;
    const struct point way = point_direction(p[at], p[at + 1]);
    size_t i = at + 1 + steps_in(course, apart);
    for (; i < course->steps; i += steps_until_near(course, at, i))
        if (point_segment_square(p[at], p[i], p[i + 1]) < retracing * retracing &&
            point_product(way, point_direction(p[i], p[i + 1])) < opposite)
            return true;
    return false;
}

/* Whether two steps bring each part of the line clearly further. */
static bool advances(const struct course *course)
{
    const double least = least_advance * 2 * course->step;
    for (size_t i = 0; i + 2 <= course->steps; i++)
        if (point_distance(course->points[i], course->points[i + 2]) < least)
            return false;
    return true;
}

/* The angle between two steps of a course, in radians. */
static double angle_at(const struct point *p)
{
    const struct point a = point_direction(p[0], p[1]), b = point_direction(p[1], p[2]);
    return fabs(atan2(a.x * b.y - a.y * b.x, point_product(a, b)));
}

bool bend_is_coiled(const struct course *course, double page)
{
    const double length = course->step * (double)course->steps;
    double shown = 0, turning_sum = 0;
    for (size_t i = 0; i < course->steps; i++) {
        shown += point_distance(course->points[i], course->points[i + 1]);
        turning_sum += i + 2 <= course->steps ? angle_at(course->points + i) : 0;
    }
    return !(length <= longest * page && length <= most_excess * shown + 1 &&
             turning_sum <= most_turning && advances(course)); /* nor anything not a number */
}

bool bend_turns_back(const struct course *course)
{
    for (size_t i = 0; i < course->steps; i++)
        if (bend_cosine(course, i, i) < sharpest_turn || retraces(course, i))
            return true;
    return false;
}
