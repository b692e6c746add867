/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/sampling.h"

#include <assert.h>
#include <math.h>

static struct point middle(struct point a, struct point b)
{
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* The parameter T of a curve at the arc length LENGTH. */
struct sampling_stop {
    double t, length;
};

enum { MAX_HALVINGS = 10, MAX_STOPS = 1 << MAX_HALVINGS };

/* The stops of a curve, in order; between them it is nearly straight. */
struct sampling_gauge {
    struct sampling_stop stops[MAX_STOPS + 1];
    size_t count;
};

/* Whether a control point is visibly away from where it would be on a straight curve of constant
   speed. */
static bool is_curved(const struct cubic *c)
{
    static const double tolerance = 0.01;
    for (int i = 1; i <= 2; i++) {
        struct point even = point_between(c->p[0], c->p[3], i / 3.0);
        if (fabs(c->p[i].x - even.x) > tolerance || fabs(c->p[i].y - even.y) > tolerance)
            return true;
    }
    return false;
}

static void halve(const struct cubic *c, struct cubic halves[2])
{
    struct point a = middle(c->p[0], c->p[1]), b = middle(c->p[1], c->p[2]);
    struct point d = middle(c->p[2], c->p[3]), ab = middle(a, b), bd = middle(b, d);
    struct point centre = middle(ab, bd);
    halves[0] = (struct cubic){{c->p[0], a, ab, centre}};
    halves[1] = (struct cubic){{centre, bd, d, c->p[3]}};
}

/* The length of a nearly straight curve: the mean of its chord and its control polygon (Gravesen,
   "Adaptive subdivision and the length and energy of Bézier curves", Computational Geometry 8,
   1997). */
static double chord_length(const struct cubic *c)
{
    double polygon = point_distance(c->p[0], c->p[1]) + point_distance(c->p[1], c->p[2]) +
                     point_distance(c->p[2], c->p[3]);
    return (point_distance(c->p[0], c->p[3]) + polygon) / 2;
}

static void gauge_part(struct sampling_gauge *gauge, const struct cubic *part, double t0,
                       double t1, int depth)
{
    if (depth < MAX_HALVINGS && is_curved(part)) {
        struct cubic halves[2];
        halve(part, halves);
        gauge_part(gauge, &halves[0], t0, (t0 + t1) / 2, depth + 1);
        gauge_part(gauge, &halves[1], (t0 + t1) / 2, t1, depth + 1);
        return;
    }
    double before = gauge->stops[gauge->count - 1].length;
    gauge->stops[gauge->count++] = (struct sampling_stop){t1, before + chord_length(part)};
}

static void gauge_curve(struct sampling_gauge *gauge, const struct cubic *curve)
{
    gauge->stops[0] = (struct sampling_stop){0, 0};
    gauge->count = 1;
    gauge_part(gauge, curve, 0, 1, 0);
}

static double gauge_length(const struct sampling_gauge *gauge)
{
    return gauge->stops[gauge->count - 1].length;
}

/* Not cubic_at, which rounds differently. */
static struct point bernstein(const struct cubic *c, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, d = 3 * s * t * t, e = t * t * t;
    return (struct point){a * c->p[0].x + b * c->p[1].x + d * c->p[2].x + e * c->p[3].x,
                          a * c->p[0].y + b * c->p[1].y + d * c->p[2].y + e * c->p[3].y};
}

double sampling_length(const struct cubic *curves, size_t count)
{
    struct sampling_gauge gauge;
    double length = 0;
    for (size_t i = 0; i < count; i++) {
        gauge_curve(&gauge, &curves[i]);
        length += gauge_length(&gauge);
    }
    return length;
}

/* The parameter at the arc length LENGTH of a gauged curve. *AT is the stop to start from; it
   advances. */
static double find_parameter(const struct sampling_gauge *gauge, size_t *at, double length)
{
    while (*at + 2 < gauge->count && gauge->stops[*at + 1].length < length)
        ++*at;
    const struct sampling_stop *a = &gauge->stops[*at], *b = a + 1;
    double share = b->length > a->length ? (length - a->length) / (b->length - a->length) : 1;
    return a->t + (b->t - a->t) * fmin(share, 1);
}

void sampling_points(struct point *points, size_t steps, double length,
                     const struct cubic *curves, size_t count)
{
    assert(count > 0 && steps > 0);
    struct sampling_gauge gauge;
    double before = 0;
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        gauge_curve(&gauge, &curves[i]);
        double end = before + gauge_length(&gauge);
        for (; next < steps && length * (double)next <= end * (double)steps; next++) {
            double along = length * (double)next / (double)steps - before;
            points[next] = bernstein(&curves[i], find_parameter(&gauge, &at, along));
        }
        before = end;
    }
    for (; next <= steps; next++)
        points[next] = curves[count - 1].p[3];
}
