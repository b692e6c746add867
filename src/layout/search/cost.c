/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/cost.h"

#include <assert.h>
#include <math.h>

#include "layout/intersection.h"
#include "layout/search/clearance.h"

/* The weights. The unit is one crossing: readers can follow lines through a few crossings, but
   each one hurts, more than anything else that Purchase (2002) varied. A placement may give it
   more weight.

   Flaws that make a figure wrong cost far more. A line through an actor seems to end there, so
   hiding crossings under a hub must never pay; a label on another relation's line, on a node or
   on another label is misread or illegible. These weights are for contact; the depth of an
   overlap adds to them, which gives the search a gradient. */
static const double node_overlap = 12, line_through_node = 8, label_overlap = 6,
                    label_on_line = 4, label_hides = 5, outside_extent = 8;

/* A label that is about as near to another line as to its own may belong to either: nearly a
   collision if it is beside its line, a flaw if it is on it; and at last, both are collisions. */
static const double label_ambiguous = 1, label_doubtful = 0.2, label_ambiguous_at_last = 3;

/* Crossings at sharp angles are hard to follow (Huang, Hong and Eades 2008); below 7 degrees two
   lines look like one. */
static const double sharp_crossing = 1.2;

/* Parts that are merely near each other only look bad: they cost a fraction of a crossing. Lines
   on top of each other are as bad as a label on a line; the cost of near lines is the gradient to
   that. */
static const double near_node = 1.5, near_line = 0.8, near_label = 0.4, lines_overlaid = 4;

/* Lines that leave a node at less than 20 degrees to each other are hard to tell apart; their
   ends should be farther apart than their heads are wide. */
static const double small_angle = 0.8, near_ends = 1;

/* Heads that overlap look like one, so that a reader cannot tell which line has which: nearly as
   bad as a crossing. They do if their middles are nearer than this share of their mean width. */
static const double heads_overlap = 0.65, head_share = 0.85;

/* Each 900 points of line length cost 1, so that a detour around an actor costs less than a
   crossing. Lines should bend only to avoid something. 16 points of a line should be visible
   beside its label. */
static const double length_cost = 1.0 / 900, bend_cost = 0.35, short_line = 3;

/* A line that is so short that it can hardly be seen, in addition. */
static const double hidden_line = 5, hidden_length = 10;

/* The best place for a label is on the middle of its line: there it cannot be mistaken for
   another line's. */
static const double label_off_middle = 0.12, label_beside = 0.1;

/* A label that covers the whole of its line; one that covers half costs nothing. */
static const double label_covers = 1;

/* A line that runs along the border of its node; one that meets it within 60 degrees of the
   normal costs nothing. Without a head, half of that. A head within 15 degrees of the border
   would lie partly behind the node: in a strict placement, that costs more. */
static const double oblique = 0.8, least_cosine = 0.5, grazing = 1.5, grazing_cosine = 0.26;

/* A head at the corner of a box points past it; without a head, a fraction of that. */
static const double at_corner = 0.4, bare_at_corner = 0.25;

/* Gaps below which parts are near each other, and the least visible length of a line, in
   points. */
static const double node_gap = 12, line_node_gap = 5, label_gap = 3, line_gap = 4, end_gap = 8,
                    least_visible = 16;

/* How much farther other lines should be from a label than its own, a little more than in
   score.h, since lines are sampled there; how far its own line is if it is on it, since the line
   ends before it; and how far lines are looked for. */
static const double clearly_farther = 4, on_line = 2, beside_room = 12;

/* The room for a badge, on a line's visible length: half of it is on either side of the label. */
static const double badge_room = 26;

/* Lines are overlaid if they are within TOUCHING points of each other for LEAST_OVERLAID points,
   not counting APART_AT_NODE points at a common node: a little stricter than score.h. Checked
   only in crowds; among few lines, the costs of near lines and sharp crossings suffice. */
static const double touching = 1, least_overlaid = 10, apart_at_node = 18;

/* Lines that run close to each other for a while look like one ribbon: a flaw, but less than a
   crossing. In a strict placement, those that are within this distance, in points, for this long
   cost this, and more for each 100 points. A little stricter than score.h. */
static const double ribbon_gap = 7.5, least_ribbon = 42, ribbon = 0.4;

