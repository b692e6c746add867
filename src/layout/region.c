/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/region.h"

#include "layout/intersection.h"
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

/* Regions within this one come after it in the list. */
struct box region_box(const struct scene *scene, const struct point *positions, double growth,
                      uint32_t bloc)
{
    const struct scene_bloc *b = &scene->blocs[bloc];
    const double room = REGION_ROOM * scene->scale * growth;
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
    widen(&box, b->caption.count > 0 ? b->caption.width * growth : 0);
    return (struct box){{box.low.x - room, box.low.y - room - strip_of(scene, bloc) * growth},
                        {box.high.x + room, box.high.y + room}};
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

/* --- strangers */

static bool overlap(const struct box *a, const struct box *b)
{
    return box_separation(a, b) < 0;
}

static unsigned count_strange_nodes(const struct scene *scene, const struct point *positions,
                                    uint32_t bloc, const struct box *region)
{
    unsigned count = 0;
    for (uint32_t i = 0; i < scene->node_count; i++) {
        const struct box box =
            box_around(positions[i], scene->nodes[i].width, scene->nodes[i].height);
        count += overlap(&box, region) && !bloc_group_has(scene, bloc, i);
    }
    return count;
}

unsigned region_count_strangers(const struct scene *scene, const struct point *positions,
                                uint32_t bloc)
{
    const struct box region = region_box(scene, positions, 1, bloc);
    unsigned count = count_strange_nodes(scene, positions, bloc, &region);
    for (uint32_t i = 0; i < scene->bloc_count; i++) {
        if (bloc_group_is_within(scene, i, bloc) || bloc_group_is_within(scene, bloc, i))
            continue;
        const struct box other = region_box(scene, positions, 1, i);
        count += overlap(&other, &region);
    }
    return count;
}

/* Whether the region of BLOC overlaps one before it that no strange node is in. */
static bool meets_earlier(const struct scene *scene, const struct point *positions, uint32_t bloc,
                          const struct box *region)
{
    for (uint32_t i = 0; i < bloc; i++) {
        const struct box other = region_box(scene, positions, 1, i);
        if (overlap(&other, region) && !bloc_group_is_within(scene, bloc, i) &&
            count_strange_nodes(scene, positions, i, &other) == 0)
            return true;
    }
    return false;
}

bool region_is_clear(const struct scene *scene, const struct point *positions, uint32_t bloc)
{
    const struct box region = region_box(scene, positions, 1, bloc);
    return count_strange_nodes(scene, positions, bloc, &region) == 0 &&
           !meets_earlier(scene, positions, bloc, &region);
}
