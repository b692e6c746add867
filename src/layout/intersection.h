/* SPDX-License-Identifier: MIT */
/* Intersections of and distances between points, segments and boxes. Functions whose names end in
   _square return squared distances. The short ones are inline: a layout search calls them a
   hundred million times. */
#ifndef LAYOUT_INTERSECTION_H
#define LAYOUT_INTERSECTION_H

#include <stdbool.h>

#include "layout/geometry.h"

/* Whether A and B overlap by more than SLACK in both directions. */
static inline bool box_overlaps(const struct box *a, const struct box *b, double slack)
{
    return a->low.x < b->high.x - slack && b->low.x < a->high.x - slack &&
           a->low.y < b->high.y - slack && b->low.y < a->high.y - slack;
}

/* The distance of two boxes along the axis on which it is larger; if they overlap, the depth of
   the overlap as a negative number. */
static inline double box_separation(const struct box *a, const struct box *b)
{
    double x = greater(a->low.x - b->high.x, b->low.x - a->high.x);
    double y = greater(a->low.y - b->high.y, b->low.y - a->high.y);
    return greater(x, y);
}

/* 0 if the point is in the box. */
static inline double point_box_square(struct point p, const struct box *box)
{
    double x = greater(0, greater(box->low.x - p.x, p.x - box->high.x));
    double y = greater(0, greater(box->low.y - p.y, p.y - box->high.y));
    return x * x + y * y;
}

static inline double point_segment_square(struct point p, struct point a, struct point b)
{
    double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
    double t = square > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / square : 0;
    t = clamp(t, 0, 1);
    double dx = a.x + t * x - p.x, dy = a.y + t * y - p.y;
    return dx * dx + dy * dy;
}

/* For a segment and a box that do not meet. */
double segment_box_square(struct point p, struct point q, const struct box *box);

/* Whether the bounding box of the segment PQ meets BOX grown by MARGIN: a quick first test. */
static inline bool segment_is_near_box(struct point p, struct point q, const struct box *box,
                                       double margin)
{
    return lesser(p.x, q.x) <= box->high.x + margin && greater(p.x, q.x) >= box->low.x - margin &&
           lesser(p.y, q.y) <= box->high.y + margin && greater(p.y, q.y) >= box->low.y - margin;
}

/* Whether the segment from S[0] to S[1] has a point in the box or on its border. */
bool segment_meets_box(const struct point *s, const struct box *box);

/* The fraction, 0 to 1, of the segment PQ that is inside the box; 0 if the segment only touches
   it (Liang and Barsky, "A new concept and method for line clipping", ACM Transactions on
   Graphics 3(1), 1984). */
double segment_share_in_box(struct point p, struct point q, const struct box *box);

/* Twice the signed area of the triangle ABC. */
static inline double triangle_area(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Whether the segments PQ and RS cross; segments that only touch do not. */
static inline bool segments_cross(struct point p, struct point q, struct point r, struct point s)
{
    return triangle_area(p, q, r) * triangle_area(p, q, s) < 0 &&
           triangle_area(r, s, p) * triangle_area(r, s, q) < 0;
}

#endif
