/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/cost.h"

#include <math.h>

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

/* How far two boxes are apart on the axis where they are farther; below 0 the depth of their
   overlap. */
static double box_gap(const struct box *a, const struct box *b)
{
    double x = greater(a->low.x - b->high.x, b->low.x - a->high.x);
    double y = greater(a->low.y - b->high.y, b->low.y - a->high.y);
    return greater(x, y);
}

/* How much of the segment is inside the box, as a share of it (Liang and Barsky 1984). */
static double share_inside(struct point p, struct point q, const struct box *box)
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

static double square_distance(struct point p, struct point a, struct point b)
{
    double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
    double t = square > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / square : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double dx = a.x + t * x - p.x, dy = a.y + t * y - p.y;
    return dx * dx + dy * dy;
}

static double point_box_square(struct point p, const struct box *box)
{
    double x = greater(0, greater(box->low.x - p.x, p.x - box->high.x));
    double y = greater(0, greater(box->low.y - p.y, p.y - box->high.y));
    return x * x + y * y;
}

/* The squared distance of a segment and a box that don't meet. */
static double segment_box_square(struct point p, struct point q, const struct box *box)
{
    const struct point corners[] = {
        box->low, box->high, {box->low.x, box->high.y}, {box->high.x, box->low.y}};
    double least = lesser(point_box_square(p, box), point_box_square(q, box));
    for (int i = 0; i < 4; i++)
        least = lesser(least, square_distance(corners[i], p, q));
    return least;
}

static bool boxes_meet(const struct box *box, struct point p, struct point q, double grow)
{
    return lesser(p.x, q.x) <= box->high.x + grow && greater(p.x, q.x) >= box->low.x - grow &&
           lesser(p.y, q.y) <= box->high.y + grow && greater(p.y, q.y) >= box->low.y - grow;
}

/* Two strips or boxes that a gap of more than REACH parts cost nothing; what is cut off here is
   found without looking at their segments. The margin is for the last digits. */
static bool are_apart(double low, double high, double other_low, double other_high, double reach)
{
    static const double margin = 1e-6;
    return other_low > high + reach + margin || other_high < low - reach - margin;
}

static bool box_is_beside(const struct polyline *polyline, const struct box *box, double reach)
{
    struct point centre = point_between(box->low, box->high, 0.5);
    double half = (fabs(polyline->normal.x) * (box->high.x - box->low.x) +
                   fabs(polyline->normal.y) * (box->high.y - box->low.y)) /
                  2;
    double at = point_product(centre, polyline->normal);
    return are_apart(polyline->low, polyline->high, at - half, at + half, reach);
}

/* Whether all of OTHER is on one side of TRACK's strip. */
static bool polyline_is_beside(const struct polyline *polyline, const struct polyline *other,
                               double reach)
{
    double low = point_product(other->points[0], polyline->normal), high = low;
    for (unsigned i = 1; i < other->count; i++) {
        double at = point_product(other->points[i], polyline->normal);
        low = lesser(low, at);
        high = greater(high, at);
    }
    return are_apart(polyline->low, polyline->high, low, high, reach);
}

/* How near a polyline comes to BOX, up to REACH; how much of it is inside as a number below 0. */
static double polyline_box_gap(const struct polyline *polyline, const struct box *box,
                               double reach)
{
    double inside = 0, least = reach * reach;
    for (unsigned i = 0; i + 1 < polyline->count; i++) {
        struct point p = polyline->points[i], q = polyline->points[i + 1];
        if (!boxes_meet(box, p, q, reach))
            continue;
        double share = share_inside(p, q, box);
        if (share > 0)
            inside += share * point_distance(p, q);
        else if (inside == 0)
            least = lesser(least, segment_box_square(p, q, box));
    }
    return inside > 0 ? -inside : sqrt(least);
}

/* The same for an ellipse, in the space where it is a circle. */
static double polyline_ellipse_gap(const struct polyline *polyline, const struct box *box,
                                   double reach)
{
    double a = (box->high.x - box->low.x) / 2, b = (box->high.y - box->low.y) / 2;
    struct point centre = point_between(box->low, box->high, 0.5);
    double least = HUGE_VAL;
    for (unsigned i = 0; i + 1 < polyline->count; i++) {
        struct point p = polyline->points[i], q = polyline->points[i + 1];
        if (!boxes_meet(box, p, q, reach))
            continue;
        p = (struct point){(p.x - centre.x) / a, (p.y - centre.y) / b};
        q = (struct point){(q.x - centre.x) / a, (q.y - centre.y) / b};
        least = lesser(least, square_distance((struct point){0, 0}, p, q));
    }
    return least == HUGE_VAL ? reach : (sqrt(least) - 1) * (least < 1 ? a + b : lesser(a, b));
}

/* How far outside its box a line is priced beside an ellipse: the gap to one is measured as a
   share of its size, in units of its narrower side. */
static double ellipse_reach(const struct box *box)
{
    double width = box->high.x - box->low.x, height = box->high.y - box->low.y;
    return line_node_gap * greater(width, height) / lesser(width, height);
}

