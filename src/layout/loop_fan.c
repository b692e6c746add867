/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/loop_fan.h"

#include <math.h>

#include "layout/intersection.h"

/* What makes a side busy: a line to there, a node that is there, and each loop. */
static const double line_there = 1, node_there = 4, loop_there = 2;

/* In points: how far from a side nodes are in the way of its loops, the least reach of a loop,
   the gap between its label and other parts, and the depth of what is visible below its label. */
static const double room = 45, least_reach = 18, gap = 4, visible = 14;

/* The middle of a curve is at this share of the reach of its control points. */
static const double middle = 0.75;

/* The side of NODE on which POINT is. */
static enum loop_side side_of(const struct scene_node *node, struct point centre,
                              struct point point)
{
    const double x = (point.x - centre.x) / node->width, y = (point.y - centre.y) / node->height;
    if (fabs(x) >= fabs(y))
        return x >= 0 ? LOOP_RIGHT : LOOP_LEFT;
    return y >= 0 ? LOOP_BELOW : LOOP_ABOVE;
}

static void count_lines(struct loop_fan *fan)
{
    const struct point *nodes = fan->layout->nodes;
    for (size_t i = 0; i < fan->scene->line_count; i++) {
        const struct scene_line *line = &fan->scene->lines[i];
        if (line->from == line->to || (line->from != fan->node && line->to != fan->node))
            continue;
        const uint32_t other = line->from == fan->node ? line->to : line->from;
        fan->busy[side_of(&fan->scene->nodes[fan->node], nodes[fan->node], nodes[other])] +=
            line_there;
    }
}

static void count_nodes(struct loop_fan *fan)
{
    const struct box own = layout_box_of_node(fan->layout, fan->scene, fan->node);
    const struct box near = {{own.low.x - room, own.low.y - room},
                             {own.high.x + room, own.high.y + room}};
    for (uint32_t i = 0; i < fan->scene->node_count; i++) {
        const struct box box = layout_box_of_node(fan->layout, fan->scene, i);
        if (i != fan->node && box_overlaps(&box, &near, 0))
            fan->busy[side_of(&fan->scene->nodes[fan->node], fan->layout->nodes[fan->node],
                              fan->layout->nodes[i])] += node_there;
    }
}

static enum loop_side next_side(const struct loop_fan *fan)
{
    enum loop_side best = LOOP_RIGHT;
    for (enum loop_side side = LOOP_LEFT; side <= LOOP_BELOW; side++)
        if (fan->busy[side] < fan->busy[best])
            best = side;
    return best;
}

/* Counts how many of COUNT loops each side gets. */
static void count_loops(struct loop_fan *fan, size_t count)
{
    struct loop_fan plan = *fan;
    for (size_t i = 0; i < count; i++) {
        const enum loop_side side = next_side(&plan);
        plan.busy[side] += loop_there;
        fan->all[side]++;
    }
}

void loop_fan_begin(struct loop_fan *fan, const struct layout *layout, const struct scene *scene,
                    uint32_t node, size_t count)
{
    *fan = (struct loop_fan){.layout = layout, .scene = scene, .node = node};
    count_lines(fan);
    count_nodes(fan);
    count_loops(fan, count);
}

/* Where the ends of a loop on SIDE are that has LEVEL loops inside it: no two in the same place.
 */
static double ends_at(const struct loop_fan *fan, enum loop_side side, unsigned level)
{
    static const double innermost = 0.3, outermost = 0.9;
    const double share = level / fmax((double)fan->all[side] - 1, 1);
    return innermost + (outermost - innermost) * share;
}

struct cubic loop_fan_next(struct loop_fan *fan, uint32_t line)
{
    const struct text_block *label = &fan->scene->ties[fan->scene->lines[line].tie].label;
    const enum loop_side side = next_side(fan);
    const bool upright = side == LOOP_RIGHT || side == LOOP_LEFT;
    const double width = label->count > 0 ? label->width : 0;
    const double height = label->count > 0 ? label->height : 0;
    const double across = upright ? width : height, along = upright ? height : width;
    const double reach =
        fmax(least_reach * middle, fan->out[side] + visible + across / 2) / middle;
    const struct loop_form form = {reach, fmax(reach / 2, (fan->wide[side] + gap) / middle),
                                   ends_at(fan, side, fan->levels[side])};
    fan->busy[side] += loop_there;
    fan->levels[side]++;
    fan->out[side] = reach * middle + fmax(across / 2, gap);
    fan->wide[side] = fmax(fan->wide[side], along / 2);
    return loop_curve(&fan->scene->nodes[fan->node], fan->layout->nodes[fan->node], side, &form);
}
