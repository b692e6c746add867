/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/crossings.h"

#include <math.h>
#include <stdlib.h>

#include "layout/intersection.h"

/* In px, see score.h. */
static const double near_end = 18, least_overlaid = 12, touching = 0.75, least_parallel = 50,
                    near = 7;

/* One of the two lines is shifted by this much, so that crossings exactly on a sample are found.
 */
static const struct point nudge = {0.0031, 0.0017};

/* The node nearest to POINT. */
static uint32_t nearest(const struct outline *outline, struct point point)
{
    uint32_t best = UINT32_MAX;
    double least = HUGE_VAL;
    for (size_t i = 0; i < outline->nodes.count; i++) {
        double here = point_box_square(point, &outline->nodes.items[i].shape);
        if (here < least) {
            least = here;
            best = (uint32_t)i;
        }
    }
    return best;
}

static void find_ends(struct crossings *crossings)
{
    for (size_t i = 0; i < crossings->outline->lines.count; i++) {
        const struct outline_line *line = &crossings->outline->lines.items[i];
        const struct point *points = outline_points(crossings->outline, line);
        crossings->ends[2 * i] = nearest(crossings->outline, points[0]);
        crossings->ends[2 * i + 1] = nearest(crossings->outline, points[line->count - 1]);
    }
}

static bool ends_at(const struct crossings *crossings, const struct outline_edge *edge,
                    uint32_t node)
{
    for (uint32_t i = 2 * edge->first_line; i < 2 * (edge->first_line + edge->line_count); i++)
        if (crossings->ends[i] == node)
            return true;
    return false;
}

static bool have_common_end(const struct crossings *crossings, const struct outline_edge *a,
                            const struct outline_edge *b)
{
    for (uint32_t i = 2 * a->first_line; i < 2 * (a->first_line + a->line_count); i++)
        if (ends_at(crossings, b, crossings->ends[i]))
            return true;
    return false;
}

static bool is_near_end(const struct outline *outline, const struct outline_edge *edge,
                        struct point point)
{
    for (uint32_t i = 0; i < edge->line_count; i++) {
        const struct outline_line *line = &outline->lines.items[edge->first_line + i];
        const struct point *points = outline_points(outline, line);
        for (int last = 0; last <= 1; last++) {
            struct point end = points[last == 1 ? line->count - 1 : 0];
            if (fabs(point.x - end.x) < near_end && fabs(point.y - end.y) < near_end)
                return true;
        }
    }
    return false;
}

/* Whether edges A and B may meet at POINT, which is on A. */
static bool may_meet(const struct crossings *crossings, uint32_t a, uint32_t b,
                     struct point point)
{
    const struct outline_edge *edges = crossings->outline->edges.items;
    return is_near_end(crossings->outline, &edges[a], point) &&
           have_common_end(crossings, &edges[a], &edges[b]);
}

static struct box segment_box(const struct point *s, double margin)
{
    return (struct box){{fmin(s[0].x, s[1].x) - margin, fmin(s[0].y, s[1].y) - margin},
                        {fmax(s[0].x, s[1].x) + margin, fmax(s[0].y, s[1].y) + margin}};
}

static enum status put_line(struct crossings *crossings, uint32_t line)
{
    const struct outline_line *l = &crossings->outline->lines.items[line];
    for (uint32_t i = l->first; i + 1 < l->first + l->count; i++) {
        struct box box = segment_box(crossings->outline->points.items + i, touching + 0.05);
        TRY(grid_put(&crossings->grid, &box, i, line));
    }
    return STATUS_OK;
}

static struct point nudged(struct point p)
{
    return (struct point){p.x + nudge.x, p.y + nudge.y};
}

