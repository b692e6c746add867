/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/cost.h"

#include <math.h>

/* Two things that should keep a distance: each point that they are nearer than CLEAR costs SOFT;
   if they touch, that costs HARD, and DEPTH for each point that they are deep in each other, so
   that there is a way out. */
struct weight {
    double clear, soft, hard, depth;
};

/* Faults that nobody may see cost more than a crossing, which can't always be avoided. A line
   through a node costs most of what lines do: lines would dive under hubs, where their crossings
   can't be seen. What can always be mended by moving a label costs about two crossings.
   Clearances are a reader's: lines of 10 pt text that are nearer run together.
   clang-format off: a table */
static const struct weight node_node = {10, 40, 8000, 100};
static const struct weight line_node = {6, 60, 6000, 100};
static const struct weight label_node = {3, 60, 4000, 80};
static const struct weight label_label = {3, 60, 4000, 80};
static const struct weight label_line = {2.5, 60, 3000, 80};
static const struct weight label_end = {5, 60, 3000, 80};
static const struct weight outside = {0, 0, 4000, 100};
static const struct weight short_line = {24, 60, 3000, 80};
/* clang-format on */
static const double crossing = 1000;
static const double flat_crossing = 500;  /* more, where lines cross at a small angle */
static const double narrow_angle = 400;   /* between lines of a node: hard to follow */
static const double narrow = 0.1;         /* the square of that angle's sine: 18 degrees */
static const double parallel_apart = 15;  /* points, between middles of lines of one pair */
static const double parallel_near = 1500; /* they would be taken for one */
static const double length_point = 0.9;   /* a crossing is worth a detour of 1000 points */
static const double bent_chord = 1500;    /* times the square of bend by length: gentle is free */
static const double beside_line = 60;     /* a label on its line is nobody else's */
static const double off_middle = 120;     /* times the share of the line from its middle */
static const double head_room = 9;        /* an arrowhead's length stays free of the label */
static const double tail_room = 3;

/* Beyond this, nothing costs anything. */
static const double horizon = 10;

static double penalty(const struct weight *weight, double distance)
{
    if (distance >= weight->clear)
        return 0;
    double cost = weight->soft * (weight->clear - distance);
    return distance < 0 ? cost + weight->hard - weight->depth * distance : cost;
}

/* How far two boxes are apart, or how deep in each other if negative. */
static double box_distance(const struct box *a, const struct box *b)
{
    double x = fmax(a->low.x - b->high.x, b->low.x - a->high.x);
    double y = fmax(a->low.y - b->high.y, b->low.y - a->high.y);
    return x > y ? x : y;
}

/* The same of a segment and a box, by their separating axes (Gottschalk 1996). */
static double segment_distance(struct point p, struct point q, const struct box *box)
{
    double cx = (box->low.x + box->high.x) / 2, cy = (box->low.y + box->high.y) / 2;
    double w = box->high.x - cx, h = box->high.y - cy;
    double dx = q.x - p.x, dy = q.y - p.y;
    double x = fabs((p.x + q.x) / 2 - cx) - fabs(dx) / 2 - w;
    double y = fabs((p.y + q.y) / 2 - cy) - fabs(dy) / 2 - h;
    double flat = x > y ? x : y;
    double length = sqrt(dx * dx + dy * dy);
    if (flat > horizon || length == 0)
        return flat;
    double side = fabs(dx * (cy - p.y) - dy * (cx - p.x)) - fabs(dy) * w - fabs(dx) * h;
    return side > flat * length ? side / length : flat;
}

static double line_distance(const struct placed_line *line, const struct box *box)
{
    double least = horizon;
    for (unsigned i = 0; i < line->steps; i++) {
        double distance = segment_distance(line->course[i], line->course[i + 1], box);
        least = distance < least ? distance : least;
    }
    return least;
}

