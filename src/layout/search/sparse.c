/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/sparse.h"

#include <limits.h>

#include "layout/search/align.h"
#include "layout/search/anneal.h"
#include "layout/search/polish.h"
#include "layout/search/repair.h"
#include "layout/search/sketching.h"
#include "layout/search/stretch.h"
#include "layout/search/workspace.h"
#include "scene/border.h"

enum { STAGES = 64, REHEATS = 2, POLISH_ROUNDS = 4 };

enum status sparse_sketch(void *context, struct buffer *out)
{
    const struct candidate *candidate = context;
    const struct candidate_terms *terms = candidate->terms;
    struct workspace workspace;
    border_forget(terms->scene); /* where lines end does not matter yet, but crossings do */
    TRY(workspace_open(&workspace, candidate));
    if (terms->guided)
        TRY(sketching_run_guided(&workspace.placement, &workspace.guide,
                                 terms->budget->sketch_steps, candidate_disorder(candidate),
                                 &workspace.random));
    else
        TRY(sketching_run(&workspace.placement, terms->budget->sketch_steps, &workspace.random));
    energy_recompute(&workspace.energy);
    workspace_report_sketch(&workspace, out);
    return STATUS_OK;
}

/* Moves parts of all kinds. At first, nodes move by up to about RANGE points. */
static enum status anneal(struct workspace *workspace, unsigned long steps, double temperature,
                          double range)
{
    const struct candidate_terms *terms = workspace->candidate->terms;
    const struct anneal_plan plan = {.steps = steps,
                                     .stages = STAGES,
                                     .temperature = {temperature, 0.01},
                                     .range = {range, 3},
                                     .growth = 1,
                                     .guide = terms->guided ? &workspace->guide : NULL,
                                     .disorder = candidate_disorder(workspace->candidate)};
    return anneal_run(&workspace->placement, &workspace->energy, &plan, &workspace->random);
}

/* Finds better places for labels that collide, in the strict sense. */
static enum status make_room_for_labels(struct workspace *workspace)
{
    enum { ROUNDS = 6 };
    const struct repair_plan plan = {
        .rounds = ROUNDS, .bending = true, .segment_pairs = ULLONG_MAX};
    return repair_labels(&workspace->placement, &workspace->energy, &plan, &workspace->random);
}

/* Makes busy actors large enough for their lines, only now: that costs few crossings, if any. */
static void make_room_for_lines(struct workspace *workspace)
{
    border_restore(workspace->candidate->terms->scene);
    placement_fit_all(&workspace->placement);
    placement_update(&workspace->placement);
    energy_recompute(&workspace->energy);
}

/* Anneals briefly, a few times, as long as there are collisions. */
static enum status reheat(struct workspace *workspace, struct layout *layout,
                          unsigned *collisions)
{
    unsigned long steps = workspace->candidate->terms->budget->reheat_steps;
    TRY(workspace_measure(workspace, layout, collisions));
    for (int i = 0; i<REHEATS && * collisions> 0; i++) {
        layout_clear(layout);
        TRY(anneal(workspace, steps, 0.25, 16));
        TRY(workspace_measure(workspace, layout, collisions));
    }
    return STATUS_OK;
}

enum status sparse_refine(void *context, struct buffer *out)
{
    const struct candidate *candidate = context;
    const struct budget *budget = candidate->terms->budget;
    struct workspace workspace;
    border_forget(candidate->terms->scene);
    TRY(workspace_open(&workspace, candidate));
    workspace_begin(&workspace);
    TRY(anneal(&workspace, budget->refine_steps, 0.4, 20));
    if (candidate->terms->numbering) {
        TRY(workspace_number_labels(&workspace));
        TRY(anneal(&workspace, budget->number_steps, 0.3, 20));
    }
    struct layout layout;
    unsigned collisions;
    make_room_for_lines(&workspace);
    TRY(reheat(&workspace, &layout, &collisions));
    layout_clear(&layout);
    workspace.placement.strict = true;
    TRY(polish_lines(&workspace.placement, &workspace.energy, POLISH_ROUNDS, &workspace.random));
    TRY(make_room_for_labels(&workspace));
    TRY(align_nodes(&workspace));
    TRY(stretch_to_paper(&workspace)); /* last: what moves may leave the drawing larger */
    TRY(workspace_measure(&workspace, &layout, &collisions));
    workspace_report(&workspace, &layout, collisions, out);
    return STATUS_OK;
}
