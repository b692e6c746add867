/* SPDX-License-Identifier: MIT */
/* Points, boxes and cubic Bézier curves of the page: points (1/72 inch), y downwards. */
#ifndef LAYOUT_GEOMETRY_H
#define LAYOUT_GEOMETRY_H

#include <stdbool.h>
#include <stddef.h>

#include "scene/style.h"

struct point {
    double x, y;
};

struct box {
    struct point low, high;
};

/* A cubic Bézier curve's four points. */
struct cubic {
    struct point p[4];
};

/* fmin and fmax for numbers that are numbers, without a call. */
static inline double lesser(double a, double b)
{
    return a < b ? a : b;
}

static inline double greater(double a, double b)
{
    return a > b ? a : b;
}

static inline struct point point_between(struct point a, struct point b, double share)
{
    return (struct point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static inline double point_product(struct point a, struct point b)
{
    return a.x * b.x + a.y * b.y;
}

double point_distance(struct point a, struct point b);

/* A box that holds nothing yet; boxes grow by what they take in. */
struct box box_empty(void);
void box_take(struct box *box, struct point point);
void box_take_box(struct box *box, struct point centre, double width, double height);

struct point cubic_at(const struct cubic *cubic, double t);

/* The part from T0 to T1 (de Casteljau). */
struct cubic cubic_part(const struct cubic *cubic, double t0, double t1);

/* The parameter at which the curve is DISTANCE points along from its start or, if BACKWARDS, from
   its end; 1 or 0 where the curve is shorter. */
double cubic_along(const struct cubic *cubic, double distance, bool backwards);

/* Whether POINT lies in a shape of the given centre and size. */
bool shape_holds(enum shape shape, struct point centre, double width, double height,
                 struct point point);

#endif