/* --- nodes */

static double node_node(const struct placement *placement, uint32_t a, uint32_t b)
{
    struct box x = placement_node_box(placement, a), y = placement_node_box(placement, b);
    return collision(box_gap(&x, &y), node_overlap, near_node, node_gap * placement->growth);
}

static double node_line(const struct placement *placement, uint32_t node, uint32_t line)
{
    const struct route *route = &placement->routes[line];
    if (route->from == node || route->to == node)
        return 0;
    struct box box = placement_node_box(placement, node);
    bool ellipse = placement->scene->nodes[node].shape == SHAPE_ELLIPSE;
    if (box_is_beside(&route->polyline, &box, ellipse ? ellipse_reach(&box) : line_node_gap))
        return 0;
    double gap = ellipse ? polyline_ellipse_gap(&route->polyline, &box, line_node_gap)
                         : polyline_box_gap(&route->polyline, &box, line_node_gap);
    return collision(gap, line_through_node, near_node, line_node_gap);
}

static double node_label(const struct placement *placement, uint32_t node, uint32_t relation)
{
    struct box box = placement_node_box(placement, node);
    return collision(box_gap(&box, &placement->labels[relation].box), label_overlap, near_label,
                     label_gap);
}

/* --- lines */

static double turn(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool segments_cross(struct point p, struct point q, struct point r, struct point s)
{
    return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

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
        if (!boxes_meet(&b->box, p, q, 0))
            continue;
        for (unsigned j = 0; j + 1 < b->count; j++)
            if (segments_cross(p, q, b->points[j], b->points[j + 1]))
                cost += price_crossing(p, q, b->points[j], b->points[j + 1]);
    }
    return cost;
}

/* How much of the segment from P to Q is within TOUCHING of the one from R to S: what of it is
   inside a box along that. None if they meet at 25 degrees or more. */
static double run_beside(struct point p, struct point q, struct point r, struct point s)
{
    static const double square_of_25_degrees = 0.8214;
    struct point along = {q.x - p.x, q.y - p.y}, u = {s.x - r.x, s.y - r.y};
    double square = point_product(u, u), product = point_product(along, u);
    if (product * product <= square_of_25_degrees * square * point_product(along, along))
        return 0;
    double length = sqrt(square);
    u = (struct point){u.x / length, u.y / length};
    struct point v = {-u.y, u.x}, from = {p.x - r.x, p.y - r.y}, to = {q.x - r.x, q.y - r.y};
    const struct box strip = {{0, -touching}, {length, touching}};
    return point_distance(p, q) *
           share_inside((struct point){point_product(from, u), point_product(from, v)},
                        (struct point){point_product(to, u), point_product(to, v)}, &strip);
}

/* The segment of a track that begins at its point I, without what is near to an end: there lines
   that have a node in common must come together. */
static bool take_segment(const struct polyline *polyline, unsigned i, bool common,
                         struct point *p, struct point *q)
{
    *p = polyline->points[i];
    *q = polyline->points[i + 1];
    double length = point_distance(*p, *q), from = 0, to = 1;
    if (length <= 0)
        return false;
    if (common && i == 0)
        from = parting / length;
    if (common && i + 2 == polyline->count)
        to = 1 - parting / length;
    struct point start = *p;
    *p = point_between(start, *q, from);
    *q = point_between(start, *q, to);
    return from < to;
}

/* How far A runs along B. */
static double run_along(const struct polyline *a, const struct polyline *b, bool common)
{
    struct point p, q;
    double run = 0;
    for (unsigned i = 0; i + 1 < a->count; i++) {
        if (!take_segment(a, i, common, &p, &q) || !boxes_meet(&b->box, p, q, touching))
            continue;
        const struct box box = {{lesser(p.x, q.x), lesser(p.y, q.y)},
                                {greater(p.x, q.x), greater(p.y, q.y)}};
        for (unsigned j = 0; j + 1 < b->count; j++)
            if (boxes_meet(&box, b->points[j], b->points[j + 1], touching))
                run += run_beside(p, q, b->points[j], b->points[j + 1]);
    }
    return run;
}

/* Straight lines that cross at 11 degrees or more don't run along each other. */
static bool may_run_along(const struct polyline *a, const struct polyline *b)
{
    static const double cosine_11 = 0.98163;
    return a->count > 2 || b->count > 2 || fabs(point_product(a->normal, b->normal)) > cosine_11;
}

static double overlay(const struct polyline *a, const struct polyline *b, bool common)
{
    if (!may_run_along(a, b))
        return 0;
    double run = run_along(a, b, common);
    return run < overlaid_least ? 0 : lines_overlaid + run / 100;
}

static double distance_to_polyline(struct point p, const struct polyline *polyline, double reach)
{
    double least = reach * reach;
    for (unsigned i = 0; i + 1 < polyline->count; i++)
        if (boxes_meet(&(struct box){p, p}, polyline->points[i], polyline->points[i + 1], reach))
            least =
                lesser(least, square_distance(p, polyline->points[i], polyline->points[i + 1]));
    return sqrt(least);
}