/* Within this distance of a common node, in points, lines are inevitably near each other. */
static const double near_common_node = 20;

/* The distance, in points, within which two parts of this kind cost something. Twice that is at
   least the distance for a pair with any other kind. */
static double reach_of(enum part_kind kind)
{
    switch (kind) {
    case PART_NODE: return node_gap / 2;
    case PART_LINE: return end_gap / 2;
    case PART_LABEL: return 2;
    }
    assert(!"a kind of part");
    return 0;
}

/* Falls from 1 at contact to 0 at a gap of REACH. */
static double nearness(double gap, double reach)
{
    double share = gap < reach ? 1 - gap / reach : 0;
    return share * share;
}

/* CONTACT plus a cost for the depth of an overlap; if there is none, a cost that falls from NEAR
   at contact to 0 at a gap of REACH. */
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

/* The sharper a crossing, the more it costs. The sixth power of the cosine is 0.1 at 47
   degrees. */
static double cost_sharpness(struct point p, struct point q, struct point r, struct point s)
{
    double x = q.x - p.x, y = q.y - p.y, u = s.x - r.x, v = s.y - r.y;
    double dot = x * u + y * v, square = dot * dot / ((x * x + y * y) * (u * u + v * v));
    return sharp_crossing * square * square * square;
}

static double cost_crossings(const struct polyline *a, const struct polyline *b, double crossing)
{
    double cost = 0;
    for (unsigned i = 0; i + 1 < a->count; i++) {
        struct point p = a->points[i], q = a->points[i + 1];
        if (!segment_is_near_box(p, q, &b->box, 0))
            continue;
        for (unsigned j = 0; j + 1 < b->count; j++)
            if (segments_cross(p, q, b->points[j], b->points[j + 1]))
                cost += crossing + cost_sharpness(p, q, b->points[j], b->points[j + 1]);
    }
    return cost;
}

static double cost_overlay(const struct polyline *a, const struct polyline *b, bool common)
{
    double run = clearance_run(a, b, touching, common ? apart_at_node : 0);
    return run < least_overlaid ? 0 : lines_overlaid + run / 100;
}

/* ENDS is the number of common nodes, around which lines are not counted. */
static double cost_ribbon(const struct polyline *a, const struct polyline *b, int ends)
{
    const double run =
        clearance_run(a, b, ribbon_gap, ends > 0 ? apart_at_node : 0) / (ends > 1 ? 2 : 1);
    return run < least_ribbon ? ribbon / 3 * run / least_ribbon : ribbon + run / 400;
}

/* Samples five points of A, but not near COMMON, the centre of a common node; NULL for none. */
static double cost_near(const struct polyline *a, const struct polyline *b,
                        const struct point *common)
{
    static const double shares[] = {0.08, 0.29, 0.5, 0.71, 0.92};
    double cost = 0;
    unsigned close = 0;
    for (int i = 0; i < 5; i++) {
        struct point p = polyline_at(a, shares[i]);
        if (common != NULL && point_distance(p, *common) < near_common_node)
            continue;
        double gap = clearance_of_point(b, p, line_gap);
        cost += near_line * nearness(gap, line_gap);
        close += gap < 1.5;
    }
    return close >= 2 ? cost + lines_overlaid : cost;
}

/* The middle of the head at an end of a line. */
static struct point middle_of_head(const struct polyline *polyline, int end)
{
    return point_between(polyline->points[end == 0 ? 0 : polyline->count - 1],
                         polyline->tips[end], 0.5);
}

/* Two heads at a common node. */
static double cost_heads(const struct route *a, int end_a, const struct route *b, int end_b)
{
    if (a->heads[end_a] <= 0 || b->heads[end_b] <= 0)
        return 0;
    const double room = lesser(head_share * (a->widths[end_a] + b->widths[end_b]) / 2, end_gap);
    const double gap =
        point_distance(middle_of_head(&a->polyline, end_a), middle_of_head(&b->polyline, end_b));
    return gap < room ? heads_overlap * (1.5 - gap / room) : 0;
}

/* Two lines at a common node, which is at END_A of A and END_B of B: 0 for the tail, 1 for the
   head. */
