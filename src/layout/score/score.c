/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/score.h"

#include <math.h>

#include "layout/intersection.h"
#include "layout/score/crossings.h"
#include "layout/score/head_cover.h"
#include "layout/score/layout_outline.h"

/* In px, see score.h. */
static const double far = 14, least_visible = 12, beside = 2, clearly = 3, most_covered = 0.5,
                    cut = 0.2, most_legend = 0.1;
static const double page_width = 170 / 25.4 * 72, page_height = 240 / 25.4 * 72;

static struct box shrunken(const struct box *box, double x, double y)
{
    return (struct box){{box->low.x + x, box->low.y + y}, {box->high.x - x, box->high.y - y}};
}

static bool protrudes(const struct box *box, const struct box *frame, double slack)
{
    return box->low.x < frame->low.x - slack || box->low.y < frame->low.y - slack ||
           box->high.x > frame->high.x + slack || box->high.y > frame->high.y + slack;
}

static void measure_nodes(const struct outline *outline, struct crossings *crossings,
                          struct score *score)
{
    for (size_t i = 0; i < outline->nodes.count; i++) {
        const struct outline_node *node = &outline->nodes.items[i];
        const struct box *shape = &node->shape;
        double x = node->round ? (shape->high.x - shape->low.x) * 0.15 : 2;
        double y = node->round ? (shape->high.y - shape->low.y) * 0.15 : 2;
        struct box core = shrunken(shape, x, y);
        score->edge_node += crossings_through_node(crossings, &core, (uint32_t)i);
        for (size_t j = 0; j < i; j++)
            score->node_node += box_overlaps(shape, &outline->nodes.items[j].shape, 1);
        score->overflow += protrudes(&node->text, shape, 1);
    }
}

static bool is_inside(struct point p, const struct box *box)
{
    return box->low.x < p.x && p.x < box->high.x && box->low.y < p.y && p.y < box->high.y;
}

/* The share of a line that a label covers. */
static double covered_share(const struct box *label, const struct point *points, size_t count)
{
    double covered = 0, length = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        const double step = point_distance(points[i], points[i + 1]);
        covered += step * segment_share_in_box(points[i], points[i + 1], label);
        length += step;
    }
    return length > 0 ? covered / length : 0;
}

/* Whether a label covers an end of its own line, or nearly all of it. */
static bool hides(const struct box *label, const struct point *points, size_t count)
{
    double visible = 0;
    bool met = false;
    for (size_t i = 0; i + 1 < count; i++) {
        met |= segment_meets_box(points + i, label);
        if (!is_inside(points[i], label) || !is_inside(points[i + 1], label))
            visible += point_distance(points[i], points[i + 1]);
    }
    return met && (visible < least_visible || is_inside(points[0], label) ||
                   is_inside(points[count - 1], label));
}

/* Whether a label at a distance from its own line may be taken for another edge's. */
static bool is_ambiguous(const struct crossings *crossings, const struct outline_label *label,
                         double distance)
{
    return distance > beside && distance <= far &&
           crossings_distance(crossings, &label->box, label->edge, distance + clearly) <
               distance + clearly;
}

static void measure_own_lines(const struct outline *outline, const struct crossings *crossings,
                              const struct outline_label *label, struct score *score)
{
    const struct outline_edge *edge = &outline->edges.items[label->edge];
    bool hidden = false;
    double least = HUGE_VAL, share = 0;
    for (uint32_t i = 0; i < edge->line_count; i++) {
        const struct outline_line *line = &outline->lines.items[edge->first_line + i];
        const struct point *points = outline_points(outline, line);
        if (box_overlaps(&line->bounds, &label->box, 0)) {
            hidden |= hides(&label->box, points, line->count);
            share = fmax(share, covered_share(&label->box, points, line->count));
        }
        for (uint32_t j = 0; j < line->count; j++)
            least = fmin(least, point_box_square(points[j], &label->box));
    }
    score->label_hides += hidden;
    score->label_share += share > most_covered;
    score->label_far += edge->line_count > 0 && least > far * far;
    score->label_ambiguous += edge->line_count > 0 && is_ambiguous(crossings, label, sqrt(least));
}

static void measure_labels(const struct outline *outline, struct crossings *crossings,
                           struct score *score)
{
    for (size_t i = 0; i < outline->labels.count; i++) {
        const struct outline_label *label = &outline->labels.items[i];
        struct box core = shrunken(&label->box, 1, 2);
        score->label_edge += crossings_through_label(crossings, &core, label->edge);
        for (size_t j = 0; j < outline->nodes.count; j++)
            score->label_node += box_overlaps(&label->box, &outline->nodes.items[j].shape, 0.5);
        for (size_t j = 0; j < i; j++)
            score->label_label += box_overlaps(&label->box, &outline->labels.items[j].box, 0.5);
        measure_own_lines(outline, crossings, label, score);
    }
}

static bool is_member(const struct outline *outline, uint32_t bloc, uint32_t node)
{
    for (size_t i = 0; i < outline->memberships.count; i++)
        if (outline->memberships.items[i].bloc == bloc &&
            outline->memberships.items[i].node == node)
            return true;
    return false;
}

/* Whether a line runs through a region that none of its ends is in. */
static bool runs_through(const struct point *points, size_t count, const struct box *region)
{
    bool met = false;
    for (size_t i = 0; i + 1 < count && !met; i++)
        met = segment_meets_box(points + i, region);
    return met && !is_inside(points[0], region) && !is_inside(points[count - 1], region);
}

static bool edge_runs_through(const struct outline *outline, const struct outline_edge *edge,
                              const struct box *region)
{
    for (uint32_t i = 0; i < edge->line_count; i++) {
        const struct outline_line *line = &outline->lines.items[edge->first_line + i];
        if (box_overlaps(&line->bounds, region, 0) &&
            runs_through(outline_points(outline, line), line->count, region))
            return true;
    }
    return false;
}

