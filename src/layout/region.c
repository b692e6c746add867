/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/region.h"

#include <stdlib.h>

#include "layout/intersection.h"
#include "layout/score/grid.h"
#include "scene/bloc_group.h"

/* Between a caption and what is below it, in points, at a scale of 1. */
static const double caption_gap = 3;

/* The height of the room for the caption of BLOC. */
static double strip_of(const struct scene *scene, uint32_t bloc)
{
    const struct text_block *caption = &scene->blocs[bloc].caption;
    return caption->count > 0 ? caption->height + caption_gap * scene->scale : 0;
}

static void add_box(struct box *box, const struct box *other)
{
    box_add_point(box, other->low);
    box_add_point(box, other->high);
}

/* Makes BOX at least WIDTH wide. */
static void widen(struct box *box, double width)
{
    const double missing = width - (box->high.x - box->low.x);
    if (missing > 0) {
        box->low.x -= missing / 2;
        box->high.x += missing / 2;
    }
}

/* The region of BLOC, GROWTH times as large, around INNER, which has everything in it. */
static struct box with_room(const struct box *inner, const struct scene *scene, uint32_t bloc,
                            double growth)
{
    const struct text_block *caption = &scene->blocs[bloc].caption;
    const double room = REGION_ROOM * scene->scale * growth;
    struct box box = *inner;
    widen(&box, caption->count > 0 ? caption->width * growth : 0);
    return (struct box){{box.low.x - room, box.low.y - room - strip_of(scene, bloc) * growth},
                        {box.high.x + room, box.high.y + room}};
}

/* Regions within this one come after it in the list. */
struct box region_box(const struct scene *scene, const struct point *positions, double growth,
                      uint32_t bloc)
{
    const struct scene_bloc *b = &scene->blocs[bloc];
    struct box box = box_empty();
    for (size_t i = 0; i < b->node_count; i++) {
        const struct scene_node *node = &scene->nodes[b->nodes[i]];
        if (node->within == bloc)
            box_add_box(&box, positions[b->nodes[i]], node->width * growth,
                        node->height * growth);
    }
    for (uint32_t i = bloc + 1; i < scene->bloc_count; i++)
        if (scene->blocs[i].parent == bloc) {
            const struct box inner = region_box(scene, positions, growth, i);
            add_box(&box, &inner);
        }
    return with_room(&box, scene, bloc, growth);
}

struct region_inset region_inset(const struct scene *scene, uint32_t node)
{
    struct region_inset inset = {0, 0};
    if (scene->bloc_count == 0)
        return inset;
    for (uint32_t b = scene->nodes[node].within; b != SCENE_NONE; b = scene->blocs[b].parent) {
        inset.others += REGION_ROOM * scene->scale;
        inset.top += REGION_ROOM * scene->scale + strip_of(scene, b);
    }
    return inset;
}

/* --- all regions */

static bool overlap(const struct box *a, const struct box *b)
{
    return box_separation(a, b) < 0;
}

/* The boxes of all blocs, the inner ones before those around them. */
static void find_boxes(const struct regions *regions, const struct scene *scene,
                       const struct point *positions)
{
    for (uint32_t b = 0; b < scene->bloc_count; b++)
        regions->boxes[b] = box_empty();
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct scene_node *node = &scene->nodes[i];
        if (node->within != SCENE_NONE)
            box_add_box(&regions->boxes[node->within], positions[i], node->width, node->height);
    }
    for (uint32_t b = (uint32_t)scene->bloc_count; b-- > 0;) {
        struct box *box = &regions->boxes[b];
        const uint32_t parent = scene->blocs[b].parent;
        *box = with_room(box, scene, b, 1);
        if (parent != SCENE_NONE)
            add_box(&regions->boxes[parent], box);
    }
}

