/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/workspace.h"

#include <math.h>
#include <stdlib.h>

#include "layout/intersection.h"
#include "layout/region.h"
#include "layout/score/score.h"
#include "layout/search/density.h"
#include "layout/search/extent.h"
#include "scene/engine_choice.h"
#include "scene/lettering.h"
#include "scene/page.h"

/* How much the candidate spreads the places that guide it: not at all, a quarter, or half, since
   that costs crossings, but may be needed where places are close together. Two candidates in a
   row have the same share, because every other one may turn the paper. */
static double spread_for(const struct candidate *candidate)
{
    enum { SHARES = 3 };
    return (double)((candidate->seed - 1) / 2 % SHARES) / 4;
}

/* The cost of a crossing. Where lines are dense, or places are given, few crossings can be
   avoided, and more weight only keeps parts where they are. */
static double crossing_for(const struct candidate *candidate)
{
    const bool free = !candidate->terms->guided && !density_is_high(candidate->terms->scene);
    return free ? 2.6 : 1;
}

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
    workspace->placement.crossing = crossing_for(candidate);
    workspace->placement.crowded = engine_choice_is_crowd(scene);
    workspace->guide = (struct guide){.count = 0};
    workspace->crossings = workspace->flaws = 0;
    if (candidate->terms->guided)
        TRY(guide_init(&workspace->guide, &workspace->placement, spread_for(candidate)));
    workspace->grouping = (struct grouping){.scene = NULL};
    if (scene->bloc_count > 0 || scene->sided) {
        TRY(grouping_init(&workspace->grouping, &workspace->placement));
        workspace->placement.grouping = &workspace->grouping;
    }
    return energy_init(&workspace->energy, &workspace->placement);
}

void workspace_close(struct workspace *workspace)
{
    guide_clear(&workspace->guide);
    grouping_clear(&workspace->grouping);
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
    if (workspace->guide.count > 0)
        guide_update(&workspace->guide, placement);
    if (placement->grouping != NULL)
        grouping_update(placement->grouping, placement);
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
    placement_fit_all(placement);
    placement_update(placement);
    return STATUS_OK;
}

/* Adds those in the regions of all blocs to *COUNT. */
static enum status count_strangers(const struct scene *scene, const struct layout *layout,
                                   unsigned *count)
{
    struct regions regions;
    TRY(regions_find(&regions, scene, layout->nodes));
    for (uint32_t i = 0; i < scene->bloc_count; i++)
        *count += regions_count_strangers(&regions, scene, layout->nodes, i);
    regions_clear(&regions);
    return STATUS_OK;
}

enum status workspace_measure(struct workspace *workspace, struct layout *layout,
                              unsigned *collisions)
{
    const struct scene *scene = workspace->placement.scene;
    struct score score;
    TRY(layout_init(layout, scene));
    enum status status = placement_to_layout(&workspace->placement, layout);
    if (status == STATUS_OK)
        status = layout_normalize(layout, scene);
    if (status == STATUS_OK)
        status = score_layout(scene, layout, &score);
    *collisions = 0;
    if (status == STATUS_OK)
        status = count_strangers(scene, layout, collisions);
    if (status == STATUS_OK) {
        *collisions += score_obstructions(&score);
        workspace->crossings = score.crossings;
        workspace->flaws = score_collisions(&score) - *collisions;
    } else
        layout_clear(layout);
    return status;
}

/* The energy, with the costs of the guide, if there is one, and of flaws, which the search sees
   only in part: as much as that of a label on a line. */
static double rate(const struct workspace *workspace)
{
    static const double flaw = 4;
    return workspace->energy.total + guide_rating(&workspace->guide) +
           grouping_total(&workspace->grouping) + flaw * workspace->flaws;
}

/* Of straight lines. Those with a common end do not cross. */
static unsigned count_crossings(const struct placement *placement)
{
    const struct point *nodes = placement->nodes;
    unsigned count = 0;
    for (size_t i = 0; i < placement->scene->line_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct route *a = &placement->routes[i], *b = &placement->routes[j];
            bool apart = a->from != b->from && a->from != b->to && a->to != b->from &&
                         a->to != b->to && a->relation != b->relation;
            count += apart &&
                     segments_cross(nodes[a->from], nodes[a->to], nodes[b->from], nodes[b->to]);
        }
    return count;
}

void workspace_report_sketch(struct workspace *workspace, struct buffer *out)
{
    const struct candidate_result result = {rate(workspace),
                                            count_crossings(&workspace->placement), 0};
    candidate_report(&workspace->placement, &result, NULL, out);
    workspace_close(workspace);
}

void workspace_report(struct workspace *workspace, struct layout *layout, unsigned collisions,
                      struct buffer *out)
{
    const struct candidate_result result = {rate(workspace), workspace->crossings, collisions};
    candidate_report(&workspace->placement, &result, layout, out);
    layout_clear(layout);
    workspace_close(workspace);
}
