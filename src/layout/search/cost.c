/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/cost.h"

#include <math.h>

#include "layout/intersection.h"
#include "layout/search/clearance.h"

/* The weights. A crossing is 1: readers follow lines through a few crossings, and every one
   counts (Purchase 2002 found crossings to hurt most of all that she varied).

   What makes a figure wrong is far above that: a line that runs through an actor seems to end
   there, so it must never pay to hide crossings under a hub; a label on another's line, on a node
   or on another label is read as the wrong thing, or not at all. These weights are for contact;
   depth adds to them, so that the search finds the way out. */
static const double crossing = 1, node_overlap = 12, line_through_node = 8, label_overlap = 6,
                    label_on_line = 4, label_hides = 5, off_canvas = 8;

/* Sharp crossings are hard to follow and take long to be sharp no more (Huang, Hong and Eades
   2008); below 7 degrees two lines look like one. */
static const double sharp_crossing = 1.2;

/* What is merely near is a matter of looks: a fraction of a crossing. Lines on top of each other
   are as bad as a label on a line, and are reached through near ones. */
static const double near_node = 1.5, near_line = 0.8, near_label = 0.4, lines_overlaid = 4;

/* Lines that leave a node side by side: below 20 degrees they are hard to tell apart; their ends
   should be apart by more than their heads are wide. */
static const double small_angle = 0.8, near_ends = 1;

/* A line is dearer the longer it is: 1 per 900 points, so that a detour around an actor costs
   less than a crossing. Bends help only where they avoid something. A line must show 16 points of
   itself beside its label. */
static const double length_price = 1.0 / 900, bend_price = 0.35, short_line = 3;

/* A label is best in the middle of its line and on it: then it can't be taken for another's. */
static const double label_off_middle = 0.12, label_beside = 0.1;

/* How near is too near, in points. */
static const double node_gap = 12, line_node_gap = 5, label_gap = 3, line_gap = 4, end_gap = 8,
                    shown_least = 16;

/* Lines that are so near to each other for so long are overlaid, but not so near to a node that
   they share: as score.h has it, and a little more. Among few lines what is near, and sharp
   crossings, is enough to be seen to. */
static const double touching = 1, overlaid_least = 10, parting = 18;

/* Around a shared node, lines are bound to be near each other. */
static const double hub = 20;

/* Around every part so many points matter to others of its kind. */
static double reach_of(enum part_kind kind)
{
    return kind == PART_NODE ? node_gap / 2 : kind == PART_LINE ? end_gap / 2 : 2;
}

/* 1 at contact, falling to 0 at REACH. */
static double nearness(double gap, double reach)
{
    double share = gap < reach ? 1 - gap / reach : 0;
    return share * share;
}

/* From CONTACT up with the depth; below it NEAR, fading out at REACH. */
static double collision(double gap, double contact, double near, double reach)
{
    return gap < 0 ? contact * (1 - gap / 12) + near : near * nearness(gap, reach);
}

/* --- nodes */

static double node_node(const struct placement *placement, uint32_t a, uint32_t b)
{
    struct box x = placement_node_box(placement, a), y = placement_node_box(placement, b);
    return collision(box_separation(&x, &y), node_overlap, near_node,
                     node_gap * placement->growth);
}

static double node_line(const struct placement *placement, uint32_t node, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    if (route->from == node || route->to == node)
        return 0;
    struct box box = placement_node_box(placement, node);
    bool ellipse = placement->scene->nodes[node].shape == SHAPE_ELLIPSE;
    if (clearance_excludes_box(&route->polyline, &box,
                               ellipse ? clearance_reach_of_ellipse(&box, line_node_gap)
                                       : line_node_gap))
        return 0;
    double gap = ellipse ? clearance_of_ellipse(&route->polyline, &box, line_node_gap)
                         : clearance_of_box(&route->polyline, &box, line_node_gap);
    return collision(gap, line_through_node, near_node, line_node_gap);
}

static double node_label(const struct placement *placement, uint32_t node, uint32_t relation)
{
    struct box box = placement_node_box(placement, node);
    return collision(box_separation(&box, &placement->labels[relation].box), label_overlap,
                     near_label, label_gap);
}

/* --- lines */

/* One crossing; more the sharper it is. The cosine's sixth power is 0.1 at 47 degrees. */
static double price_crossing(struct point p, struct point q, struct point r, struct point s)
{
    double x = q.x - p.x, y = q.y - p.y, u = s.x - r.x, v = s.y - r.y;
    double dot = x * u + y * v, square = dot * dot / ((x * x + y * y) * (u * u + v * v));
    return crossing + sharp_crossing * square * square * square;
}

