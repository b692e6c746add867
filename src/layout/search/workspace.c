/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/workspace.h"

#include <math.h>
#include <stdlib.h>

#include "layout/score/score.h"
#include "layout/search/density.h"
#include "layout/search/extent.h"
#include "scene/lettering.h"
#include "scene/page.h"

enum status workspace_open(struct workspace *workspace, const struct candidate *candidate)
{
    struct scene *scene = candidate->terms->scene;
    struct point extent;
    if (candidate->turned)
        paper_turn(&scene->paper);
    TRY(extent_choose(scene, candidate->terms->enlargement, &extent));
    workspace->candidate = candidate;
    /* Not by the step of the generator, which would give all candidates the same numbers,
     * shifted. */
    workspace->random = (struct random){candidate->seed * 0xd1342543de82ef95u};
    TRY(placement_init(&workspace->placement, scene, extent.x, extent.y));
    workspace->placement.crowded = density_is_crowd(scene);
    return energy_init(&workspace->energy, &workspace->placement);
}

void workspace_close(struct workspace *workspace)
{
    energy_clear(&workspace->energy);
    placement_clear(&workspace->placement);
}

void workspace_begin(struct workspace *workspace)
{
    struct placement *placement = &workspace->placement;
    for (uint32_t i = 0; i < placement->scene->node_count; i++) {
        struct point share = workspace->candidate->positions[i];
        placement_move_node(
            placement, i,
            (struct point){share.x * placement->width, share.y * placement->height});
    }
    placement_straighten(placement);
    placement->labelled = true;
}

static enum status replace_labels(const struct workspace *workspace, struct scene *scene)
{
    unsigned char *numbered = calloc(scene->tie_count + 1, 1);
    if (numbered == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < scene->tie_count; i++)
        numbered[i] = energy_collides(&workspace->energy, part_number(scene, PART_LABEL, i));
    enum status status = lettering_number(scene, numbered);
    free(numbered);
    return status;
}

enum status workspace_number_labels(struct workspace *workspace)
{
    const struct candidate_terms *terms = workspace->candidate->terms;
    struct placement *placement = &workspace->placement;
    struct page_size room;
    TRY(replace_labels(workspace, terms->scene));
    TRY(page_room(terms->scene, &room));
    if (terms->enlargement <= 1)
        placement->height = fmin(placement->height, fmax(room.height, placement->height / 2));
    placement_update_sizes(placement);
    for (uint32_t i = 0; i < terms->scene->node_count; i++)
        placement_move_node(placement, i, placement->nodes[i]);
    placement_update(placement);
    return STATUS_OK;
}

enum status workspace_measure(const struct workspace *workspace, struct layout *layout,
                              unsigned *collisions)
{
    const struct scene *scene = workspace->placement.scene;
    struct score score;
    TRY(layout_init(layout, scene));
    enum status status = placement_to_layout(&workspace->placement, layout);
    if (status == STATUS_OK) {
        layout_normalize(layout, scene);
        status = score_layout(scene, layout, &score);
    }
    if (status == STATUS_OK)
        *collisions = score_obstructions(&score);
    else
        layout_clear(layout);
    return status;
}

void workspace_report_sketch(struct workspace *workspace, struct buffer *out)
{
    candidate_report(&workspace->placement, workspace->energy.total, 0, NULL, out);
    workspace_close(workspace);
}

void workspace_report(struct workspace *workspace, struct layout *layout, unsigned collisions,
                      struct buffer *out)
{
    candidate_report(&workspace->placement, workspace->energy.total, collisions, layout, out);
    layout_clear(layout);
    workspace_close(workspace);
}
