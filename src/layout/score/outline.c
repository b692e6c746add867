/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/outline.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "layout/score/sampling.h"

void outline_init(struct outline *outline)
{
    *outline = (struct outline){.view = {{0, 0}, {0, 0}}, .legend = box_empty()};
}

void outline_clear(struct outline *outline)
{
    free(outline->blocs.items);
    free(outline->memberships.items);
    free(outline->nodes.items);
    free(outline->edges.items);
    free(outline->lines.items);
    free(outline->points.items);
    free(outline->labels.items);
    free(outline->heads.items);
    free(outline->texts.items);
    outline_init(outline);
}

enum status outline_add_node(struct outline *outline, const struct outline_node *node)
{
    ARRAY_RESERVE(&outline->nodes, 1);
    outline->nodes.items[outline->nodes.count++] = *node;
    return STATUS_OK;
}

enum status outline_add_bloc(struct outline *outline, const struct outline_bloc *bloc)
{
    ARRAY_RESERVE(&outline->blocs, 1);
    outline->blocs.items[outline->blocs.count++] = *bloc;
    return STATUS_OK;
}

enum status outline_add_membership(struct outline *outline, uint32_t bloc)
{
    ARRAY_RESERVE(&outline->memberships, 1);
    assert(outline->nodes.count > 0 && bloc < outline->blocs.count);
    outline->memberships.items[outline->memberships.count++] =
        (struct outline_membership){bloc, (uint32_t)outline->nodes.count - 1};
    return STATUS_OK;
}

enum status outline_add_edge(struct outline *outline)
{
    ARRAY_RESERVE(&outline->edges, 1);
    outline->edges.items[outline->edges.count++] =
        (struct outline_edge){.first_line = (uint32_t)outline->lines.count,
                              .first_label = (uint32_t)outline->labels.count};
    return STATUS_OK;
}

enum status outline_add_label(struct outline *outline, const struct box *box)
{
    ARRAY_RESERVE(&outline->labels, 1);
    assert(outline->edges.count > 0);
    uint32_t edge = (uint32_t)outline->edges.count - 1;
    outline->labels.items[outline->labels.count++] = (struct outline_label){edge, *box};
    outline->edges.items[edge].label_count++;
    return STATUS_OK;
}

enum status outline_add_head(struct outline *outline, const struct point *points, size_t count)
{
    ARRAY_RESERVE(&outline->heads, 1);
    assert(outline->edges.count > 0 && count <= OUTLINE_HEAD_POINTS);
    struct outline_head *head = &outline->heads.items[outline->heads.count++];
    *head = (struct outline_head){.edge = (uint32_t)outline->edges.count - 1,
                                  .count = (uint32_t)count};
    memcpy(head->points, points, count * sizeof *points);
    return STATUS_OK;
}

enum status outline_add_text(struct outline *outline, const struct outline_text *text)
{
    ARRAY_RESERVE(&outline->texts, 1);
    outline->texts.items[outline->texts.count++] = *text;
    return STATUS_OK;
}

static struct box bounds(const struct point *points, size_t count)
{
    struct box box = {points[0], points[0]};
    for (size_t i = 1; i < count; i++)
        box_add_point(&box, points[i]);
    return box;
}

enum status outline_add_line(struct outline *outline, const struct cubic *curves, size_t count)
{
    assert(outline->edges.count > 0 && count > 0);
    double length = sampling_length(curves, count);
    double wanted = fmax(2, fmin(OUTLINE_MAX_STEPS, ceil(length / OUTLINE_STEP)));
    size_t steps = (size_t)wanted;
    ARRAY_RESERVE(&outline->points, steps + 1);
    ARRAY_RESERVE(&outline->lines, 1);
    struct point *points = outline->points.items + outline->points.count;
    sampling_points(points, steps, length, curves, count);
    uint32_t edge = (uint32_t)outline->edges.count - 1;
    outline->lines.items[outline->lines.count++] =
        (struct outline_line){.edge = edge,
                              .first = (uint32_t)outline->points.count,
                              .count = (uint32_t)steps + 1,
                              .bounds = bounds(points, steps + 1),
                              .length = length};
    outline->edges.items[edge].line_count++;
    outline->points.count += steps + 1;
    return STATUS_OK;
}

const struct point *outline_points(const struct outline *outline, const struct outline_line *line)
{
    return outline->points.items + line->first;
}
