/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/head.h"

#include <assert.h>
#include <math.h>

/* A disc as an octagon. */
static struct head_outline make_dot(double radius)
{
    struct head_outline dot = {.count = 8, .length = 2 * radius, .filled = true};
    for (int i = 0; i < dot.count; i++) {
        const double angle = (2 * i + 1) * 3.14159265358979 / dot.count;
        dot.points[i] = (struct point){radius * (cos(angle) - 1), radius * sin(angle)};
    }
    return dot;
}

struct head_outline head_outline(enum style_head head, unsigned weight)
{
    double s = 0.8 + 0.2 * style_width(weight);
    switch (head) {
    case HEAD_TRIANGLE:
        return (struct head_outline){
            {{0, 0}, {-8 * s, -3.2 * s}, {-8 * s, 3.2 * s}}, 3, 7 * s, true};
    case HEAD_BOX:
        return (struct head_outline){
            {{0, -3 * s}, {0, 3 * s}, {-6 * s, 3 * s}, {-6 * s, -3 * s}}, 4, 6 * s, false};
    case HEAD_VEE:
        return (struct head_outline){
            {{0, 0}, {-8 * s, -3.6 * s}, {-5.2 * s, 0}, {-8 * s, 3.6 * s}}, 4, 5 * s, true};
    case HEAD_TEE:
        return (struct head_outline){{{-0.6 * s, -4.2 * s},
                                      {-0.6 * s, 4.2 * s},
                                      {-2.8 * s, 4.2 * s},
                                      {-2.8 * s, -4.2 * s}},
                                     4,
                                     2.5 * s,
                                     true};
    case HEAD_SOLID_BOX:
        return (struct head_outline){
            {{0, -2.6 * s}, {0, 2.6 * s}, {-5.2 * s, 2.6 * s}, {-5.2 * s, -2.6 * s}},
            4,
            5 * s,
            true};
    case HEAD_DIAMOND:
    case HEAD_SOLID_DIAMOND:
        return (struct head_outline){
            {{0, 0}, {-3.6 * s, -2.8 * s}, {-7.2 * s, 0}, {-3.6 * s, 2.8 * s}},
            4,
            7.2 * s,
            head == HEAD_SOLID_DIAMOND};
    case HEAD_OPEN_TRIANGLE:
        return (struct head_outline){
            {{0, 0}, {-6 * s, -3.2 * s}, {-6 * s, 3.2 * s}}, 3, 6 * s, false};
    case HEAD_DOT: return make_dot(2.4 * s);
    case HEAD_NONE: break;
    }
    return (struct head_outline){.count = 0};
}

struct point head_point(const struct head_outline *outline, int index, struct point from,
                        struct point tip)
{
    const struct point way = point_direction(from, tip), local = outline->points[index];
    return (struct point){tip.x + local.x * way.x - local.y * way.y,
                          tip.y + local.x * way.y + local.y * way.x};
}

double head_length(enum style_head head, unsigned weight)
{
    return head_outline(head, weight).length;
}

double head_width(enum style_head head, unsigned weight)
{
    const struct head_outline outline = head_outline(head, weight);
    double half = 0;
    for (int i = 0; i < outline.count; i++)
        half = fmax(half, fabs(outline.points[i].y));
    return 2 * half;
}

/* Removes LENGTH points from one end of the path; updates *FIRST and *LAST. */
static void trim(struct cubic *curves, size_t *first, size_t *last, double length, bool at_end)
{
    while (length > 0) {
        struct cubic *curve = &curves[at_end ? *last : *first];
        double t = cubic_along(curve, length, at_end);
        bool used_up = at_end ? t <= 0 : t >= 1;
        if (!used_up || *first == *last) {
            double keep = at_end ? fmax(t, 0.05) : fmin(t, 0.95);
            *curve = at_end ? cubic_part(curve, 0, keep) : cubic_part(curve, keep, 1);
            return;
        }
        length -= point_distance(curve->p[0], curve->p[3]);
        *(at_end ? last : first) += at_end ? (size_t)-1 : 1;
    }
}

void head_trim(struct cubic *curves, size_t count, enum style_head tail, enum style_head head,
               unsigned weight, size_t *first, size_t *last)
{
    assert(count > 0);
    *first = 0;
    *last = count - 1;
    trim(curves, first, last, head_length(head, weight), true);
    trim(curves, first, last, head_length(tail, weight), false);
}