/* A caption is a label that belongs to no edge. */
static void measure_caption(const struct outline *outline, struct crossings *crossings,
                            const struct box *caption, struct score *score)
{
    const struct box core = shrunken(caption, 1, 2);
    if (caption->low.x > caption->high.x)
        return;
    score->label_edge += crossings_through_label(crossings, &core, UINT32_MAX);
    for (size_t i = 0; i < outline->nodes.count; i++)
        score->label_node += box_overlaps(caption, &outline->nodes.items[i].shape, 0.5);
    for (size_t i = 0; i < outline->labels.count; i++)
        score->label_label += box_overlaps(caption, &outline->labels.items[i].box, 0.5);
}

static void measure_blocs(const struct outline *outline, struct crossings *crossings,
                          struct score *score)
{
    for (uint32_t i = 0; i < outline->blocs.count; i++) {
        const struct box *region = &outline->blocs.items[i].box;
        measure_caption(outline, crossings, &outline->blocs.items[i].caption, score);
        for (uint32_t j = 0; j < outline->nodes.count; j++)
            score->bloc_node += box_overlaps(region, &outline->nodes.items[j].shape, 0.5) &&
                                !is_member(outline, i, j);
        for (size_t j = 0; j < outline->edges.count; j++)
            score->bloc_edge += edge_runs_through(outline, &outline->edges.items[j], region);
    }
}

static void measure_heads(const struct outline *outline, struct score *score)
{
    for (size_t i = 0; i < outline->heads.count; i++) {
        const double share = head_cover(outline, &outline->heads.items[i]);
        score->head_hidden += share > most_covered;
        score->head_cut += share > cut && share <= most_covered;
    }
}

/* Whether more than a little of one of two heads is within the other. */
static bool heads_overlap(const struct outline_head *a, const struct outline_head *b)
{
    return head_cover_of_heads(a, &b, 1) > cut || head_cover_of_heads(b, &a, 1) > cut;
}

static void measure_head_pairs(const struct outline *outline, struct score *score)
{
    for (size_t i = 0; i < outline->heads.count; i++) {
        const struct outline_head *head = &outline->heads.items[i];
        for (size_t j = 0; j < i; j++)
            score->head_head += heads_overlap(head, &outline->heads.items[j]);
        for (size_t j = 0; j < outline->labels.count; j++)
            score->head_head += outline->labels.items[j].edge != head->edge &&
                                head_cover_of_box(head, &outline->labels.items[j].box) > cut;
    }
}

static void measure_view(const struct outline *outline, struct score *score)
{
    double width = outline->view.high.x - outline->view.low.x;
    double height = outline->view.high.y - outline->view.low.y, smallest = HUGE_VAL;
    for (size_t i = 0; i < outline->nodes.count; i++)
        score->outside += protrudes(&outline->nodes.items[i].shape, &outline->view, 0.5);
    for (size_t i = 0; i < outline->labels.count; i++)
        score->outside += protrudes(&outline->labels.items[i].box, &outline->view, 0.5);
    for (size_t i = 0; i < outline->texts.count; i++) {
        score->outside += protrudes(&outline->texts.items[i].box, &outline->view, 0.5);
        smallest = fmin(smallest, outline->texts.items[i].size);
    }
    if (!(width > 0) || !(height > 0))
        return;
    score->legend_share = outline->legend.high.y - outline->legend.low.y > most_legend * height;
    score->aspect = width / height;
    if (outline->texts.count > 0)
        score->smallest = smallest * fmin(page_width / width, page_height / height);
}

static void measure_lines(const struct outline *outline, struct score *score)
{
    for (size_t i = 0; i < outline->lines.count; i++) {
        const struct outline_line *line = &outline->lines.items[i];
        const struct point *points = outline_points(outline, line);
        score->length += line->length;
        score->bend += fmax(0, line->length - point_distance(points[0], points[line->count - 1]));
    }
}

static void count(const struct outline *outline, struct score *score)
{
    score->nodes = (unsigned)outline->nodes.count;
    score->edges = (unsigned)outline->edges.count;
    for (size_t i = 0; i < outline->edges.count; i++)
        score->labels += outline->edges.items[i].label_count > 0;
}

enum status score_outline(const struct outline *outline, struct score *score)
{
    struct crossings crossings;
    TRY(crossings_init(&crossings, outline));
    *score = (struct score){.crossings = crossings.crossed,
                            .overlaid = crossings.overlaid.count,
                            .parallel = crossings.parallel.count};
    measure_nodes(outline, &crossings, score);
    measure_labels(outline, &crossings, score);
    measure_blocs(outline, &crossings, score);
    measure_heads(outline, score);
    measure_head_pairs(outline, score);
    measure_view(outline, score);
    measure_lines(outline, score);
    count(outline, score);
    crossings_clear(&crossings);
    return STATUS_OK;
}

enum status score_layout(const struct scene *scene, const struct layout *layout,
                         struct score *score)
{
    struct outline outline;
    outline_init(&outline);
    enum status status = layout_outline_fill(&outline, scene, layout);
    if (status == STATUS_OK)
        status = score_outline(&outline, score);
    outline_clear(&outline);
    return status;
}

unsigned score_obstructions(const struct score *score)
{
    return score->node_node + score->label_node + score->label_label + score->label_edge +
           score->edge_node + score->overlaid + score->label_far + score->label_hides +
           score->head_hidden + score->overflow + score->outside + score->bloc_node;
}

unsigned score_collisions(const struct score *score)
{
    return score_obstructions(score) + score->label_ambiguous + score->head_cut +
           score->head_head;
}
