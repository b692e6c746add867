/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/layout_outline.h"

#include <stdlib.h>
#include <string.h>

#include "layout/head.h"
#include "layout/region.h"
#include "layout/region_caption.h"
#include "scene/metrics.h"

/* The bounding box of centred lines of text, as a browser computes it. */
static struct box block_box(const struct text_block *block, struct point centre)
{
    double lines = (double)(block->count - 1) * block->size * METRICS_LINE / 2;
    double base = centre.y + block->size * 0.35;
    return (struct box){
        {centre.x - block->width / 2, base - lines - block->size * OUTLINE_ASCENT},
        {centre.x + block->width / 2, base + lines + block->size * OUTLINE_DESCENT}};
}

static enum status add_node(struct outline *outline, const struct scene_node *n, struct point at)
{
    struct outline_node node = {
        .shape = box_empty(), .text = box_empty(), .round = n->shape == SHAPE_ELLIPSE};
    box_add_box(&node.shape, at, n->width, n->height);
    if (n->name.count > 0) {
        node.text = block_box(&n->name, at);
        TRY(outline_add_text(outline, &(struct outline_text){n->name.size, node.text}));
    }
    return outline_add_node(outline, &node);
}

/* FROM is where the line ends, TIP where its head does. */
static enum status add_head(struct outline *outline, enum style_head style, unsigned weight,
                            struct point from, struct point tip)
{
    const struct head_outline head = head_outline(style, weight);
    struct point points[sizeof head.points / sizeof *head.points];
    for (int i = 0; i < head.count; i++)
        points[i] = head_point(&head, i, from, tip);
    return head.count > 0 ? outline_add_head(outline, points, (size_t)head.count) : STATUS_OK;
}

/* The stroke of a line, and its heads. CURVES has room for its path. */
static enum status add_line(struct outline *outline, const struct scene *scene,
                            const struct layout *layout, uint32_t index, struct cubic *curves)
{
    const struct scene_line *line = &scene->lines[index];
    const struct layout_path *path = &layout->paths[index];
    unsigned weight = scene->ties[line->tie].weight;
    size_t first, last;
    memcpy(curves, layout->curves + path->first, path->count * sizeof *curves);
    const struct point start = curves[0].p[0], end = curves[path->count - 1].p[3];
    head_trim(curves, path->count, line->tail, line->head, weight, &first, &last);
    TRY(add_head(outline, line->tail, weight, curves[first].p[0], start));
    TRY(add_head(outline, line->head, weight, curves[last].p[3], end));
    return outline_add_line(outline, curves + first, last - first + 1);
}

static enum status add_relation(struct outline *outline, const struct scene *scene,
                                const struct layout *layout, size_t index, struct cubic *curves)
{
    const struct scene_tie *r = &scene->ties[index];
    TRY(outline_add_edge(outline));
    for (uint32_t i = 0; i < r->line_count; i++)
        TRY(add_line(outline, scene, layout, r->first_line + i, curves));
    if (r->label.count == 0)
        return STATUS_OK;
    struct box box = block_box(&r->label, layout->labels[index]);
    TRY(outline_add_text(outline, &(struct outline_text){r->label.size, box}));
    return outline_add_label(outline, &box);
}

static enum status add_bloc(struct outline *outline, const struct scene *scene,
                            const struct layout *layout, const struct regions *regions,
                            uint32_t index)
{
    const struct text_block *caption = &scene->blocs[index].caption;
    struct outline_bloc bloc = {regions->boxes[index], box_empty()};
    if (caption->count > 0) {
        bloc.caption = block_box(caption, region_caption_place(layout, scene, regions, index));
        TRY(outline_add_text(outline, &(struct outline_text){caption->size, bloc.caption}));
    }
    return outline_add_bloc(outline, &bloc);
}

/* Adds the blocs that are drawn; DRAWN has room for the number of each, or SCENE_NONE. */
static enum status add_blocs(struct outline *outline, const struct scene *scene,
                             const struct layout *layout, const struct regions *regions,
                             uint32_t *drawn)
{
    for (uint32_t i = 0; i < scene->bloc_count; i++) {
        drawn[i] = SCENE_NONE;
        if (!regions->clear[i])
            continue;
        drawn[i] = (uint32_t)outline->blocs.count;
        TRY(add_bloc(outline, scene, layout, regions, i));
    }
    return STATUS_OK;
}

static enum status add_nodes(struct outline *outline, const struct scene *scene,
                             const struct layout *layout, const uint32_t *drawn)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        TRY(add_node(outline, &scene->nodes[i], layout->nodes[i]));
        uint32_t bloc = scene->bloc_count > 0 ? scene->nodes[i].within : SCENE_NONE;
        for (; bloc != SCENE_NONE; bloc = scene->blocs[bloc].parent)
            if (drawn[bloc] != SCENE_NONE)
                TRY(outline_add_membership(outline, drawn[bloc]));
    }
    return STATUS_OK;
}

static enum status add_actors(struct outline *outline, const struct scene *scene,
                              const struct layout *layout)
{
    struct regions regions;
    TRY(regions_find(&regions, scene, layout->nodes));
    uint32_t *drawn = malloc((scene->bloc_count + 1) * sizeof *drawn);
    enum status status = drawn != NULL ? STATUS_OK : STATUS_MEMORY;
    if (status == STATUS_OK)
        status = add_blocs(outline, scene, layout, &regions, drawn);
    if (status == STATUS_OK)
        status = add_nodes(outline, scene, layout, drawn);
    free(drawn);
    regions_clear(&regions);
    return status;
}

static enum status add_all(struct outline *outline, const struct scene *scene,
                           const struct layout *layout, struct cubic *curves)
{
    outline->view = (struct box){{0, 0}, {layout->width, layout->height}};
    for (size_t i = 0; i < scene->tie_count; i++)
        TRY(add_relation(outline, scene, layout, i, curves));
    return add_actors(outline, scene, layout);
}

enum status layout_outline_fill(struct outline *outline, const struct scene *scene,
                                const struct layout *layout)
{
    size_t longest = 0;
    for (size_t i = 0; i < scene->line_count; i++)
        if (layout->paths[i].count > longest)
            longest = layout->paths[i].count;
    struct cubic *curves = malloc((longest + 1) * sizeof *curves);
    if (curves == NULL)
        return STATUS_MEMORY;
    enum status status = add_all(outline, scene, layout, curves);
    free(curves);
    return status;
}
