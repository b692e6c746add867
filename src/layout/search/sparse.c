/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/sparse.h"

#include <limits.h>
#include <math.h>

#include "layout/search/align.h"
#include "layout/search/anneal.h"
#include "layout/search/density.h"
#include "layout/search/repair.h"
#include "layout/search/sketching.h"
#include "layout/search/stretch.h"
#include "layout/search/workspace.h"

enum { STAGES = 64, REHEATS = 2 };

/* The more lines there are, the harder it is to leave a bad position. */
static double heat_for(const struct scene *scene)
{
    return 1 + 30 * fmax(0, density_of_lines(scene) - 2);
}

enum status sparse_sketch(void *context, struct buffer *out)
{
    const struct candidate *candidate = context;
    const struct candidate_terms *terms = candidate->terms;
    struct workspace workspace;
    TRY(workspace_open(&workspace, candidate));
    if (terms->guided)
        TRY(sketching_run_guided(&workspace.placement, &workspace.guide,
                                 terms->budget->sketch_steps, candidate_disorder(candidate),
                                 &workspace.random));
    else
        TRY(sketching_run(&workspace.placement, terms->budget->sketch_steps,
                          heat_for(terms->scene), &workspace.random));
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
    enum { ROUNDS = 4 };
    const struct repair_plan plan = {
        .rounds = ROUNDS, .bending = true, .segment_pairs = ULLONG_MAX};
    workspace->placement.strict = true;
    return repair_labels(&workspace->placement, &workspace->energy, &plan, &workspace->random);
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
    TRY(workspace_open(&workspace, candidate));
    workspace_begin(&workspace);
    TRY(anneal(&workspace, budget->refine_steps, 0.4, 20));
    if (candidate->terms->numbering) {
        TRY(workspace_number_labels(&workspace));
        TRY(anneal(&workspace, budget->number_steps, 0.3, 20));
    }
    struct layout layout;
    unsigned collisions;
    TRY(reheat(&workspace, &layout, &collisions));
    layout_clear(&layout);
    TRY(make_room_for_labels(&workspace));
    TRY(stretch_to_paper(&workspace));
    TRY(align_nodes(&workspace));
    TRY(workspace_measure(&workspace, &layout, &collisions));
    workspace_report(&workspace, &layout, collisions, out);
    return STATUS_OK;
}
