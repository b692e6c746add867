/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/intersection.h"

#include <math.h>

double segment_box_square(struct point p, struct point q, const struct box *box)
{
    const struct point corners[] = {
        box->low, box->high, {box->low.x, box->high.y}, {box->high.x, box->low.y}};
    double least = lesser(point_box_square(p, box), point_box_square(q, box));
    for (int i = 0; i < 4; i++)
        least = lesser(least, point_segment_square(corners[i], p, q));
    return least;
}

/* Narrows the part from *T0 to *T1 of a segment to that between LOW and HIGH on one axis. */
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

bool segment_meets_box(const struct point *s, const struct box *box)
{
    double t0 = 0, t1 = 1;
    return clip(s[0].x, s[1].x, box->low.x, box->high.x, &t0, &t1) &&
           clip(s[0].y, s[1].y, box->low.y, box->high.y, &t0, &t1);
}

double segment_share_in_box(struct point p, struct point q, const struct box *box)
{
    double t0 = 0, t1 = 1;
    const double from[] = {p.x, p.y}, along[] = {q.x - p.x, q.y - p.y};
    const double low[] = {box->low.x, box->low.y}, high[] = {box->high.x, box->high.y};
    for (int i = 0; i < 2; i++) {
        if (along[i] == 0) {
            if (from[i] < low[i] || from[i] > high[i])
                return 0;
            continue;
        }
        double u = (low[i] - from[i]) / along[i], v = (high[i] - from[i]) / along[i];
        t0 = greater(t0, lesser(u, v));
        t1 = lesser(t1, greater(u, v));
        if (t0 >= t1)
            return 0;
    }
    return t1 - t0;
}
