/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/head_cover.h"

#include <stdbool.h>
#include <stddef.h>

#include "layout/intersection.h"

/* By the number of sides that a ray to the right crosses. */
static bool holds(const struct outline_head *head, struct point p)
{
    bool inside = false;
    for (uint32_t i = 0; i < head->count; i++) {
        const struct point a = head->points[i], b = head->points[(i + 1) % head->count];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
            inside = !inside;
    }
    return inside;
}

/* Points of a head, and which of them a node hides. */
struct samples {
    struct point points[81];
    bool hidden[81];
    size_t count;
};

struct box head_cover_box(const struct outline_head *head)
{
    struct box box = box_empty();
    for (uint32_t i = 0; i < head->count; i++)
        box_add_point(&box, head->points[i]);
    return box;
}

static void take_samples(const struct outline_head *head, const struct box *box,
                         struct samples *samples)
{
    enum { SIDE = 9 };
    *samples = (struct samples){.count = 0};
    for (int i = 0; i < SIDE * SIDE; i++) {
        const double u = (i % SIDE + 0.5) / SIDE, v = (i / SIDE + 0.5) / SIDE;
        const struct point p = {box->low.x + u * (box->high.x - box->low.x),
                                box->low.y + v * (box->high.y - box->low.y)};
        if (holds(head, p))
            samples->points[samples->count++] = p;
    }
}

static void hide(const struct outline_node *node, struct samples *samples)
{
    const struct point low = node->shape.low, high = node->shape.high;
    for (size_t i = 0; i < samples->count; i++)
        samples->hidden[i] |=
            shape_holds(node->round ? SHAPE_ELLIPSE : SHAPE_BOX, point_between(low, high, 0.5),
                        high.x - low.x, high.y - low.y, samples->points[i]);
}

static double share_of(const struct samples *samples)
{
    size_t hidden = 0;
    for (size_t i = 0; i < samples->count; i++)
        hidden += samples->hidden[i];
    return samples->count > 0 ? (double)hidden / (double)samples->count : 0;
}

double head_cover_of_node(const struct outline_head *head, const struct outline_node *node)
{
    const struct box box = head_cover_box(head);
    struct samples samples;
    take_samples(head, &box, &samples);
    hide(node, &samples);
    return share_of(&samples);
}

double head_cover(const struct outline *outline, const struct outline_head *head)
{
    const struct box box = head_cover_box(head);
    struct samples samples;
    take_samples(head, &box, &samples);
    for (size_t i = 0; i < outline->nodes.count; i++)
        if (box_overlaps(&box, &outline->nodes.items[i].shape, 0))
            hide(&outline->nodes.items[i], &samples);
    return share_of(&samples);
}

double head_cover_of_heads(const struct outline_head *head,
                           const struct outline_head *const *others, size_t count)
{
    const struct box box = head_cover_box(head);
    struct samples samples = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        const struct box other = head_cover_box(others[i]);
        if (!box_overlaps(&box, &other, 0))
            continue;
        if (samples.count == 0)
            take_samples(head, &box, &samples);
        for (size_t j = 0; j < samples.count; j++)
            samples.hidden[j] |= holds(others[i], samples.points[j]);
    }
    return share_of(&samples);
}

double head_cover_of_box(const struct outline_head *head, const struct box *box)
{
    const struct box own = head_cover_box(head);
    struct samples samples;
    if (!box_overlaps(&own, box, 0))
        return 0;
    take_samples(head, &own, &samples);
    for (size_t i = 0; i < samples.count; i++)
        samples.hidden[i] = point_box_square(samples.points[i], box) == 0;
    return share_of(&samples);
}
