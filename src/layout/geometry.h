/* SPDX-License-Identifier: MIT */
/* Points, boxes and cubic Bézier curves. Lengths are in points (1/72 inch), y points down. */
#ifndef LAYOUT_GEOMETRY_H
#define LAYOUT_GEOMETRY_H

#include <stdbool.h>

#include "scene/style.h"

/* A point, or a vector. */
struct point {
    double x, y;
};

/* low.x <= high.x and low.y <= high.y, unless the box is empty. */
struct box {
    struct point low, high;
};

/* The four control points of a cubic Bézier curve. */
struct cubic {
    struct point p[4];
};

/* fmin and fmax without a function call, for numbers that are not NaN. */
static inline double lesser(double a, double b)
{
    return a < b ? a : b;
}

static inline double greater(double a, double b)
{
    return a > b ? a : b;
}

/* VALUE, limited to the range from LOW to HIGH. */
static inline double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

/* The point at the fraction SHARE, 0 to 1, of the way from A to B. */
static inline struct point point_between(struct point a, struct point b, double share)
{
    return (struct point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/* The dot product of two vectors. */
static inline double point_product(struct point a, struct point b)
{
    return a.x * b.x + a.y * b.y;
}

double point_distance(struct point a, struct point b);

/* The vector of length 1 from A towards B; 0,0 if they are the same. */
struct point point_direction(struct point a, struct point b);

/* An empty box, to which points and boxes can be added. */
struct box box_empty(void);

static inline struct box box_around(struct point centre, double width, double height)
{
    return (struct box){{centre.x - width / 2, centre.y - height / 2},
                        {centre.x + width / 2, centre.y + height / 2}};
}

/* Enlarge BOX so that it contains a point, or the box around CENTRE. */
void box_add_point(struct box *box, struct point point);
void box_add_box(struct box *box, struct point centre, double width, double height);

/* The point of a curve at parameter T, 0 to 1. */
struct point cubic_at(const struct cubic *cubic, double t);

/* The part from parameter T0 to T1 (de Casteljau's algorithm). */
struct cubic cubic_part(const struct cubic *cubic, double t0, double t1);

/* The length of a curve, measured on a polyline of 16 segments. */
double cubic_length(const struct cubic *cubic);

/* The parameter of the point DISTANCE along the curve from its start or, if BACKWARDS, from its
   end; 1 or 0 if the curve is shorter. Computed on a polyline of 64 segments. */
double cubic_along(const struct cubic *cubic, double distance, bool backwards);

/* Whether POINT is in a shape, or on its border. */
bool shape_holds(enum style_shape shape, struct point centre, double width, double height,
                 struct point point);

#endif
