/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/arrangement.h"

#include <math.h>
#include <stdlib.h>

/* Everything keeps this far from the edge, since layout_settle leaves as much around it. */
static const double edge = 4;

static bool allocate(struct arrangement *a, const struct scene *scene)
{
    a->nodes = calloc(scene->node_count + 1, sizeof *a->nodes);
    a->lines = calloc(scene->line_count + 1, sizeof *a->lines);
    a->labels = calloc(scene->relation_count + 1, sizeof *a->labels);
    a->boxes = calloc(scene->node_count + scene->line_count + scene->relation_count + 1,
                      sizeof *a->boxes);
    a->incident = calloc(2 * scene->line_count + 1, sizeof *a->incident);
    return a->nodes != NULL && a->lines != NULL && a->labels != NULL && a->boxes != NULL &&
           a->incident != NULL;
}

static void take_nodes(struct arrangement *a)
{
    a->node_count = a->scene->node_count;
    for (size_t i = 0; i < a->node_count; i++) {
        const struct scene_node *node = &a->scene->nodes[i];
        a->nodes[i].shape = node->shape;
        a->nodes[i].width = a->nodes[i].full_width = node->width / 2;
        a->nodes[i].height = a->nodes[i].full_height = node->height / 2;
    }
}

static void take_lines(struct arrangement *a)
{
    a->line_count = a->scene->line_count;
    for (size_t i = 0; i < a->line_count; i++) {
        const struct scene_line *line = &a->scene->lines[i];
        unsigned weight = a->scene->relations[line->relation].weight;
        a->lines[i] = (struct placed_line){.from = line->from,
                                           .to = line->to,
                                           .relation = line->relation,
                                           .pull = 1 + 0.15 * ((double)weight - 1),
                                           .tail = line->tail != HEAD_NONE,
                                           .head = line->head != HEAD_NONE,
                                           .label = SCENE_NONE};
    }
}

static void take_labels(struct arrangement *a)
{
    for (size_t i = 0; i < a->scene->relation_count; i++) {
        const struct scene_relation *r = &a->scene->relations[i];
        if (r->label.count == 0)
            continue;
        for (uint32_t j = 0; j < r->line_count; j++)
            a->lines[r->first_line + j].label = (uint32_t)a->label_count;
        a->labels[a->label_count++] = (struct placed_label){.relation = (uint32_t)i,
                                                            .line = r->first_line,
                                                            .share = 0.5,
                                                            .width = r->label.width / 2,
                                                            .height = r->label.height / 2};
    }
}

static void gather_incident(struct arrangement *a)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < a->node_count; i++) {
        a->nodes[i].first = next;
        for (uint32_t j = 0; j < a->line_count; j++)
            if (a->lines[j].from == i || a->lines[j].to == i)
                a->incident[next++] = j;
        a->nodes[i].count = next - a->nodes[i].first;
    }
}

enum status arrangement_init(struct arrangement *a, const struct scene *scene, double width,
                             double height)
{
    *a = (struct arrangement){.scene = scene, .width = width, .height = height};
    if (!allocate(a, scene)) {
        arrangement_clear(a);
        return STATUS_MEMORY;
    }
    take_nodes(a);
    take_lines(a);
    take_labels(a);
    gather_incident(a);
    a->item_count = a->node_count + a->line_count + a->label_count;
    return STATUS_OK;
}

void arrangement_clear(struct arrangement *a)
{
    free(a->nodes);
    free(a->lines);
    free(a->labels);
    free(a->boxes);
    free(a->incident);
    *a = (struct arrangement){.scene = NULL};
}

/* Between the edges; in the middle where there is no room. */
static double confine(double at, double half, double length)
{
    double low = half + edge, high = length - half - edge;
    return low > high ? length / 2 : at < low ? low : at > high ? high : at;
}

void arrangement_place(struct arrangement *a, uint32_t node, struct point at)
{
    struct placed_node *n = &a->nodes[node];
    n->at.x = confine(at.x, n->full_width, a->width);
    n->at.y = confine(at.y, n->full_height, a->height);
}