/* Counts the earlier edges that the segment at point AT of LINE crosses. */
static void cross_segment(struct crossings *crossings, const struct outline_line *line,
                          uint32_t at)
{
    const struct outline *outline = crossings->outline;
    const struct point *s = outline->points.items + at;
    const struct grid_entry *entry;
    struct box box = segment_box(s, 0);
    struct grid_walk walk = grid_walk(&crossings->grid, &box);
    while ((entry = grid_next(&walk)) != NULL) {
        const struct outline_line *other = &outline->lines.items[entry->owner];
        const struct point *t = outline->points.items + entry->item;
        if (crossings->last_crossed[other->edge] == line->edge + 1 ||
            !segments_cross(s[0], s[1], nudged(t[0]), nudged(t[1])) ||
            !box_overlaps(&line->bounds, &other->bounds, 0) ||
            may_meet(crossings, line->edge, other->edge, s[0]))
            continue;
        crossings->last_crossed[other->edge] = line->edge + 1;
        crossings->crossed++;
    }
}

/* Extends the run of LINE along another line to sample AT. */
static void extend_run(const struct crossings *crossings, struct crossings_company *company,
                       const struct outline_line *line, uint32_t at, uint32_t other)
{
    const struct point *p = crossings->outline->points.items + at;
    struct crossings_run *run = &company->runs[other];
    uint32_t edge = crossings->outline->lines.items[other].edge;
    bool extends = at > line->first && run->sample == at - 1;
    run->length = extends ? run->length + point_distance(p[-1], p[0]) : 0;
    run->sample = at;
    if (run->length >= company->least && company->last[edge] != line->edge + 1) {
        company->last[edge] = line->edge + 1;
        company->count++;
    }
}

static bool is_within(struct point p, const struct point *s, double reach)
{
    return point_segment_square(p, s[0], s[1]) < reach * reach;
}

/* Counts the earlier edges that have run along LINE up to sample AT. */
static void take_sample(const struct crossings *crossings, struct crossings_company *company,
                        const struct outline_line *line, uint32_t at)
{
    const struct point p = crossings->outline->points.items[at];
    const struct box box = box_around(p, 2 * company->reach, 2 * company->reach);
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&crossings->grid, &box);
    while ((entry = grid_next(&walk)) != NULL) {
        uint32_t other = entry->owner;
        if (company->runs[other].sample != at &&
            is_within(p, crossings->outline->points.items + entry->item, company->reach) &&
            !may_meet(crossings, line->edge, crossings->outline->lines.items[other].edge, p))
            extend_run(crossings, company, line, at, other);
    }
}

static void compare_line(struct crossings *crossings, const struct outline_line *line)
{
    for (uint32_t i = 0; i < line->count; i++) {
        take_sample(crossings, &crossings->overlaid, line, line->first + i);
        take_sample(crossings, &crossings->parallel, line, line->first + i);
        if (i + 1 < line->count)
            cross_segment(crossings, line, line->first + i);
    }
}

/* Compares each edge with those before it, which are in the grid. */
static enum status compare_edges(struct crossings *crossings)
{
    for (size_t i = 0; i < crossings->outline->edges.count; i++) {
        const struct outline_edge *edge = &crossings->outline->edges.items[i];
        for (uint32_t j = 0; j < edge->line_count; j++)
            compare_line(crossings, &crossings->outline->lines.items[edge->first_line + j]);
        for (uint32_t j = 0; j < edge->line_count; j++)
            TRY(put_line(crossings, edge->first_line + j));
    }
    return STATUS_OK;
}

/* Whether EDGE may run through the box of OWNER, a node or the edge of a label. */
typedef bool exemption(const struct crossings *crossings, uint32_t edge, uint32_t owner);

static bool ends_there(const struct crossings *crossings, uint32_t edge, uint32_t node)
{
    return ends_at(crossings, &crossings->outline->edges.items[edge], node);
}

static bool is_same(const struct crossings *crossings, uint32_t edge, uint32_t other)
{
    (void)crossings;
    return edge == other;
}