static double cross_product(struct point a, struct point b, struct point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* The squared sine of the angle between two directions. */
static double squared_sine(struct point a, struct point b)
{
    double cross = a.x * b.y - a.y * b.x;
    double product = (a.x * a.x + a.y * a.y) * (b.x * b.x + b.y * b.y);
    return product > 0 ? cross * cross / product : 1;
}

static double segments_cross(struct point p, struct point q, struct point r, struct point s)
{
    if ((p.x < r.x && p.x < s.x && q.x < r.x && q.x < s.x) ||
        (p.x > r.x && p.x > s.x && q.x > r.x && q.x > s.x) ||
        (p.y < r.y && p.y < s.y && q.y < r.y && q.y < s.y) ||
        (p.y > r.y && p.y > s.y && q.y > r.y && q.y > s.y))
        return 0;
    if (cross_product(p, q, r) * cross_product(p, q, s) > 0 ||
        cross_product(r, s, p) * cross_product(r, s, q) > 0)
        return 0;
    struct point d = {q.x - p.x, q.y - p.y}, e = {s.x - r.x, s.y - r.y};
    double straightness = 1 - squared_sine(d, e);
    return crossing + flat_crossing * straightness * straightness;
}

static double lines_cross(const struct placed_line *a, const struct placed_line *b)
{
    double cost = 0;
    for (unsigned i = 0; i < a->steps; i++)
        for (unsigned j = 0; j < b->steps; j++)
            cost +=
                segments_cross(a->course[i], a->course[i + 1], b->course[j], b->course[j + 1]);
    return cost;
}

/* Where a line sets out to from NODE. */
static struct point direction(const struct placed_line *line, uint32_t node)
{
    bool start = line->from == node;
    struct point p = line->course[start ? 0 : line->steps];
    struct point q = line->course[start ? 1 : line->steps - 1];
    return (struct point){q.x - p.x, q.y - p.y};
}

static double angle_at(const struct placed_line *a, const struct placed_line *b, uint32_t node)
{
    struct point d = direction(a, node), e = direction(b, node);
    if (d.x * e.x + d.y * e.y <= 0)
        return 0;
    double sine = squared_sine(d, e);
    return sine < narrow ? narrow_angle * (1 - sine / narrow) : 0;
}

static double parallel_cost(const struct placed_line *a, const struct placed_line *b)
{
    struct point p = a->course[a->steps / 2], q = b->course[b->steps / 2];
    double x = p.x - q.x, y = p.y - q.y, distance = sqrt(x * x + y * y);
    return distance < parallel_apart ? parallel_near * (1 - distance / parallel_apart) : 0;
}

static double line_line_cost(const struct arrangement *arrangement, const struct placed_line *a,
                             const struct placed_line *b)
{
    bool starts = a->from == b->from || a->from == b->to;
    bool ends = a->to == b->from || a->to == b->to;
    if (!starts && !ends)
        return lines_cross(a, b);
    double cost = arrangement->straight ? 0 : lines_cross(a, b);
    if (starts && ends)
        return arrangement->straight ? cost : cost + parallel_cost(a, b);
    return cost + angle_at(a, b, starts ? a->from : a->to);
}

static double line_node_cost(const struct placed_line *line, uint32_t node, const struct box *box)
{
    if (line->from == node || line->to == node)
        return 0;
    return penalty(&line_node, line_distance(line, box));
}

/* A label may lie on its own line, but not on its ends. */
static double own_line_cost(const struct placed_line *line, const struct box *box)
{
    double cost = 0;
    for (int side = 0; side < 2; side++) {
        struct point p = line->course[side == 0 ? 0 : line->steps];
        const struct box end = {p, p};
        double room = (side == 0 ? line->tail : line->head) ? head_room : tail_room;
        cost += penalty(&label_end, box_distance(&end, box) - room);
    }
    return cost;
}

static double label_line_cost(const struct arrangement *a, uint32_t label, uint32_t line,
                              const struct box *box)
{
    if (a->labels[label].line == line)
        return own_line_cost(&a->lines[line], box);
    return penalty(&label_line, line_distance(&a->lines[line], box));
}

static int32_t whole(double cost)
{
    return (int32_t)(cost + 0.5);
}

int32_t cost_between(const struct arrangement *a, uint32_t i, uint32_t j)
{
    if (i > j) {
        uint32_t swap = i;
        i = j;
        j = swap;
    }
    const struct box *p = &a->boxes[i], *q = &a->boxes[j];
    if (p->low.x > q->high.x + horizon || q->low.x > p->high.x + horizon ||
        p->low.y > q->high.y + horizon || q->low.y > p->high.y + horizon)
        return 0;
    uint32_t lines = (uint32_t)a->node_count, labels = lines + (uint32_t)a->line_count;
    if (j < lines)
        return whole(penalty(&node_node, box_distance(p, q)));
    if (j < labels && i < lines)
        return whole(line_node_cost(&a->lines[j - lines], i, p));
    if (j < labels)
        return whole(line_line_cost(a, &a->lines[i - lines], &a->lines[j - lines]));
    if (i < lines)
        return whole(penalty(&label_node, box_distance(p, q)));
    if (i < labels)
        return whole(label_line_cost(a, j - labels, i - lines, q));
    return whole(penalty(&label_label, box_distance(p, q)));
}

static double outside_cost(const struct arrangement *a, const struct box *box)
{
    static const double edge = 4;
    double x = fmin(box->low.x, a->width - box->high.x) - edge;
    double y = fmin(box->low.y, a->height - box->high.y) - edge;
    return penalty(&outside, fmin(x, y));
}

static double line_cost(const struct arrangement *a, const struct placed_line *line)
{
    double cost = length_point * line->pull * line->length;
    if (a->straight || line->from == line->to)
        return cost;
    double bend = line->bend / (line->length + 1);
    return cost + bent_chord * bend * bend + penalty(&short_line, line->length);
}

int32_t cost_of(const struct arrangement *a, uint32_t item)
{
    const struct box *box = &a->boxes[item];
    if (item < a->node_count)
        return 0;
    if (item < a->node_count + a->line_count)
        return whole(line_cost(a, &a->lines[item - a->node_count]) + outside_cost(a, box));
    const struct placed_label *label = &a->labels[item - a->node_count - a->line_count];
    return whole(outside_cost(a, box) + beside_line * fabs(label->side) +
                 off_middle * fabs(label->share - 0.5));
}
