/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/layout.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory/array.h"
#include "layout/region.h"

enum status layout_init(struct layout *layout, const struct scene *scene)
{
    *layout = (struct layout){.node_count = scene->node_count,
                              .line_count = scene->line_count,
                              .relation_count = scene->tie_count};
    layout->nodes = calloc(scene->node_count + 1, sizeof *layout->nodes);
    layout->paths = calloc(scene->line_count + 1, sizeof *layout->paths);
    layout->labels = calloc(scene->tie_count + 1, sizeof *layout->labels);
    if (layout->nodes != NULL && layout->paths != NULL && layout->labels != NULL)
        return STATUS_OK;
    layout_clear(layout);
    return STATUS_MEMORY;
}

void layout_clear(struct layout *layout)
{
    free(layout->nodes);
    free(layout->paths);
    free(layout->labels);
    free(layout->curves);
    *layout = (struct layout){.width = 0};
}

enum status layout_add_curve(struct layout *layout, uint32_t line, const struct cubic *curve)
{
    struct cubic *curves = array_reserve(layout->curves, layout->curve_count, 1,
                                         &layout->curve_capacity, sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    layout->curves = curves;
    assert(line < layout->line_count);
    struct layout_path *path = &layout->paths[line];
    assert(path->count == 0 || path->first + path->count == layout->curve_count);
    if (path->count == 0)
        path->first = (uint32_t)layout->curve_count;
    path->count++;
    curves[layout->curve_count++] = *curve;
    return STATUS_OK;
}

struct point layout_middle(const struct layout *layout, uint32_t line)
{
    const struct layout_path *path = &layout->paths[line];
    return cubic_at(&layout->curves[path->first + path->count / 2], 0.5);
}

struct box layout_box_of_node(const struct layout *layout, const struct scene *scene, size_t node)
{
    return box_around(layout->nodes[node], scene->nodes[node].width, scene->nodes[node].height);
}

struct box layout_box_of_label(const struct layout *layout, const struct scene *scene, size_t tie)
{
    const struct text_block *label = &scene->ties[tie].label;
    return box_around(layout->labels[tie], label->width, label->height);
}

static enum status add_regions(struct box *box, const struct layout *layout,
                               const struct scene *scene)
{
    struct regions regions;
    TRY(regions_find(&regions, scene, layout->nodes));
    for (size_t i = 0; i < scene->bloc_count; i++) {
        if (!regions.clear[i])
            continue;
        box_add_point(box, regions.boxes[i].low);
        box_add_point(box, regions.boxes[i].high);
    }
    regions_clear(&regions);
    return STATUS_OK;
}

enum status layout_box(const struct layout *layout, const struct scene *scene, struct box *box)
{
    *box = box_empty();
    for (size_t i = 0; i < layout->node_count; i++)
        box_add_box(box, layout->nodes[i], scene->nodes[i].width, scene->nodes[i].height);
    for (size_t i = 0; i < layout->relation_count; i++)
        if (scene->ties[i].label.count > 0)
            box_add_box(box, layout->labels[i], scene->ties[i].label.width,
                        scene->ties[i].label.height);
    for (size_t i = 0; i < layout->curve_count; i++)
        for (int step = 0; step <= 16; step++)
            box_add_point(box, cubic_at(&layout->curves[i], step / 16.0));
    return add_regions(box, layout, scene);
}

static void shift(struct point *points, size_t count, double x, double y)
{
    for (size_t i = 0; i < count; i++) {
        points[i].x += x;
        points[i].y += y;
    }
}

enum status layout_normalize(struct layout *layout, const struct scene *scene)
{
    struct box box;
    TRY(layout_box(layout, scene, &box));
    double x = LAYOUT_MARGIN - box.low.x, y = LAYOUT_MARGIN - box.low.y;
    shift(layout->nodes, layout->node_count, x, y);
    shift(layout->labels, layout->relation_count, x, y);
    for (size_t i = 0; i < layout->curve_count; i++)
        shift(layout->curves[i].p, 4, x, y);
    layout->width = box.high.x - box.low.x + 2 * LAYOUT_MARGIN;
    layout->height = box.high.y - box.low.y + 2 * LAYOUT_MARGIN;
    return STATUS_OK;
}