static unsigned count_through(struct crossings *crossings, const struct box *box,
                              exemption *is_exempt, uint32_t owner)
{
    const struct outline *outline = crossings->outline;
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&crossings->grid, box);
    unsigned count = 0;
    crossings->query++;
    while ((entry = grid_next(&walk)) != NULL) {
        const struct outline_line *line = &outline->lines.items[entry->owner];
        if (crossings->last_met[line->edge] == crossings->query ||
            !box_overlaps(&line->bounds, box, 0) ||
            !segment_meets_box(outline->points.items + entry->item, box) ||
            is_exempt(crossings, line->edge, owner))
            continue;
        crossings->last_met[line->edge] = crossings->query;
        count++;
    }
    return count;
}

unsigned crossings_through_node(struct crossings *crossings, const struct box *box, uint32_t node)
{
    return count_through(crossings, box, ends_there, node);
}

unsigned crossings_through_label(struct crossings *crossings, const struct box *box,
                                 uint32_t edge)
{
    return count_through(crossings, box, is_same, edge);
}

double crossings_distance(const struct crossings *crossings, const struct box *box, uint32_t edge,
                          double reach)
{
    const struct outline *outline = crossings->outline;
    const struct box around = {{box->low.x - reach, box->low.y - reach},
                               {box->high.x + reach, box->high.y + reach}};
    const struct grid_entry *entry;
    struct grid_walk walk = grid_walk(&crossings->grid, &around);
    double least = reach * reach;
    while ((entry = grid_next(&walk)) != NULL)
        for (uint32_t i = 0; i < 2 && outline->lines.items[entry->owner].edge != edge; i++)
            least = fmin(least, point_box_square(outline->points.items[entry->item + i], box));
    return sqrt(least);
}

static struct box bounding_box(const struct outline *outline)
{
    struct box box = outline->lines.count > 0 ? box_empty() : outline->view;
    for (size_t i = 0; i < outline->lines.count; i++) {
        box_add_point(&box, outline->lines.items[i].bounds.low);
        box_add_point(&box, outline->lines.items[i].bounds.high);
    }
    return box;
}

static enum status company_init(struct crossings_company *company, double reach, double least,
                                size_t lines, size_t edges)
{
    *company = (struct crossings_company){.reach = reach,
                                          .least = least,
                                          .runs = calloc(lines + 1, sizeof *company->runs),
                                          .last = calloc(edges + 1, sizeof *company->last)};
    for (size_t i = 0; company->runs != NULL && i < lines; i++)
        company->runs[i].sample = UINT32_MAX;
    return company->runs != NULL && company->last != NULL ? STATUS_OK : STATUS_MEMORY;
}

static void company_clear(struct crossings_company *company)
{
    free(company->runs);
    free(company->last);
}

static enum status reserve(struct crossings *crossings, size_t lines, size_t edges)
{
    TRY(company_init(&crossings->overlaid, touching, least_overlaid, lines, edges));
    TRY(company_init(&crossings->parallel, near, least_parallel, lines, edges));
    crossings->ends = calloc(2 * lines + 1, sizeof *crossings->ends);
    crossings->last_crossed = calloc(edges + 1, sizeof *crossings->last_crossed);
    crossings->last_met = calloc(edges + 1, sizeof *crossings->last_met);
    return crossings->ends != NULL && crossings->last_crossed != NULL &&
                   crossings->last_met != NULL
               ? STATUS_OK
               : STATUS_MEMORY;
}

enum status crossings_init(struct crossings *crossings, const struct outline *outline)
{
    const struct box box = bounding_box(outline);
    *crossings = (struct crossings){.outline = outline};
    enum status status = reserve(crossings, outline->lines.count, outline->edges.count);
    if (status == STATUS_OK)
        status = grid_init(&crossings->grid, &box, outline->points.count);
    if (status == STATUS_OK) {
        find_ends(crossings);
        status = compare_edges(crossings);
    }
    if (status != STATUS_OK)
        crossings_clear(crossings);
    return status;
}

void crossings_clear(struct crossings *crossings)
{
    grid_clear(&crossings->grid);
    free(crossings->ends);
    company_clear(&crossings->overlaid);
    company_clear(&crossings->parallel);
    free(crossings->last_crossed);
    free(crossings->last_met);
    *crossings = (struct crossings){.outline = NULL};
}