static double crossings(const struct polyline *a, const struct polyline *b)
{
    double cost = 0;
    for (unsigned i = 0; i + 1 < a->count; i++) {
        struct point p = a->points[i], q = a->points[i + 1];
        if (!segment_is_near_box(p, q, &b->box, 0))
            continue;
        for (unsigned j = 0; j + 1 < b->count; j++)
            if (segments_cross(p, q, b->points[j], b->points[j + 1]))
                cost += price_crossing(p, q, b->points[j], b->points[j + 1]);
    }
    return cost;
}

static double overlay(const struct polyline *a, const struct polyline *b, bool common)
{
    double run = clearance_run(a, b, touching, common ? parting : 0);
    return run < overlaid_least ? 0 : lines_overlaid + run / 100;
}

/* How many of five points of A are how near to B, away from the node that they SHARE. */
static double closeness(const struct polyline *a, const struct polyline *b,
                        const struct point *shared)
{
    static const double shares[] = {0.08, 0.29, 0.5, 0.71, 0.92};
    double cost = 0;
    unsigned close = 0;
    for (int i = 0; i < 5; i++) {
        struct point p = polyline_at(a, shares[i]);
        if (shared != NULL && point_distance(p, *shared) < hub)
            continue;
        double gap = clearance_of_point(b, p, line_gap);
        cost += near_line * nearness(gap, line_gap);
        close += gap < 1.5;
    }
    return close >= 2 ? cost + lines_overlaid : cost;
}

/* Two lines at one node: END is theirs there, 0 or 1. */
static double at_node(const struct polyline *a, int end_a, const struct polyline *b, int end_b)
{
    static const double cosine_20 = 0.93969262;
    struct point p = a->points[end_a == 0 ? 0 : a->count - 1];
    struct point q = b->points[end_b == 0 ? 0 : b->count - 1];
    struct point u = point_direction(p, a->points[end_a == 0 ? 1 : a->count - 2]);
    struct point v = point_direction(q, b->points[end_b == 0 ? 1 : b->count - 2]);
    double cosine = u.x * v.x + u.y * v.y, apart = point_distance(p, q);
    double sharp = cosine > cosine_20 ? (cosine - cosine_20) / (1 - cosine_20) : 0;
    /* Lines that begin apart on a wide side may well be parallel. */
    return (small_angle * sharp * sharp + near_ends) * nearness(apart, end_gap);
}

/* The end of B that is at the node of A's end, -1 if none. */
static int shared_end(const struct route *a, int end, const struct route *b)
{
    uint32_t node = end == 0 ? a->from : a->to;
    return b->from == node ? 0 : b->to == node ? 1 : -1;
}

static double line_line(const struct placement *placement, uint32_t i, uint32_t j)
{
    const struct route *a = &placement->routes[i], *b = &placement->routes[j];
    const struct point *shared = NULL;
    bool same = a->relation == b->relation;
    double cost = 0;
    for (int end = 0; end < 2; end++) {
        int other = shared_end(a, end, b);
        if (other < 0)
            continue;
        shared = &placement->nodes[end == 0 ? a->from : a->to];
        cost += at_node(&a->polyline, end, &b->polyline, other) * (same ? 0.3 : 1);
    }
    if (clearance_excludes_polyline(&a->polyline, &b->polyline, line_gap) ||
        clearance_excludes_polyline(&b->polyline, &a->polyline, line_gap))
        return cost;
    if (placement->crowded)
        cost += overlay(&a->polyline, &b->polyline, shared != NULL);
    double crossed = crossings(&a->polyline, &b->polyline);
    /* In a sketch only crossings count: what is near is seen to later. */
    if (crossed > 0 || !placement->labelled)
        return cost + crossed;
    return cost + closeness(&a->polyline, &b->polyline, shared) +
           closeness(&b->polyline, &a->polyline, shared);
}

/* --- labels */

static double label_label(const struct placement *placement, uint32_t a, uint32_t b)
{
    return collision(box_separation(&placement->labels[a].box, &placement->labels[b].box),
                     label_overlap, near_label, label_gap);
}

/* On a line of its own relation a label may lie, but not on a head, and not so that too little
   of the line is left. */