static struct point along(const struct polyline *polyline, double share)
{
    double at = share * (polyline->count - 1);
    unsigned i = (unsigned)at;
    return point_between(polyline->points[i], polyline->points[i + 1], at - i);
}

/* How many of five points of A are how near to B, away from the node that they SHARE. */
static double closeness(const struct polyline *a, const struct polyline *b,
                        const struct point *shared)
{
    static const double shares[] = {0.08, 0.29, 0.5, 0.71, 0.92};
    double cost = 0;
    unsigned close = 0;
    for (int i = 0; i < 5; i++) {
        struct point p = along(a, shares[i]);
        if (shared != NULL && point_distance(p, *shared) < hub)
            continue;
        double gap = distance_to_polyline(p, b, line_gap);
        cost += near_line * nearness(gap, line_gap);
        close += gap < 1.5;
    }
    return close >= 2 ? cost + lines_overlaid : cost;
}

static struct point unit_from(struct point a, struct point b)
{
    double length = point_distance(a, b);
    return length > 0 ? (struct point){(b.x - a.x) / length, (b.y - a.y) / length}
                      : (struct point){0, 0};
}

/* Two lines at one node: END is theirs there, 0 or 1. */
static double at_node(const struct polyline *a, int end_a, const struct polyline *b, int end_b)
{
    static const double cosine_20 = 0.93969262;
    struct point p = a->points[end_a == 0 ? 0 : a->count - 1];
    struct point q = b->points[end_b == 0 ? 0 : b->count - 1];
    struct point u = unit_from(p, a->points[end_a == 0 ? 1 : a->count - 2]);
    struct point v = unit_from(q, b->points[end_b == 0 ? 1 : b->count - 2]);
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
    if (polyline_is_beside(&a->polyline, &b->polyline, line_gap) ||
        polyline_is_beside(&b->polyline, &a->polyline, line_gap))
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
    return collision(box_gap(&placement->labels[a].box, &placement->labels[b].box), label_overlap,
                     near_label, label_gap);
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
        covered += share_inside(p, q, &box) * point_distance(p, q);
    }
    for (int end = 0; end < 2; end++)
        if (share_inside(polyline->points[end == 0 ? 0 : polyline->count - 1],
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
    if (box_is_beside(&route->polyline, box, label_gap))
        return 0;
    return collision(polyline_box_gap(&route->polyline, box, label_gap), label_on_line,
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
    struct point along =
        unit_from(route->polyline.points[0], route->polyline.points[route->polyline.count - 1]);
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

static void enclose_box(struct octagon *octagon, const struct box *box)
{
    double *sides = octagon->sides;
    sides[0] = box->low.x, sides[1] = box->high.x;
    sides[2] = box->low.y, sides[3] = box->high.y;
    sides[4] = box->low.x + box->low.y, sides[5] = box->high.x + box->high.y;
    sides[6] = box->low.x - box->high.y, sides[7] = box->high.x - box->low.y;
}

static void enclose_polyline(struct octagon *octagon, const struct polyline *polyline)
{
    double *sides = octagon->sides;
    enclose_box(octagon, &polyline->box);
    sides[4] = sides[6] = HUGE_VAL;
    sides[5] = sides[7] = -HUGE_VAL;
    for (unsigned i = 0; i < polyline->count; i++) {
        double sum = polyline->points[i].x + polyline->points[i].y;
        double difference = polyline->points[i].x - polyline->points[i].y;
        sides[4] = lesser(sides[4], sum);
        sides[5] = greater(sides[5], sum);
        sides[6] = lesser(sides[6], difference);
        sides[7] = greater(sides[7], difference);
    }
}

/* On the diagonals numbers are larger than distances by the root of 2, and rounded later. */
static void grow(struct octagon *octagon, double reach, double across)
{
    static const double root_2 = 1.41421356237309515, margin = 0.01;
    for (int side = 0; side < OCTAGON_SIDES; side++) {
        double by = side < 4 ? reach : across * root_2 + margin;
        octagon->sides[side] += side % 2 == 0 ? -by : by;
    }
}

void cost_octagon(const struct placement *placement, struct part part, struct octagon *octagon)
{
    /* Boxes are apart by what they are on one axis: across a corner that is more. */
    static const double corner = 1.41421356237309515;
    double reach = reach_of(part.kind), across = reach * (part.kind == PART_LINE ? 1 : corner);
    if (part.kind == PART_LINE) {
        enclose_polyline(octagon, &placement->routes[part.index].polyline);
    } else if (part.kind == PART_NODE) {
        struct box box = placement_node_box(placement, part.index);
        enclose_box(octagon, &box);
        if (placement->scene->nodes[part.index].shape == SHAPE_ELLIPSE)
            across = greater(across, ellipse_reach(&box));
    } else {
        const struct placement_label *label = &placement->labels[part.index];
        struct box box = placement->labelled && label->width > 0 ? label->box : box_empty();
        enclose_box(octagon, &box);
    }
    grow(octagon, reach, across);
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
