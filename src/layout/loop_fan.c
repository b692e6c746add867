/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/loop_fan.h"

#include <math.h>

#include "layout/intersection.h"

/* What makes a side busy: a line to there, a node that is there, and each loop. */
static const double line_there = 1, node_there = 4, loop_there = 2;

/* In points: how far from a side nodes are in the way of its loops, the least reach of a loop,
   that of one without room, the gap between its label and other parts, and the depth of what is
   visible below its label. */
static const double room = 45, least_reach = 18, smallest_reach = 10, gap = 4, visible = 14;

/* The middle of a curve is at this share of the reach of its control points. */
static const double middle = 0.75;

/* Where the ends of loops are: see loop_form. */
static const double innermost = 0.3, outermost = 0.9;

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

/* How far OTHER is from OWN on SIDE, as OUT, and sideways from its middle, as ALONG. Returns
   whether it is on that side at all. */
static bool is_beyond(const struct box *own, const struct box *other, enum loop_side side,
                      double *out, double *along)
{
    const double x = (own->low.x + own->high.x) / 2, y = (own->low.y + own->high.y) / 2;
    const bool upright = side == LOOP_RIGHT || side == LOOP_LEFT;
    *along = upright ? fmax(other->low.y - y, y - other->high.y)
                     : fmax(other->low.x - x, x - other->high.x);
    switch (side) {
    case LOOP_RIGHT: *out = other->low.x - own->high.x; return other->high.x > own->high.x;
    case LOOP_LEFT: *out = own->low.x - other->high.x; return other->low.x < own->low.x;
    case LOOP_ABOVE: *out = own->low.y - other->high.y; return other->low.y < own->low.y;
    case LOOP_BELOW: break;
    }
    *out = other->low.y - own->high.y;
    return other->high.y > own->high.y;
}

/* Finds how far loops may reach on SIDE: a loop is clear of a node that is farther out than its
   middle, or farther aside than its ends and half its reach. It gets this SHARE of the way out.
   */
static void limit_side(struct loop_fan *fan, const struct box *own, const struct box *other,
                       enum loop_side side, double share)
{
    const bool upright = side == LOOP_RIGHT || side == LOOP_LEFT;
    const double half =
        (upright ? own->high.y - own->low.y : own->high.x - own->low.x) / 2 * outermost;
    double out, along;
    if (!is_beyond(own, other, side, &out, &along))
        return;
    const double reach = fmax((out * share - gap) / middle, 2 * (along - gap - half));
    fan->farthest[side] = fmin(fan->farthest[side], reach);
}

/* Another node with loops gets half of the room between the two, where loops are only if all
   other sides are as busy: loops that met would look like lines from one to the other. */
static void limit_at_loops(struct loop_fan *fan, const struct box *own)
{
    static const double wide = 3 * room; /* for two loops with labels */
    const struct box near = {{own->low.x - wide, own->low.y - wide},
                             {own->high.x + wide, own->high.y + wide}};
    for (size_t i = 0; i < fan->scene->line_count; i++) {
        const struct scene_line *line = &fan->scene->lines[i];
        if (line->from != line->to || line->from == fan->node)
            continue;
        const struct box box = layout_box_of_node(fan->layout, fan->scene, line->from);
        for (enum loop_side side = LOOP_RIGHT; side <= LOOP_BELOW; side++)
            limit_side(fan, own, &box, side, 0.5);
        if (box_overlaps(&box, &near, 0))
            fan->busy[side_of(&fan->scene->nodes[fan->node], fan->layout->nodes[fan->node],
                              fan->layout->nodes[line->from])] += node_there;
    }
}

static void limit_sides(struct loop_fan *fan)
{
    const struct box own = layout_box_of_node(fan->layout, fan->scene, fan->node);
    for (enum loop_side side = LOOP_RIGHT; side <= LOOP_BELOW; side++)
        fan->farthest[side] = HUGE_VAL;
    for (uint32_t i = 0; i < fan->scene->node_count; i++) {
        const struct box box = layout_box_of_node(fan->layout, fan->scene, i);
        for (enum loop_side side = LOOP_RIGHT; i != fan->node && side <= LOOP_BELOW; side++)
            limit_side(fan, &own, &box, side, 1);
    }
    limit_at_loops(fan, &own);
}