/* Whether a node is in the region of BLOC without belonging to it. */
static bool has_strange_node(const struct regions *regions, const struct scene *scene,
                             const struct point *positions, uint32_t bloc,
                             const struct grid *nodes)
{
    const struct box *region = &regions->boxes[bloc];
    struct grid_walk walk = grid_walk(nodes, region);
    for (const struct grid_entry *entry; (entry = grid_next(&walk)) != NULL;) {
        const uint32_t node = entry->item;
        const struct box box =
            box_around(positions[node], scene->nodes[node].width, scene->nodes[node].height);
        if (overlap(&box, region) && !bloc_group_has(scene, bloc, node))
            return true;
    }
    return false;
}

/* Whether the region of BLOC overlaps one of EARLIER that is not around it. */
static bool meets_earlier(const struct regions *regions, const struct scene *scene, uint32_t bloc,
                          const struct grid *earlier)
{
    struct grid_walk walk = grid_walk(earlier, &regions->boxes[bloc]);
    for (const struct grid_entry *entry; (entry = grid_next(&walk)) != NULL;)
        if (overlap(&regions->boxes[entry->item], &regions->boxes[bloc]) &&
            !bloc_group_is_within(scene, bloc, entry->item))
            return true;
    return false;
}

static enum status find_clear(const struct regions *regions, const struct scene *scene,
                              const struct point *positions, const struct grid *nodes,
                              struct grid *earlier)
{
    for (uint32_t b = 0; b < scene->bloc_count; b++) {
        regions->clear[b] = false;
        if (has_strange_node(regions, scene, positions, b, nodes))
            continue;
        regions->clear[b] = !meets_earlier(regions, scene, b, earlier);
        TRY(grid_put(earlier, &regions->boxes[b], b, b));
    }
    return STATUS_OK;
}

static enum status put_nodes(struct grid *grid, const struct scene *scene,
                             const struct point *positions)
{
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box =
            box_around(positions[i], scene->nodes[i].width, scene->nodes[i].height);
        TRY(grid_put(grid, &box, i, i));
    }
    return STATUS_OK;
}

/* Finds which regions are clear, with grids over the box of ALL nodes. */
static enum status fill(const struct regions *regions, const struct scene *scene,
                        const struct point *positions, const struct box *all)
{
    struct grid nodes, earlier;
    find_boxes(regions, scene, positions);
    TRY(grid_init(&nodes, all, scene->node_count));
    enum status status = grid_init(&earlier, all, scene->bloc_count);
    if (status == STATUS_OK) {
        status = put_nodes(&nodes, scene, positions);
        if (status == STATUS_OK)
            status = find_clear(regions, scene, positions, &nodes, &earlier);
        grid_clear(&earlier);
    }
    grid_clear(&nodes);
    return status;
}

enum status regions_find(struct regions *regions, const struct scene *scene,
                         const struct point *positions)
{
    struct box all = box_empty();
    *regions = (struct regions){NULL, NULL};
    if (scene->bloc_count == 0)
        return STATUS_OK;
    for (size_t i = 0; i < scene->node_count; i++)
        box_add_box(&all, positions[i], scene->nodes[i].width, scene->nodes[i].height);
    regions->boxes = malloc(scene->bloc_count * sizeof *regions->boxes);
    regions->clear = malloc(scene->bloc_count * sizeof *regions->clear);
    const bool enough = regions->boxes != NULL && regions->clear != NULL;
    const enum status status = enough ? fill(regions, scene, positions, &all) : STATUS_MEMORY;
    if (status != STATUS_OK)
        regions_clear(regions);
    return status;
}

void regions_clear(struct regions *regions)
{
    free(regions->boxes);
    free(regions->clear);
    *regions = (struct regions){NULL, NULL};
}

unsigned regions_count_strangers(const struct regions *regions, const struct scene *scene,
                                 const struct point *positions, uint32_t bloc)
{
    const struct box *region = &regions->boxes[bloc];
    unsigned count = 0;
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box =
            box_around(positions[i], scene->nodes[i].width, scene->nodes[i].height);
        count += overlap(&box, region) && !bloc_group_has(scene, bloc, i);
    }
    for (uint32_t i = 0; i < scene->bloc_count; i++)
        count += overlap(&regions->boxes[i], region) && !bloc_group_is_within(scene, i, bloc) &&
                 !bloc_group_is_within(scene, bloc, i);
    return count;
}