static double cost_at_node(const struct polyline *a, int end_a, const struct polyline *b,
                           int end_b)
{
    static const double cosine_20 = 0.93969262;
    struct point p = a->points[end_a == 0 ? 0 : a->count - 1];
    struct point q = b->points[end_b == 0 ? 0 : b->count - 1];
    const double near = nearness(point_distance(p, q), end_gap);
    if (near <= 0)
        return 0;
    struct point u = point_direction(p, a->points[end_a == 0 ? 1 : a->count - 2]);
    struct point v = point_direction(q, b->points[end_b == 0 ? 1 : b->count - 2]);
    double cosine = u.x * v.x + u.y * v.y;
    double sharp = cosine > cosine_20 ? (cosine - cosine_20) / (1 - cosine_20) : 0;
    /* Lines that begin apart, on a wide side, may be parallel. */
    return (small_angle * sharp * sharp + near_ends) * near;
}

/* The end of B at the node of the given end of A; -1 if there is none. */
static int common_end(const struct route *a, int end, const struct route *b)
{
    uint32_t node = end == 0 ? a->from : a->to;
    return b->from == node ? 0 : b->to == node ? 1 : -1;
}

static double line_line(const struct placement *placement, uint32_t i, uint32_t j)
{
    const struct route *a = &placement->routes[i], *b = &placement->routes[j];
    const struct point *common = NULL;
    double weight = a->relation == b->relation ? 0.3 : 1;
    double cost = 0, reach = placement->strict ? ribbon_gap : line_gap;
    int ends = 0;
    for (int end = 0; end < 2; end++) {
        int other = common_end(a, end, b);
        if (other < 0)
            continue;
        common = &placement->nodes[end == 0 ? a->from : a->to];
        ends++;
        cost += cost_at_node(&a->polyline, end, &b->polyline, other) * weight;
        if (placement->strict)
            cost += cost_heads(a, end, b, other);
    }
    if (clearance_excludes_polyline(&a->polyline, &b->polyline, reach) ||
        clearance_excludes_polyline(&b->polyline, &a->polyline, reach))
        return cost;
    if (placement->strict && a->relation != b->relation)
        cost += cost_ribbon(&a->polyline, &b->polyline, ends);
    if (placement->crowded)
        cost += cost_overlay(&a->polyline, &b->polyline, common != NULL);
    double crossed = cost_crossings(&a->polyline, &b->polyline, placement->crossing);
    /* In a sketch, only crossings count. */
    if (crossed > 0 || !placement->labelled)
        return cost + crossed;
    return cost + cost_near(&a->polyline, &b->polyline, common) +
           cost_near(&b->polyline, &a->polyline, common);
}

/* --- labels */

static double label_label(const struct placement *placement, uint32_t a, uint32_t b)
{
    return collision(box_separation(&placement->labels[a].box, &placement->labels[b].box),
                     label_overlap, near_label, label_gap);
}

static double least_visible_length(const struct placement *placement, uint32_t line)
{
    const struct scene_tie *tie = &placement->scene->ties[placement->routes[line].relation];
    bool badge = line == tie->first_line && style_badge(tie->phase) != BADGE_NONE;
    return least_visible + (badge ? badge_room : 0);
}

/* A label may be on a line of its own relation, but not on a head, nor where it leaves too little
   of the line visible. */
static double own_line_label(const struct placement *placement, uint32_t line,
                             const struct box *label)
{
    const struct route *route = &placement->routes[line];
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
    double visible = polyline->length - covered, least = least_visible_length(placement, line);
    double share = covered / greater(polyline->length, 1);
    cost += label_covers * greater(2 * lesser(share, 1) - 1, 0);
    return covered > 0 && visible < least ? cost + label_hides * (2 - visible / least) : cost;
}

/* The distance of a label from its own line, at most BESIDE_ROOM. */
static double own_distance(const struct placement *placement, const struct placement_label *label)
{
    const struct polyline *own = &placement->routes[label->line].polyline;
    return label->side != 0 ? greater(clearance_of_box(own, &label->box, beside_room), on_line)
                            : on_line;
}

