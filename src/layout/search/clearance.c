/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/clearance.h"

#include <math.h>

#include "layout/intersection.h"

/* The margin allows for rounding errors. */
static bool are_apart(double low, double high, double other_low, double other_high, double reach)
{
    static const double margin = 1e-6;
    return other_low > high + reach + margin || other_high < low - reach - margin;
}

bool clearance_excludes_box(const struct polyline *polyline, const struct box *box, double reach)
{
    struct point centre = point_between(box->low, box->high, 0.5);
    double half = (fabs(polyline->normal.x) * (box->high.x - box->low.x) +
                   fabs(polyline->normal.y) * (box->high.y - box->low.y)) /
                  2;
    double at = point_product(centre, polyline->normal);
    return are_apart(polyline->low, polyline->high, at - half, at + half, reach);
}

bool clearance_excludes_polyline(const struct polyline *polyline, const struct polyline *other,
                                 double reach)
{
    double low = point_product(other->points[0], polyline->normal), high = low;
    for (unsigned i = 1; i < other->count; i++) {
        double at = point_product(other->points[i], polyline->normal);
        low = lesser(low, at);
        high = greater(high, at);
    }
    return are_apart(polyline->low, polyline->high, low, high, reach);
}

double clearance_of_box(const struct polyline *polyline, const struct box *box, double reach)
{
    double inside = 0, least = reach * reach;
    for (unsigned i = 0; i + 1 < polyline->count; i++) {
        struct point p = polyline->points[i], q = polyline->points[i + 1];
        if (!segment_is_near_box(p, q, box, reach))
            continue;
        double share = segment_share_in_box(p, q, box);
        if (share > 0)
            inside += share * point_distance(p, q);
        else if (inside == 0)
            least = lesser(least, segment_box_square(p, q, box));
    }
    return inside > 0 ? -inside : sqrt(least);
}

/* In the space in which the ellipse is a circle of radius 1. */
double clearance_of_ellipse(const struct polyline *polyline, const struct box *box, double reach)
{
    double a = (box->high.x - box->low.x) / 2, b = (box->high.y - box->low.y) / 2;
    struct point centre = point_between(box->low, box->high, 0.5);
    double least = HUGE_VAL;
    for (unsigned i = 0; i + 1 < polyline->count; i++) {
        struct point p = polyline->points[i], q = polyline->points[i + 1];
        if (!segment_is_near_box(p, q, box, reach))
            continue;
        p = (struct point){(p.x - centre.x) / a, (p.y - centre.y) / b};
        q = (struct point){(q.x - centre.x) / a, (q.y - centre.y) / b};
        least = lesser(least, point_segment_square((struct point){0, 0}, p, q));
    }
    return least == HUGE_VAL ? reach : (sqrt(least) - 1) * (least < 1 ? a + b : lesser(a, b));
}

double clearance_reach_of_ellipse(const struct box *box, double reach)
{
    double width = box->high.x - box->low.x, height = box->high.y - box->low.y;
    return reach * greater(width, height) / lesser(width, height);
}

double clearance_of_point(const struct polyline *polyline, struct point p, double reach)
{
    double least = reach * reach;
    for (unsigned i = 0; i + 1 < polyline->count; i++)
        if (segment_is_near_box(polyline->points[i], polyline->points[i + 1], &(struct box){p, p},
                                reach))
            least = lesser(least,
                           point_segment_square(p, polyline->points[i], polyline->points[i + 1]));
    return sqrt(least);
}

/* The length of the segment PQ that is within TOUCHING of RS: of its part in a box along RS. */
static double run_beside(struct point p, struct point q, struct point r, struct point s,
                         double touching)
{
    static const double square_of_25_degrees = 0.8214;
    struct point along = {q.x - p.x, q.y - p.y}, u = {s.x - r.x, s.y - r.y};
    double square = point_product(u, u), product = point_product(along, u);
    if (product * product <= square_of_25_degrees * square * point_product(along, along))
        return 0;
    double length = sqrt(square);
    u = (struct point){u.x / length, u.y / length};
    struct point v = {-u.y, u.x}, from = {p.x - r.x, p.y - r.y}, to = {q.x - r.x, q.y - r.y};
    const struct box strip = {{0, -touching}, {length, touching}};
    return point_distance(p, q) *
           segment_share_in_box((struct point){point_product(from, u), point_product(from, v)},
                                (struct point){point_product(to, u), point_product(to, v)},
                                &strip);
}

/* Segment I of a polyline whose first and last APART points are cut off. Returns false if nothing
   of the segment is left. */
static bool take_segment(const struct polyline *polyline, unsigned i, double apart,
                         struct point *p, struct point *q)
{
    *p = polyline->points[i];
    *q = polyline->points[i + 1];
    double length = point_distance(*p, *q), from = 0, to = 1;
    if (length <= 0)
        return false;
    if (i == 0)
        from = apart / length;
    if (i + 2 == polyline->count)
        to = 1 - apart / length;
    struct point start = *p;
    *p = point_between(start, *q, from);
    *q = point_between(start, *q, to);
    return from < to;
}

/* Straight lines that cross at 11 degrees or more do not run along each other. */
static bool may_run_along(const struct polyline *a, const struct polyline *b)
{
    static const double cosine_11 = 0.98163;
    return a->count > 2 || b->count > 2 || fabs(point_product(a->normal, b->normal)) > cosine_11;
}

double clearance_run(const struct polyline *a, const struct polyline *b, double touching,
                     double apart)
{
    static const double rounding = 1e-6;
    struct point p, q;
    double run = 0;
    if (!may_run_along(a, b))
        return 0;
    for (unsigned i = 0; i + 1 < a->count; i++) {
        /* Most segments are far away: to find that, they need not be cut. */
        if (!segment_is_near_box(a->points[i], a->points[i + 1], &b->box, touching + rounding) ||
            !take_segment(a, i, apart, &p, &q) || !segment_is_near_box(p, q, &b->box, touching))
            continue;
        const struct box box = {{lesser(p.x, q.x), lesser(p.y, q.y)},
                                {greater(p.x, q.x), greater(p.y, q.y)}};
        for (unsigned j = 0; j + 1 < b->count; j++)
            if (segment_is_near_box(b->points[j], b->points[j + 1], &box, touching))
                run += run_beside(p, q, b->points[j], b->points[j + 1], touching);
    }
    return run;
}
