/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/setback.h"

#include <stdbool.h>

#include "layout/head.h"
#include "layout/score/head_cover.h"

/* The share of a head that may be behind its node. */
static const double most_hidden = 0.1;

/* The part of CURVE that is left after DISTANCE from one end. */
static struct cubic shortened(const struct cubic *curve, double distance, bool at_end)
{
    const double t = cubic_along(curve, distance, at_end);
    return at_end ? cubic_part(curve, 0, t) : cubic_part(curve, t, 1);
}

/* Whether the head at an end of CURVE is as far out of its node as it should be. */
static bool is_clear(const struct cubic *curve, const struct head_outline *outline,
                     const struct outline_node *node, bool at_end)
{
    const struct cubic line = shortened(curve, outline->length, at_end);
    const struct point tip = curve->p[at_end ? 3 : 0], from = line.p[at_end ? 3 : 0];
    struct outline_head head = {.count = (uint32_t)outline->count};
    for (int i = 0; i < outline->count; i++)
        head.points[i] = head_point(outline, i, from, tip);
    return head_cover_of_node(&head, node) <= most_hidden;
}

/* Sets the head at one end of a line back, as far as is needed. */
static void set_back(struct cubic *curve, const struct head_outline *outline,
                     const struct outline_node *node, bool at_end)
{
    static const double step = 0.5;
    const struct cubic whole = *curve;
    if (outline->count == 0 || cubic_length(curve) < 2 * (outline->length + SETBACK_MOST))
        return;
    for (double distance = step; !is_clear(curve, outline, node, at_end); distance += step) {
        if (distance > SETBACK_MOST)
            return;
        *curve = shortened(&whole, distance, at_end);
    }
}

static struct outline_node outline_of(const struct layout *layout, const struct scene *scene,
                                      uint32_t node)
{
    return (struct outline_node){.shape = layout_box_of_node(layout, scene, node),
                                 .round = scene->nodes[node].shape == SHAPE_ELLIPSE};
}

void setback_heads(struct layout *layout, const struct scene *scene)
{
    for (uint32_t i = 0; i < scene->line_count; i++) {
        const struct scene_line *line = &scene->lines[i];
        const struct layout_path *path = &layout->paths[i];
        const unsigned weight = scene->ties[line->tie].weight;
        const struct head_outline tail = head_outline(line->tail, weight);
        const struct head_outline head = head_outline(line->head, weight);
        const struct outline_node from = outline_of(layout, scene, line->from);
        const struct outline_node to = outline_of(layout, scene, line->to);
        if (path->count == 0)
            continue;
        set_back(&layout->curves[path->first], &tail, &from, false);
        set_back(&layout->curves[path->first + path->count - 1], &head, &to, true);
    }
}