/* The cost of a line of another relation at a GAP from a label. */
static double cost_ambiguous(const struct placement *placement,
                             const struct placement_label *label, double gap)
{
    const double contact = placement->strict  ? label_ambiguous_at_last
                           : label->side != 0 ? label_ambiguous
                                              : label_doubtful;
    const double farther = gap - own_distance(placement, label) - clearly_farther;
    return collision(farther, contact, near_label, label_gap);
}

static double line_label(const struct placement *placement, uint32_t line, uint32_t relation)
{
    const struct route *route = &placement->routes[line];
    const struct placement_label *label = &placement->labels[relation];
    const double reach = label->side != 0 ? beside_room : on_line + clearly_farther + label_gap;
    if (route->relation == relation)
        return own_line_label(placement, line, &label->box);
    if (clearance_excludes_box(&route->polyline, &label->box, reach))
        return 0;
    const double gap = clearance_of_box(&route->polyline, &label->box, reach);
    const double cost = collision(gap, label_on_line, near_label, label_gap);
    return gap < reach ? greater(cost, cost_ambiguous(placement, label, gap)) : 0;
}

/* --- all */

static double cost_outside(const struct placement *placement, const struct box *box)
{
    double out = greater(greater(-box->low.x, box->high.x - placement->width),
                         greater(-box->low.y, box->high.y - placement->height));
    return out > 0 ? outside_extent * (1 + out / 12) : 0;
}

/* The least length of a line that is visible beside the label on it. */
static double least_length(const struct placement *placement, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    const struct placement_label *label = &placement->labels[route->relation];
    if (label->line != line || label->side != 0 || label->width <= 0)
        return least_visible_length(placement, line);
    struct point along = point_direction(route->polyline.points[0],
                                         route->polyline.points[route->polyline.count - 1]);
    double x = fabs(along.x), y = fabs(along.y);
    double chord = x * label->height > y * label->width ? label->width / x
                                                        : label->height / greater(y, 1e-9);
    return least_visible_length(placement, line) + chord;
}

/* The direction away from a node at a point of its border, not scaled. */
static struct point normal_at(const struct scene_node *node, struct point centre, struct point p)
{
    const double x = (p.x - centre.x) / node->width, y = (p.y - centre.y) / node->height;
    switch (node->shape) {
    case SHAPE_ELLIPSE: return (struct point){x / node->width, y / node->height};
    case SHAPE_DIAMOND: return (struct point){p.x - centre.x, p.y - centre.y};
    default: break;
    }
    return fabs(x) > fabs(y) ? (struct point){x, 0} : (struct point){0, y};
}

/* The cost of the angle at which a line meets the node at its END, 0 or 1. */
static double cost_oblique(const struct placement *placement, const struct route *route, int end)
{
    static const struct point nowhere = {0, 0};
    const struct polyline *polyline = &route->polyline;
    const uint32_t node = end == 0 ? route->from : route->to;
    const struct point p = polyline->points[end == 0 ? 0 : polyline->count - 1];
    const struct point q = polyline->points[end == 0 ? 1 : polyline->count - 2];
    const struct point normal =
        normal_at(&placement->scene->nodes[node], placement->nodes[node], p);
    const double cosine = point_product(point_direction(p, q), point_direction(nowhere, normal));
    const double missing = greater(least_cosine - cosine, 0) / least_cosine;
    const double cut = placement->strict && route->heads[end] > 0
                           ? greater(grazing_cosine - cosine, 0) / grazing_cosine
                           : 0;
    return oblique * missing * missing * (route->heads[end] > 0 ? 1 : 0.5) + grazing * cut;
}

/* The cost of the END of a line near a corner of its node: nearer than half its head is wide. */
static double cost_corner(const struct placement *placement, const struct route *route, int end)
{
    static const double bare_room = 2;
    const uint32_t index = end == 0 ? route->from : route->to;
    const struct scene_node *node = &placement->scene->nodes[index];
    const struct point centre = placement->nodes[index];
    const struct point p = route->polyline.points[end == 0 ? 0 : route->polyline.count - 1];
    if (node->shape == SHAPE_ELLIPSE || node->shape == SHAPE_DIAMOND)
        return 0;
    const double room = greater(route->widths[end] / 2 + 1, bare_room);
    const double gap = greater(node->width * placement->growth / 2 - fabs(p.x - centre.x),
                               node->height * placement->growth / 2 - fabs(p.y - centre.y));
    return nearness(greater(gap, 0), room) * at_corner *
           (route->heads[end] > 0 ? 1 : bare_at_corner);
}