void arrangement_scale(struct arrangement *a, double scale)
{
    for (size_t i = 0; i < a->node_count; i++) {
        a->nodes[i].width = a->nodes[i].full_width * scale;
        a->nodes[i].height = a->nodes[i].full_height * scale;
    }
}

static bool is_parallel(const struct placed_line *a, const struct placed_line *b)
{
    return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

void arrangement_fan(struct arrangement *a, double apart)
{
    for (size_t i = 0; i < a->line_count; i++) {
        struct placed_line *line = &a->lines[i];
        unsigned before = 0, after = 0;
        for (size_t j = 0; j < a->line_count; j++)
            if (j != i && is_parallel(line, &a->lines[j]))
                *(j < i ? &before : &after) += 1;
        double bend = ((double)before - (double)after) / 2 * apart;
        line->bend = line->from == line->to ? before % 4 : line->from > line->to ? -bend : bend;
    }
}

static double length_between(struct point a, struct point b)
{
    double x = b.x - a.x, y = b.y - a.y;
    return sqrt(x * x + y * y);
}

/* A quadratic curve's point. */
static struct point at_share(const struct point p[3], double t)
{
    double s = 1 - t, a = s * s, b = 2 * s * t, c = t * t;
    return (struct point){a * p[0].x + b * p[1].x + c * p[2].x,
                          a * p[0].y + b * p[1].y + c * p[2].y};
}

/* Where the curve leaves NODE, in which it begins (INSIDE is 0) or ends (1). */
static double find_border(const struct point p[3], const struct placed_node *node, double inside)
{
    double outside = 0.5;
    for (int i = 0; i < 12; i++) {
        double middle = (inside + outside) / 2;
        bool in = shape_holds(node->shape, node->at, 2 * node->width, 2 * node->height,
                              at_share(p, middle));
        *(in ? &inside : &outside) = middle;
    }
    return outside;
}

/* The part from T0 to T1, by its blossom: its ends and the point that both tangents meet in. */
static void cut(const struct point p[3], double t0, double t1, struct point part[3])
{
    double a = (1 - t0) * (1 - t1), b = t0 * (1 - t1) + t1 * (1 - t0), c = t0 * t1;
    part[0] = at_share(p, t0);
    part[1] = (struct point){a * p[0].x + b * p[1].x + c * p[2].x,
                             a * p[0].y + b * p[1].y + c * p[2].y};
    part[2] = at_share(p, t1);
}

static struct cubic elevate(const struct point p[3])
{
    return (struct cubic){
        {p[0], point_between(p[0], p[1], 2.0 / 3), point_between(p[2], p[1], 2.0 / 3), p[2]}};
}

static void run_chord(const struct arrangement *a, struct placed_line *line)
{
    line->steps = 1;
    line->course[0] = a->nodes[line->from].at;
    line->course[1] = a->nodes[line->to].at;
}

static void run_curve(const struct arrangement *a, struct placed_line *line)
{
    const struct placed_node *from = &a->nodes[line->from], *to = &a->nodes[line->to];
    double length = length_between(from->at, to->at);
    double share = length > 0 ? 2 * line->bend / length : 0;
    struct point whole[3] = {from->at, point_between(from->at, to->at, 0.5), to->at}, part[3];
    whole[1].x += (from->at.y - to->at.y) * share;
    whole[1].y += (to->at.x - from->at.x) * share;
    cut(whole, find_border(whole, from, 0), find_border(whole, to, 1), part);
    line->curve = elevate(part);
    line->steps = ARRANGEMENT_STEPS;
    for (unsigned i = 0; i <= line->steps; i++)
        line->course[i] = at_share(part, (double)i / ARRANGEMENT_STEPS);
}

/* From one of the node's four sides back to it. */
static void run_loop(const struct arrangement *a, struct placed_line *line)
{
    static const struct point sides[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    static const double reach = 22;
    const struct placed_node *node = &a->nodes[line->from];
    struct point out = sides[(int)line->bend & 3];
    double depth = fabs(out.x) * node->width + fabs(out.y) * node->height;
    double half = (fabs(out.y) * node->width + fabs(out.x) * node->height) / 3;
    const double along[] = {depth, depth + reach, depth + reach, depth};
    const double across[] = {-half, -half - reach / 3, half + reach / 3, half};
    for (int i = 0; i < 4; i++)
        line->curve.p[i] = (struct point){node->at.x + out.x * along[i] - out.y * across[i],
                                          node->at.y + out.y * along[i] + out.x * across[i]};
    line->steps = ARRANGEMENT_STEPS;
    for (unsigned i = 0; i <= line->steps; i++)
        line->course[i] = cubic_at(&line->curve, (double)i / ARRANGEMENT_STEPS);
}

static void refresh_line(struct arrangement *a, struct placed_line *line, struct box *box)
{
    if (a->straight)
        run_chord(a, line);
    else if (line->from == line->to)
        run_loop(a, line);
    else
        run_curve(a, line);
    line->length = 0;
    box->low = box->high = line->course[0];
    for (unsigned i = 1; i <= line->steps; i++) {
        struct point p = line->course[i];
        line->length += length_between(line->course[i - 1], p);
        box->low.x = p.x < box->low.x ? p.x : box->low.x;
        box->low.y = p.y < box->low.y ? p.y : box->low.y;
        box->high.x = p.x > box->high.x ? p.x : box->high.x;
        box->high.y = p.y > box->high.y ? p.y : box->high.y;
    }
}

static struct box box_around(struct point at, double width, double height)
{
    return (struct box){{at.x - width, at.y - height}, {at.x + width, at.y + height}};
}

/* Beside its line, a label touches it with the corner that is nearest. */
static void refresh_label(const struct arrangement *a, struct placed_label *label)
{
    static const double gap = 2.5;
    const struct placed_line *line = &a->lines[label->line];
    double step = label->share * line->steps;
    unsigned i = step >= line->steps ? line->steps - 1 : (unsigned)step;
    struct point from = line->course[i], to = line->course[i + 1];
    double length = length_between(from, to);
    label->at = point_between(from, to, step - i);
    if (length == 0)
        return;
    double x = (from.y - to.y) / length, y = (to.x - from.x) / length;
    double away = label->side * (fabs(x) * label->width + fabs(y) * label->height + gap);
    label->at.x += x * away;
    label->at.y += y * away;
}

void arrangement_refresh(struct arrangement *a, uint32_t item)
{
    if (item < a->node_count) {
        const struct placed_node *node = &a->nodes[item];
        a->boxes[item] = box_around(node->at, node->width, node->height);
        return;
    }
    if (item < a->node_count + a->line_count) {
        refresh_line(a, &a->lines[item - a->node_count], &a->boxes[item]);
        return;
    }
    struct placed_label *label = &a->labels[item - a->node_count - a->line_count];
    refresh_label(a, label);
    a->boxes[item] = box_around(label->at, label->width, label->height);
}

void arrangement_refresh_all(struct arrangement *a)
{
    for (uint32_t i = 0; i < a->item_count; i++)
        arrangement_refresh(a, i);
}

enum status arrangement_layout(const struct arrangement *a, struct layout *layout)
{
    TRY(layout_init(layout, a->scene));
    for (size_t i = 0; i < a->node_count; i++)
        layout->nodes[i] = a->nodes[i].at;
    for (size_t i = 0; i < a->label_count; i++)
        layout->labels[a->labels[i].relation] = a->labels[i].at;
    for (uint32_t i = 0; i < a->line_count; i++) {
        if (layout_add_curve(layout, i, &a->lines[i].curve) == STATUS_OK)
            continue;
        layout_clear(layout);
        return STATUS_MEMORY;
    }
    layout_settle(layout, a->scene);
    return STATUS_OK;
}