/* The reach of a loop around others that reach as far as OUT, for a label of the size ACROSS it,
   if there is room. */
static double reach_for(double out, double across)
{
    return fmax(least_reach * middle, out + visible + across / 2) / middle;
}

/* Whether the next loop on SIDE has room there, if no loop has a label. */
static bool has_room(const struct loop_fan *fan, enum loop_side side)
{
    return reach_for(fan->bare[side], 0) <= fan->farthest[side];
}

/* Whether SIDE is better for the next loop than OTHER: it has room, or more of it; or it is less
   busy. */
static bool is_better(const struct loop_fan *fan, enum loop_side side, enum loop_side other)
{
    const bool room_there = has_room(fan, side), room_other = has_room(fan, other);
    if (room_there != room_other)
        return room_there;
    if (!room_there)
        return fan->farthest[side] > fan->farthest[other];
    return fan->busy[side] < fan->busy[other];
}

static enum loop_side next_side(const struct loop_fan *fan)
{
    enum loop_side best = LOOP_RIGHT;
    for (enum loop_side side = LOOP_LEFT; side <= LOOP_BELOW; side++)
        if (is_better(fan, side, best))
            best = side;
    return best;
}

/* The side of the next loop, which then counts as there. */
static enum loop_side take_side(struct loop_fan *fan)
{
    const enum loop_side side = next_side(fan);
    fan->busy[side] += loop_there;
    fan->bare[side] = reach_for(fan->bare[side], 0) * middle + gap;
    return side;
}

/* Counts how many of COUNT loops each side gets. */
static void count_loops(struct loop_fan *fan, size_t count)
{
    struct loop_fan plan = *fan;
    for (size_t i = 0; i < count; i++)
        fan->all[take_side(&plan)]++;
}

void loop_fan_begin(struct loop_fan *fan, const struct layout *layout, const struct scene *scene,
                    uint32_t node, size_t count)
{
    *fan = (struct loop_fan){.layout = layout, .scene = scene, .node = node};
    count_lines(fan);
    count_nodes(fan);
    limit_sides(fan);
    count_loops(fan, count);
}

/* Where the ends of a loop on SIDE are that has LEVEL loops inside it: no two in the same place.
 */
static double ends_at(const struct loop_fan *fan, enum loop_side side, unsigned level)
{
    const double share = level / fmax((double)fan->all[side] - 1, 1);
    return innermost + (outermost - innermost) * share;
}

/* Wide enough for the labels inside the loop, unless a node is near. */
static double spread_for(const struct loop_fan *fan, enum loop_side side, double reach)
{
    const double half = reach / 2;
    if (fan->farthest[side] < HUGE_VAL)
        return half;
    return fmax(half, (fan->wide[side] + gap) / middle);
}

struct cubic loop_fan_next(struct loop_fan *fan, uint32_t line)
{
    const struct text_block *label = &fan->scene->ties[fan->scene->lines[line].tie].label;
    const enum loop_side side = take_side(fan);
    const bool upright = side == LOOP_RIGHT || side == LOOP_LEFT;
    const double width = label->count > 0 ? label->width : 0;
    const double height = label->count > 0 ? label->height : 0;
    const double across = upright ? width : height, along = upright ? height : width;
    const double reach =
        fmax(fmin(reach_for(fan->out[side], across), fan->farthest[side]), smallest_reach);
    const struct loop_form form = {reach, spread_for(fan, side, reach),
                                   ends_at(fan, side, fan->levels[side])};
    fan->levels[side]++;
    fan->out[side] = reach * middle + fmax(across / 2, gap);
    fan->wide[side] = fmax(fan->wide[side], along / 2);
    return loop_curve(&fan->scene->nodes[fan->node], fan->layout->nodes[fan->node], side, &form);
}