static double own_line_label(const struct route *route, const struct box *label)
{
    const struct polyline *polyline = &route->polyline;
    struct box box = {{label->low.x - 1.5, label->low.y - 1.5},
                      {label->high.x + 1.5, label->high.y + 1.5}};
    double covered = 0, cost = 0;
    for (unsigned i = 0; i + 1 < polyline->count; i++) {
        struct point p = polyline->points[i], q = polyline->points[i + 1];
        covered += segment_share_in_box(p, q, &box) * point_distance(p, q);
    }
    for (int end = 0; end < 2; end++)
        if (segment_share_in_box(polyline->points[end == 0 ? 0 : polyline->count - 1],
                                 polyline->tips[end], &box) > 0 ||
            point_box_square(polyline->tips[end], &box) == 0)
            cost += label_hides;
    double shown = polyline->length - covered;
    return covered > 0 && shown < shown_least ? cost + label_hides * (2 - shown / shown_least)
                                              : cost;
}

static double line_label(const struct placement *placement, uint32_t line, uint32_t relation)
{
    const struct route *route = &placement->routes[line];
    const struct box *box = &placement->labels[relation].box;
    if (route->relation == relation)
        return own_line_label(route, box);
    if (clearance_excludes_box(&route->polyline, box, label_gap))
        return 0;
    return collision(clearance_of_box(&route->polyline, box, label_gap), label_on_line,
                     near_label, label_gap);
}

/* --- all */

static double outside(const struct placement *placement, const struct box *box)
{
    double out = greater(greater(-box->low.x, box->high.x - placement->width),
                         greater(-box->low.y, box->high.y - placement->height));
    return out > 0 ? off_canvas * (1 + out / 12) : 0;
}

/* How long a line must be to show something of itself beside a label on it. */
static double least_length(const struct placement *placement, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    const struct placement_label *label = &placement->labels[route->relation];
    if (label->line != line || label->side != 0 || label->width <= 0)
        return shown_least;
    struct point along = point_direction(route->polyline.points[0],
                                         route->polyline.points[route->polyline.count - 1]);
    double x = fabs(along.x), y = fabs(along.y);
    double chord = x * label->height > y * label->width ? label->width / x
                                                        : label->height / greater(y, 1e-9);
    return shown_least + chord;
}

static double own_line(const struct placement *placement, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    const struct polyline *polyline = &route->polyline;
    double length = greater(polyline->length, 1), bend = route->bend / length;
    double least = least_length(placement, line);
    double lacking = polyline->length < least ? 1 - polyline->length / least : 0;
    double leaning = fabs(route->bend) >= 0.5 ? 0.03 + bend_price * bend * bend * 4 : 0;
    double swaying = route->sway / length;
    if (route->sway != 0)
        leaning += bend_price * swaying * swaying * 4;
    return length * length_price + leaning + short_line * lacking +
           outside(placement, &polyline->box);
}

static double own_label(const struct placement *placement, const struct placement_label *label)
{
    double off = 2 * fabs(label->along - 0.5);
    return label_off_middle * off * off + (label->side != 0 ? label_beside : 0) +
           outside(placement, &label->box);
}

double cost_own(const struct placement *placement, struct part part)
{
    if (part.kind == PART_LINE)
        return own_line(placement, part.index);
    if (part.kind == PART_LABEL && placement->labelled && placement->labels[part.index].width > 0)
        return own_label(placement, &placement->labels[part.index]);
    return 0;
}

struct octagon cost_octagon(const struct placement *placement, struct part part)
{
    /* Boxes are as far apart as they are along one axis: across a corner, that is farther. */
    static const double corner = 1.41421356237309515;
    double reach = reach_of(part.kind), across = reach * (part.kind == PART_LINE ? 1 : corner);
    struct octagon octagon;
    if (part.kind == PART_LINE) {
        octagon = octagon_of_polyline(&placement->routes[part.index].polyline);
    } else if (part.kind == PART_NODE) {
        struct box box = placement_node_box(placement, part.index);
        octagon = octagon_of_box(&box);
        if (placement->scene->nodes[part.index].shape == SHAPE_ELLIPSE)
            across = greater(across, clearance_reach_of_ellipse(&box, line_node_gap));
    } else {
        const struct placement_label *label = &placement->labels[part.index];
        struct box box = placement->labelled && label->width > 0 ? label->box : box_empty();
        octagon = octagon_of_box(&box);
    }
    octagon_grow(&octagon, reach, across);
    return octagon;
}

double cost_pair(const struct placement *placement, struct part a, struct part b)
{
    if (a.kind > b.kind)
        return cost_pair(placement, b, a);
    if (a.kind == PART_NODE)
        return b.kind == PART_NODE   ? node_node(placement, a.index, b.index)
               : b.kind == PART_LINE ? node_line(placement, a.index, b.index)
                                     : node_label(placement, a.index, b.index);
    if (a.kind == PART_LINE)
        return b.kind == PART_LINE ? line_line(placement, a.index, b.index)
                                   : line_label(placement, a.index, b.index);
    return label_label(placement, a.index, b.index);
}
