/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/stretch.h"

#include <math.h>

#include "layout/score/score.h"
#include "layout/search/grouping.h"
#include "scene/page.h"

/* Less than this is not worth it. */
static const double least = 1.02;

static struct box box_of_centres(const struct placement *placement)
{
    struct box box = box_empty();
    for (size_t i = 0; i < placement->scene->node_count; i++)
        box_add_point(&box, placement->nodes[i]);
    return box;
}

/* The factor by which a SPAN of centres in a drawing of SIZE grows to fill ROOM. */
static double factor_for(double span, double size, double room, double most)
{
    const double fixed = size - span;
    return span > 1 ? clamp((room - fixed) / span, 1, most) : 1;
}

static enum status choose_factors(const struct workspace *workspace, const struct layout *layout,
                                  struct point *factors)
{
    const struct scene *scene = workspace->placement.scene;
    const struct box box = box_of_centres(&workspace->placement);
    const double most = scene->paper.filled ? STRETCH_MOST_FILLED : STRETCH_MOST;
    struct page_size room;
    TRY(page_room(scene, &room));
    *factors = (struct point){
        factor_for(box.high.x - box.low.x, layout->width, room.width + 2 * LAYOUT_MARGIN, most),
        1};
    if (scene->paper.filled)
        factors->y = factor_for(box.high.y - box.low.y, layout->height,
                                room.height + 2 * LAYOUT_MARGIN, most);
    return STATUS_OK;
}

static void stretch(struct placement *placement, struct point factors)
{
    placement->width *= factors.x;
    placement->height *= factors.y;
    for (uint32_t i = 0; i < placement->scene->node_count; i++) {
        const struct point at = placement->nodes[i];
        placement_move_node(placement, i, (struct point){at.x * factors.x, at.y * factors.y});
    }
    placement_update(placement);
}

/* Sets *COLLISIONS to all of the placement, and *FACTORS to how much it could be stretched. */
static enum status measure(struct workspace *workspace, unsigned *collisions,
                           struct point *factors)
{
    const struct scene *scene = workspace->placement.scene;
    struct layout layout;
    struct score score;
    unsigned obstructions;
    TRY(workspace_measure(workspace, &layout, &obstructions));
    enum status status = score_layout(scene, &layout, &score);
    if (status == STATUS_OK) {
        *collisions = score_collisions(&score) - score.head_cut;
        status = choose_factors(workspace, &layout, factors);
    }
    layout_clear(&layout);
    return status;
}

/* Stretches, with KEPT as a copy of the placement before: as far as there is room, or less far if
   that leads to collisions. */
static enum status try_to_stretch(struct workspace *workspace, struct placement *kept)
{
    static const double shares[] = {1, 0.7, 0.4, 0.2};
    struct placement *placement = &workspace->placement;
    struct point factors, more;
    unsigned before, after;
    TRY(measure(workspace, &before, &factors));
    placement_copy(kept, placement);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const struct point by = {1 + shares[i] * (factors.x - 1),
                                 1 + shares[i] * (factors.y - 1)};
        if (by.x < least && by.y < least)
            break;
        stretch(placement, by);
        TRY(measure(workspace, &after, &more));
        if (after <= before)
            break;
        placement_copy(placement, kept);
    }
    return STATUS_OK;
}

static bool has_fixed_nodes(const struct placement *placement)
{
    for (size_t i = 0; i < placement->scene->node_count; i++)
        if (placement->fixed[i])
            return true;
    return false;
}

enum status stretch_to_paper(struct workspace *workspace)
{
    const struct placement *placement = &workspace->placement;
    struct placement kept;
    if (has_fixed_nodes(placement))
        return STATUS_OK;
    TRY(placement_init(&kept, placement->scene, placement->width, placement->height));
    const enum status status = try_to_stretch(workspace, &kept);
    placement_clear(&kept);
    if (placement->grouping != NULL)
        grouping_update(placement->grouping, placement);
    energy_recompute(&workspace->energy);
    return status;
}
