/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/intersection.h"

#include <math.h>

bool box_overlaps(const struct box *a, const struct box *b, double slack)
{
    return a->low.x < b->high.x - slack && b->low.x < a->high.x - slack &&
           a->low.y < b->high.y - slack && b->low.y < a->high.y - slack;
}

double box_gap(struct point p, const struct box *box)
{
    double x = fmax(fmax(box->low.x - p.x, 0), p.x - box->high.x);
    double y = fmax(fmax(box->low.y - p.y, 0), p.y - box->high.y);
    return x * x + y * y;
}

/* Narrows the part *T0 to *T1 of a segment to what lies between LOW and HIGH on one axis. */
static bool clip(double from, double to, double low, double high, double *t0, double *t1)
{
    double way = to - from;
    if (fabs(way) < 1e-9)
        return from >= low && from <= high;
    double u = (low - from) / way, v = (high - from) / way;
    *t0 = fmax(*t0, fmin(u, v));
    *t1 = fmin(*t1, fmax(u, v));
    return *t0 <= *t1;
}

/* Liang and Barsky 1984. */
bool segment_meets(const struct point *s, const struct box *box)
{
    double t0 = 0, t1 = 1;
    return clip(s[0].x, s[1].x, box->low.x, box->high.x, &t0, &t1) &&
           clip(s[0].y, s[1].y, box->low.y, box->high.y, &t0, &t1);
}

static double side(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_cross(struct point p, struct point q, struct point r, struct point s)
{
    return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}