static double own_line(const struct placement *placement, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    const struct polyline *polyline = &route->polyline;
    double length = greater(polyline->length, 1), bend = route->bend / length;
    double least = least_length(placement, line);
    double missing = polyline->length < least ? 1 - polyline->length / least : 0;
    double hidden = greater(1 - polyline->length / hidden_length, 0);
    double bending = fabs(route->bend) >= 0.5 ? 0.03 + bend_cost * bend * bend * 4 : 0;
    double sway = route->sway / length;
    if (route->sway != 0)
        bending += bend_cost * sway * sway * 4;
    if (placement->labelled && route->from != route->to)
        bending += cost_oblique(placement, route, 0) + cost_oblique(placement, route, 1);
    if (placement->strict && route->from != route->to)
        bending += cost_corner(placement, route, 0) + cost_corner(placement, route, 1);
    return length * length_cost + bending + short_line * missing + hidden_line * hidden +
           cost_outside(placement, &polyline->box);
}

static double own_label(const struct placement *placement, const struct placement_label *label)
{
    if (!placement->labelled || label->width <= 0)
        return 0;
    double off = 2 * fabs(label->along - 0.5);
    return label_off_middle * off * off + (label->side != 0 ? label_beside : 0) +
           cost_outside(placement, &label->box);
}

double cost_own(const struct placement *placement, struct part part)
{
    switch (part.kind) {
    case PART_NODE: return 0;
    case PART_LINE: return own_line(placement, part.index);
    case PART_LABEL: return own_label(placement, &placement->labels[part.index]);
    }
    assert(!"a kind of part");
    return 0;
}

static double node_part(const struct placement *placement, uint32_t node, struct part part)
{
    switch (part.kind) {
    case PART_NODE: return node_node(placement, node, part.index);
    case PART_LINE: return node_line(placement, node, part.index);
    case PART_LABEL: return node_label(placement, node, part.index);
    }
    assert(!"a kind of part");
    return 0;
}

double cost_pair(const struct placement *placement, struct part a, struct part b)
{
    if (a.kind > b.kind)
        return cost_pair(placement, b, a);
    if (a.kind == PART_NODE)
        return node_part(placement, a.index, b);
    if (b.kind == PART_LABEL)
        return a.kind == PART_LINE ? line_label(placement, a.index, b.index)
                                   : label_label(placement, a.index, b.index);
    return line_line(placement, a.index, b.index);
}

/* Gaps between boxes are measured along one axis; across a corner, the distance is larger. */
static const double corner = 1.41421356237309515;

static struct octagon octagon_of_node(const struct placement *placement, uint32_t node)
{
    struct box box = placement_node_box(placement, node);
    struct octagon octagon = octagon_of_box(&box);
    double reach = reach_of(PART_NODE), across = reach * corner;
    if (placement->scene->nodes[node].shape == SHAPE_ELLIPSE)
        across = greater(across, clearance_reach_of_ellipse(&box, line_node_gap));
    octagon_grow(&octagon, reach, across);
    return octagon;
}

static struct octagon octagon_of_line(const struct placement *placement, uint32_t line)
{
    struct octagon octagon = octagon_of_polyline(&placement->routes[line].polyline);
    octagon_grow(&octagon, reach_of(PART_LINE), reach_of(PART_LINE));
    return octagon;
}

static struct octagon octagon_of_label(const struct placement *placement, uint32_t relation)
{
    const struct placement_label *label = &placement->labels[relation];
    struct box box = placement->labelled && label->width > 0 ? label->box : box_empty();
    struct octagon octagon = octagon_of_box(&box);
    double reach = reach_of(PART_LABEL) + beside_room - label_gap;
    octagon_grow(&octagon, reach, reach * corner);
    return octagon;
}

struct octagon cost_octagon(const struct placement *placement, struct part part)
{
    switch (part.kind) {
    case PART_NODE: return octagon_of_node(placement, part.index);
    case PART_LINE: return octagon_of_line(placement, part.index);
    case PART_LABEL: return octagon_of_label(placement, part.index);
    }
    assert(!"a kind of part");
    return (struct octagon){{0}};
}
