/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/geometry.h"

#include <assert.h>
#include <math.h>

double point_distance(struct point a, struct point b)
{
    double x = a.x - b.x, y = a.y - b.y;
    return sqrt(x * x + y * y); /* exact on every machine, unlike hypot */
}

struct point point_direction(struct point a, struct point b)
{
    double length = point_distance(a, b);
    return length > 0 ? (struct point){(b.x - a.x) / length, (b.y - a.y) / length}
                      : (struct point){0, 0};
}

struct box box_empty(void)
{
    return (struct box){{HUGE_VAL, HUGE_VAL}, {-HUGE_VAL, -HUGE_VAL}};
}

void box_add_point(struct box *box, struct point point)
{
    box->low.x = lesser(box->low.x, point.x);
    box->low.y = lesser(box->low.y, point.y);
    box->high.x = greater(box->high.x, point.x);
    box->high.y = greater(box->high.y, point.y);
}

void box_add_box(struct box *box, struct point centre, double width, double height)
{
    box_add_point(box, (struct point){centre.x - width / 2, centre.y - height / 2});
    box_add_point(box, (struct point){centre.x + width / 2, centre.y + height / 2});
}

/* The part of a curve from its start to parameter T, by repeated interpolation. */
static struct cubic part_until(const struct cubic *c, double t)
{
    struct point a = point_between(c->p[0], c->p[1], t);
    struct point b = point_between(c->p[1], c->p[2], t);
    struct point d = point_between(c->p[2], c->p[3], t);
    struct point ab = point_between(a, b, t), bd = point_between(b, d, t);
    return (struct cubic){{c->p[0], a, ab, point_between(ab, bd, t)}};
}

static struct cubic reversed(const struct cubic *c)
{
    return (struct cubic){{c->p[3], c->p[2], c->p[1], c->p[0]}};
}

struct point cubic_at(const struct cubic *cubic, double t)
{
    return part_until(cubic, t).p[3];
}

struct cubic cubic_part(const struct cubic *cubic, double t0, double t1)
{
    struct cubic until = part_until(cubic, t1);
    struct cubic back = reversed(&until);
    struct cubic part = part_until(&back, t1 > 0 ? 1 - t0 / t1 : 0);
    return reversed(&part);
}

double cubic_length(const struct cubic *cubic)
{
    enum { STEPS = 16 };
    double length = 0;
    for (int i = 0; i < STEPS; i++)
        length += point_distance(cubic_at(cubic, (double)i / STEPS),
                                 cubic_at(cubic, (double)(i + 1) / STEPS));
    return length;
}

double cubic_along(const struct cubic *cubic, double distance, bool backwards)
{
    enum { STEPS = 64 };
    double covered = 0;
    struct point last = cubic->p[backwards ? 3 : 0];
    for (int i = 1; i <= STEPS; i++) {
        double share = (double)i / STEPS, t = backwards ? 1 - share : share;
        struct point here = cubic_at(cubic, t);
        double step = point_distance(last, here);
        if (covered + step >= distance) {
            double rest = step > 0 ? (covered + step - distance) / step / STEPS : 0;
            return backwards ? t + rest : t - rest;
        }
        covered += step;
        last = here;
    }
    return backwards ? 0 : 1;
}

bool shape_holds(enum style_shape shape, struct point centre, double width, double height,
                 struct point point)
{
    double x = fabs(point.x - centre.x) / (width / 2);
    double y = fabs(point.y - centre.y) / (height / 2);
    switch (shape) {
    case SHAPE_BOX:
    case SHAPE_ROUNDED:
    case SHAPE_NOTE: return x <= 1 && y <= 1;
    case SHAPE_ELLIPSE: return x * x + y * y <= 1;
    case SHAPE_DIAMOND: return x + y <= 1;
    }
    assert(!"a shape");
    return false;
}
