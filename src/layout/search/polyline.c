/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/polyline.h"

#include <assert.h>
#include <math.h>

struct point polyline_walk(const struct polyline *polyline, double distance, bool backwards)
{
    unsigned last = polyline->count - 1;
    for (unsigned i = 0; i < last; i++) {
        struct point a = polyline->points[backwards ? last - i : i];
        struct point b = polyline->points[backwards ? last - i - 1 : i + 1];
        double length = point_distance(a, b);
        if (length >= distance && length > 0)
            return point_between(a, b, distance / length);
        distance -= length;
    }
    return polyline->points[backwards ? 0 : last];
}

struct point polyline_at(const struct polyline *polyline, double share)
{
    double at = share * (polyline->count - 1);
    unsigned i = (unsigned)at;
    return point_between(polyline->points[i], polyline->points[i + 1], at - i);
}

static void measure_strip(struct polyline *polyline)
{
    struct point a = polyline->points[0], b = polyline->points[polyline->count - 1];
    double length = point_distance(a, b);
    polyline->normal = length > 0 ? (struct point){(a.y - b.y) / length, (b.x - a.x) / length}
                                  : (struct point){1, 0};
    polyline->low = HUGE_VAL;
    polyline->high = -HUGE_VAL;
    for (unsigned i = 0; i < polyline->count; i++) {
        double at = point_product(polyline->points[i], polyline->normal);
        polyline->low = lesser(polyline->low, at);
        polyline->high = greater(polyline->high, at);
    }
}

void polyline_measure(struct polyline *polyline, const double heads[2])
{
    assert(polyline->count >= 2 && polyline->count <= POLYLINE_MAX_POINTS);
    polyline->length = -heads[0] - heads[1];
    polyline->box = box_empty();
    for (unsigned i = 0; i < polyline->count; i++) {
        struct point p = polyline->points[i];
        box_add_point(&polyline->box, p);
        if (i > 0)
            polyline->length += point_distance(polyline->points[i - 1], p);
    }
    measure_strip(polyline);
    polyline->tips[0] = polyline_walk(polyline, heads[0], false);
    polyline->tips[1] = polyline_walk(polyline, heads[1], true);
}
