/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/align.h"

#include <math.h>

#include "layout/search/trial.h"

/* How much the energy may rise for a node on an axis: far less than for a crossing. And the
   distance below which centres are on the same axis. */
static const double allowance = 0.1, aligned = 0.01;

static double coordinate(const struct placement *placement, uint32_t node, bool vertical)
{
    return vertical ? placement->nodes[node].y : placement->nodes[node].x;
}

/* The node whose axis is nearest to NODE, within reach; SCENE_NONE if there is none, or if NODE
   is on an axis already. */
static uint32_t nearest_axis(const struct placement *placement, uint32_t node, bool vertical)
{
    double least = ALIGN_REACH;
    uint32_t nearest = SCENE_NONE;
    for (uint32_t i = 0; i < placement->scene->node_count; i++) {
        const double distance =
            fabs(coordinate(placement, i, vertical) - coordinate(placement, node, vertical));
        if (i == node || distance >= least)
            continue;
        if (distance < aligned)
            return SCENE_NONE;
        least = distance;
        nearest = i;
    }
    return nearest;
}

/* Moves NODE to the axis of OTHER, unless the energy rises too much. */
static void try_axis(struct workspace *workspace, struct trial *trial, uint32_t node,
                     uint32_t other, bool vertical)
{
    struct placement *placement = &workspace->placement;
    struct grouping *grouping = placement->grouping;
    struct point at = placement->nodes[node];
    *(vertical ? &at.y : &at.x) = coordinate(placement, other, vertical);
    const struct point fit = placement_fit(placement, node, at);
    if (fabs(fit.x - at.x) + fabs(fit.y - at.y) > aligned)
        return;
    trial_begin(trial);
    trial_touch_node(trial, node);
    placement_move_node(placement, node, at);
    double difference = trial_difference(trial);
    if (grouping != NULL)
        difference += grouping_follow(grouping, &workspace->energy);
    if (difference <= allowance) {
        trial_accept(trial);
        return;
    }
    trial_reject(trial);
    if (grouping != NULL)
        grouping_follow(grouping, &workspace->energy);
}

/* Makes LINE straight, unless its bend buys something. */
static void try_straight(struct workspace *workspace, struct trial *trial, uint32_t line)
{
    struct route *route = &workspace->placement.routes[line];
    if (route->from == route->to || (fabs(route->bend) <= 0 && fabs(route->sway) <= 0))
        return;
    trial_begin(trial);
    trial_touch_line(trial, line);
    route->bend = route->sway = 0;
    if (trial_difference(trial) <= allowance)
        trial_accept(trial);
    else
        trial_reject(trial);
}

static void align_all(struct workspace *workspace, struct trial *trial)
{
    for (int vertical = 0; vertical < 2; vertical++)
        for (uint32_t i = 0; i < workspace->placement.scene->node_count; i++) {
            const uint32_t other = nearest_axis(&workspace->placement, i, vertical != 0);
            if (other != SCENE_NONE && !workspace->placement.fixed[i])
                try_axis(workspace, trial, i, other, vertical != 0);
        }
    for (uint32_t i = 0; i < workspace->placement.scene->line_count; i++)
        try_straight(workspace, trial, i);
}

/* What must not become worse, of the layout as drawn. */
struct measures {
    unsigned collisions, crossings, flaws;
    double width, height;
};

static enum status measure(struct workspace *workspace, struct measures *measures)
{
    struct layout layout;
    TRY(workspace_measure(workspace, &layout, &measures->collisions));
    measures->crossings = workspace->crossings;
    measures->flaws = workspace->flaws;
    measures->width = layout.width;
    measures->height = layout.height;
    layout_clear(&layout);
    return STATUS_OK;
}

static bool is_worse(const struct measures *after, const struct measures *before)
{
    return after->collisions > before->collisions || after->crossings > before->crossings ||
           after->flaws > before->flaws || after->width > before->width + aligned ||
           after->height > before->height + aligned;
}

/* Aligns, with KEPT as a copy of the placement before. */
static enum status try_to_align(struct workspace *workspace, struct trial *trial,
                                struct placement *kept)
{
    struct measures before, after;
    placement_copy(kept, &workspace->placement);
    TRY(measure(workspace, &before));
    align_all(workspace, trial);
    TRY(measure(workspace, &after));
    if (is_worse(&after, &before))
        placement_copy(&workspace->placement, kept);
    return STATUS_OK;
}

enum status align_nodes(struct workspace *workspace)
{
    struct placement *placement = &workspace->placement;
    struct placement kept;
    struct trial trial;
    if (workspace->candidate->terms->guided)
        return STATUS_OK;
    TRY(trial_init(&trial, placement, &workspace->energy));
    enum status status =
        placement_init(&kept, placement->scene, placement->width, placement->height);
    if (status == STATUS_OK) {
        status = try_to_align(workspace, &trial, &kept);
        placement_clear(&kept);
    }
    trial_clear(&trial);
    if (placement->grouping != NULL)
        grouping_update(placement->grouping, placement);
    energy_recompute(&workspace->energy);
    return status;
}
