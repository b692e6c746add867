/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/region_caption.h"

#include "layout/intersection.h"
#include "layout/region.h"

static bool curve_meets(const struct cubic *curve, const struct box *box)
{
    enum { STEPS = 12 };
    struct point before = curve->p[0];
    for (int i = 1; i <= STEPS; i++) {
        const struct point after = cubic_at(curve, (double)i / STEPS);
        if (segment_share_in_box(before, after, box) > 0)
            return true;
        before = after;
    }
    return false;
}

/* A caption on a node is worse than any number of lines. */
enum { HIDDEN = 1000 };

static unsigned count_in_way(const struct layout *layout, const struct scene *scene,
                             uint32_t bloc, const struct box *box)
{
    unsigned count = 0;
    for (uint32_t i = bloc + 1; i < scene->bloc_count; i++) {
        const struct box inner = region_box(scene, layout->nodes, 1, i);
        count += box_separation(&inner, box) < 0 ? HIDDEN : 0;
    }
    for (size_t i = 0; i < layout->curve_count; i++)
        count += curve_meets(&layout->curves[i], box);
    for (size_t i = 0; i < layout->node_count; i++) {
        const struct box node = layout_box_of_node(layout, scene, i);
        count += box_separation(&node, box) < 0 ? HIDDEN : 0;
    }
    for (size_t i = 0; i < layout->relation_count; i++) {
        const struct box label = layout_box_of_label(layout, scene, i);
        count += scene->ties[i].label.count > 0 && box_separation(&label, box) < 0;
    }
    return count;
}

struct point region_caption_place(const struct layout *layout, const struct scene *scene,
                                  uint32_t bloc)
{
    enum { PLACES = 9, ROWS = 9 };
    const struct text_block *caption = &scene->blocs[bloc].caption;
    const struct box region = region_box(scene, layout->nodes, 1, bloc);
    const double room = REGION_ROOM * scene->scale;
    const double least = region.low.x + room + caption->width / 2;
    const double most = region.high.x - room - caption->width / 2;
    struct point best = {least, region.low.y + room / 2 + caption->height / 2};
    unsigned fewest = UINT32_MAX;
    const double lowest = region.high.y - room / 2 - caption->height / 2, top = best.y;
    for (int i = 0; i < PLACES * ROWS; i++) {
        const struct point at = {least + (most - least) * (i % PLACES) / (PLACES - 1),
                                 top + (lowest - top) * (i / PLACES) / (ROWS - 1)};
        const struct box box = box_around(at, caption->width, caption->height);
        const unsigned count = count_in_way(layout, scene, bloc, &box);
        if (count < fewest)
            best = at;
        fewest = count < fewest ? count : fewest;
    }
    return best;
}
