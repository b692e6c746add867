/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/crowd.h"

#include "layout/search/anneal.h"
#include "layout/search/repair.h"
#include "layout/search/stress.h"
#include "layout/search/workspace.h"

enum {
    STAGES = 16, /* few, since each begins by computing all costs */
    REPAIRS = 10,
    LABEL_ROUNDS = 3
};

/* How much a repair may raise the energy at first (the slack of struct repair_plan): about as
   much as three collisions; more after each failure. */
static const double kick = 80;

enum status crowd_sketch(void *context, struct buffer *out)
{
    const struct candidate *candidate = context;
    struct workspace workspace;
    TRY(workspace_open(&workspace, candidate));
    const struct anneal_plan plan = {.steps = candidate->terms->budget->sketch_steps,
                                     .stages = STAGES,
                                     .temperature = {2, 0.05},
                                     .range = {workspace.placement.width / 6, 10},
                                     .growth = 0.5,
                                     .nodes_only = true,
                                     .guide = candidate->terms->guided ? &workspace.guide : NULL,
                                     .disorder = candidate_disorder(candidate)};
    if (!candidate->terms->guided)
        TRY(stress_place(&workspace.placement, &workspace.random));
    TRY(anneal_run(&workspace.placement, &workspace.energy, &plan, &workspace.random));
    workspace_report_sketch(&workspace, out);
    return STATUS_OK;
}

static enum status make_room_for_labels(struct workspace *workspace, bool bending)
{
    const struct repair_plan plan = {LABEL_ROUNDS, 0, bending,
                                     workspace->candidate->terms->budget->segment_pairs};
    return repair_labels(&workspace->placement, &workspace->energy, &plan, &workspace->random);
}

static enum status make_room_for_lines(struct workspace *workspace, unsigned rounds, double slack)
{
    const struct repair_plan plan = {rounds, slack, false,
                                     workspace->candidate->terms->budget->segment_pairs};
    return repair_lines(&workspace->placement, &workspace->energy, &plan, &workspace->random);
}

/* Repairs labels and lines in turn, until nothing collides or the budget is spent. */
static enum status make_room(struct workspace *workspace, struct layout *layout,
                             unsigned *collisions)
{
    const struct budget *budget = workspace->candidate->terms->budget;
    for (unsigned i = 0;; i++) {
        TRY(make_room_for_labels(workspace, true));
        TRY(workspace_measure(workspace, layout, collisions));
        if (*collisions == 0 || i == REPAIRS ||
            workspace->energy.segment_pairs >= budget->segment_pairs)
            return STATUS_OK;
        layout_clear(layout);
        TRY(make_room_for_lines(workspace, budget->rounds / 2, kick * (i + 1)));
    }
}

enum status crowd_refine(void *context, struct buffer *out)
{
    const struct candidate *candidate = context;
    struct workspace workspace;
    struct layout layout;
    unsigned collisions;
    TRY(workspace_open(&workspace, candidate));
    workspace_begin(&workspace);
    TRY(make_room_for_lines(&workspace, candidate->terms->budget->rounds, kick));
    TRY(make_room_for_labels(&workspace, false));
    if (candidate->terms->numbering)
        TRY(workspace_number_labels(&workspace));
    TRY(make_room(&workspace, &layout, &collisions));
    workspace_report(&workspace, &layout, collisions, out);
    return STATUS_OK;
}
