/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/octagon.h"

#include <math.h>

struct octagon octagon_of_box(const struct box *box)
{
    return (struct octagon){{box->low.x, box->high.x, box->low.y, box->high.y,
                             box->low.x + box->low.y, box->high.x + box->high.y,
                             box->low.x - box->high.y, box->high.x - box->low.y}};
}

struct octagon octagon_of_polyline(const struct polyline *polyline)
{
    struct octagon octagon = octagon_of_box(&polyline->box);
    double *sides = octagon.sides;
    sides[4] = sides[6] = HUGE_VAL;
    sides[5] = sides[7] = -HUGE_VAL;
    for (unsigned i = 0; i < polyline->count; i++) {
        double sum = polyline->points[i].x + polyline->points[i].y;
        double difference = polyline->points[i].x - polyline->points[i].y;
        sides[4] = lesser(sides[4], sum);
        sides[5] = greater(sides[5], sum);
        sides[6] = lesser(sides[6], difference);
        sides[7] = greater(sides[7], difference);
    }
    return octagon;
}

/* The coordinates along the diagonals are distances times the square root of 2. The margin allows
   for rounding to float. */
void octagon_grow(struct octagon *octagon, double reach, double across)
{
    static const double root_2 = 1.41421356237309515, margin = 0.01;
    for (int side = 0; side < OCTAGON_SIDES; side++) {
        double by = side < 4 ? reach : across * root_2 + margin;
        octagon->sides[side] += side % 2 == 0 ? -by : by;
    }
}
