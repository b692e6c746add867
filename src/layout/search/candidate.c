/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/candidate.h"

#include <math.h>
#include <stdlib.h>

#include "layout/codec.h"
#include "layout/layout.h"
#include "layout/score/score.h"
#include "layout/search/anneal.h"
#include "layout/search/extent.h"
#include "layout/search/repair.h"
#include "layout/search/stress.h"
#include "scene/lettering.h"
#include "scene/page.h"

enum {
    STAGES = 64,
    REHEATS = 2,
    CROWD_STAGES = 16, /* each begins by working all costs out anew */
    CROWD_REPAIRS = 10,
    LABEL_TURNS = 3
};

struct bench {
    struct placement placement;
    struct energy energy;
    struct random random;
};

static enum status open_bench(struct bench *bench, const struct candidate *candidate)
{
    struct scene *scene = candidate->terms->scene;
    struct point extent;
    if (candidate->turned)
        extent_turn_paper(scene);
    TRY(extent_choose(scene, candidate->terms->enlargement, &extent));
    bench->random = (struct random){candidate->seed * 0x9e3779b97f4a7c15u};
    TRY(placement_init(&bench->placement, scene, extent.x, extent.y));
    bench->placement.crowded = extent_is_crowded(scene);
    return energy_init(&bench->energy, &bench->placement);
}

/* What a failure leaves goes with its child. */
static void close_bench(struct bench *bench)
{
    energy_clear(&bench->energy);
    placement_clear(&bench->placement);
}

/* What a child tells of a placement: its cost, how many collisions are left in it, where its
   nodes are, and which labels became numbers. */
static void report(const struct bench *bench, unsigned faults, struct buffer *out)
{
    const struct placement *placement = &bench->placement;
    const struct scene *scene = placement->scene;
    buffer_add(out, &bench->energy.total, sizeof bench->energy.total);
    buffer_add(out, &faults, sizeof faults);
    for (size_t i = 0; i < scene->node_count; i++) {
        struct point share = {placement->nodes[i].x / placement->width,
                              placement->nodes[i].y / placement->height};
        buffer_add(out, &share, sizeof share);
    }
    for (size_t i = 0; i < scene->relation_count; i++)
        buffer_char(out, scene->relations[i].number > 0);
}

/* A start: nodes that begin as points find places where few lines cross, then grow. */
static enum status sketch_few(struct candidate *candidate, struct buffer *out)
{
    const struct scene *scene = candidate->terms->scene;
    struct bench bench;
    TRY(open_bench(&bench, candidate));
    const struct anneal_plan plan = {
        .steps = candidate->terms->budget->sketch_steps,
        /* The more lines, the harder it is to get out of a bad place. */
        .hot = 2 + 5 * fmax(0, extent_density(scene) - 1.5),
        .cold = 0.05,
        .far = bench.placement.width / 3,
        .near = 10,
        .stages = STAGES,
        .small = 0.1};
    anneal_scatter(&bench.placement, &bench.random);
    TRY(anneal_run(&bench.placement, &bench.energy, &plan, &bench.random));
    report(&bench, 0, out);
    close_bench(&bench);
    return STATUS_OK;
}

/* Labels without room become numbers, whose key takes from the drawing's height, as long as that
   is bound to the paper. */
static enum status number_labels(struct bench *bench, const struct candidate_terms *terms)
{
    struct placement *placement = &bench->placement;
    struct scene *scene = terms->scene;
    unsigned char *numbered = calloc(scene->relation_count + 1, 1);
    if (numbered == NULL)
        return STATUS_MEMORY;
    for (uint32_t i = 0; i < scene->relation_count; i++)
        numbered[i] = energy_collides(&bench->energy, part_number(scene, PART_LABEL, i));
    struct page_size room;
    enum status status = lettering_number(scene, numbered);
    free(numbered);
    TRY(status);
    TRY(page_room(scene, &room));
    if (terms->enlargement <= 1)
        placement->height = fmin(placement->height, fmax(room.height, placement->height / 2));
    placement_update_sizes(placement);
    for (uint32_t i = 0; i < scene->node_count; i++)
        placement_move_node(placement, i, placement->nodes[i]);
    placement_update(placement);
    return STATUS_OK;
}

/* Nodes, bends, ports and labels move together, by up to FAR points in the beginning. */
static enum status move_all(struct bench *bench, unsigned long steps, double hot, double far)
{
    const struct anneal_plan plan = {.steps = steps,
                                     .hot = hot,
                                     .cold = 0.01,
                                     .far = far,
                                     .near = 3,
                                     .whole = true,
                                     .stages = STAGES,
                                     .small = 1};
    return anneal_run(&bench->placement, &bench->energy, &plan, &bench->random);
}

/* All that is in the way then moves a little. */
static enum status number_and_make_way(struct bench *bench, const struct candidate_terms *terms)
{
    TRY(number_labels(bench, terms));
    return move_all(bench, terms->budget->number_steps, 0.3, 20);
}

/* The placement as a layout, and how many collisions are in it as it will be drawn. */
static enum status measure(const struct bench *bench, struct layout *layout, unsigned *faults)
{
    const struct scene *scene = bench->placement.scene;
    struct score score;
    TRY(layout_init(layout, scene));
    enum status status = placement_to_layout(&bench->placement, layout);
    if (status == STATUS_OK) {
        layout_normalize(layout, scene);
        status = score_layout(scene, layout, &score);
    }
    if (status == STATUS_OK)
        *faults = score_collisions(&score);
    else
        layout_clear(layout);
    return status;
}

/* What still collides is shaken a little, a few times if need be. */
static enum status reheat(struct bench *bench, unsigned long steps, struct layout *layout,
                          unsigned *faults)
{
    TRY(measure(bench, layout, faults));
    for (int i = 0; i<REHEATS && * faults> 0; i++) {
        layout_clear(layout);
        TRY(move_all(bench, steps, 0.25, 16));
        TRY(measure(bench, layout, faults));
    }
    return STATUS_OK;
}

/* Nodes stand where the sketch left them. */
static void begin(struct bench *bench, const struct candidate *candidate)
{
    struct placement *placement = &bench->placement;
    for (uint32_t i = 0; i < placement->scene->node_count; i++) {
        struct point at = candidate->places[i];
        placement_move_node(placement, i,
                            (struct point){at.x * placement->width, at.y * placement->height});
    }
    placement_straighten(placement);
    placement->labelled = true;
}

/* From a start to the end, at a low temperature. */
static enum status work_few_out(struct candidate *candidate, struct buffer *out)
{
    const struct budget *budget = candidate->terms->budget;
    struct bench bench;
    TRY(open_bench(&bench, candidate));
    begin(&bench, candidate);
    TRY(move_all(&bench, budget->refine_steps, 0.8, 40));
    if (candidate->terms->numbering)
        TRY(number_and_make_way(&bench, candidate->terms));
    struct layout layout;
    unsigned faults;
    TRY(reheat(&bench, budget->reheat_steps, &layout, &faults));
    report(&bench, faults, out);
    codec_encode(&layout, out);
    layout_clear(&layout);
    close_bench(&bench);
    return STATUS_OK;
}

/* --- a crowd */

/* Some three collisions, as they are priced then; more where that didn't help. */
static const double kick = 80;

/* A crowd starts from distances in the network; then few lines are to cross. */
static enum status sketch_crowd(struct candidate *candidate, struct buffer *out)
{
    struct bench bench;
    TRY(open_bench(&bench, candidate));
    const struct anneal_plan plan = {.steps = candidate->terms->budget->sketch_steps,
                                     .hot = 2,
                                     .cold = 0.05,
                                     .far = bench.placement.width / 6,
                                     .near = 10,
                                     .stages = CROWD_STAGES,
                                     .small = 0.5};
    TRY(stress_place(&bench.placement, &bench.random));
    TRY(anneal_run(&bench.placement, &bench.energy, &plan, &bench.random));
    report(&bench, 0, out);
    close_bench(&bench);
    return STATUS_OK;
}

/* Finds room for what collides, lines and labels in turn, until nothing does. */
static enum status repair(struct bench *bench, const struct repair_plan *labels,
                          struct repair_plan lines, struct layout *layout, unsigned *faults)
{
    lines.rounds /= 2;
    for (unsigned i = 0;; i++) {
        TRY(repair_labels(&bench->placement, &bench->energy, labels, &bench->random));
        TRY(measure(bench, layout, faults));
        if (*faults == 0 || i == CROWD_REPAIRS || bench->energy.segment_pairs >= lines.pairs)
            return STATUS_OK;
        layout_clear(layout);
        lines.kick = kick * (i + 1);
        TRY(repair_lines(&bench->placement, &bench->energy, &lines, &bench->random));
    }
}

static enum status work_crowd_out(struct candidate *candidate, struct buffer *out)
{
    const struct budget *budget = candidate->terms->budget;
    const struct repair_plan lines = {budget->rounds, kick, false, budget->pairs},
                             labels = {LABEL_TURNS, 0, false, budget->pairs},
                             bent = {LABEL_TURNS, 0, true, budget->pairs};
    unsigned faults;
    struct bench bench;
    struct layout layout;
    TRY(open_bench(&bench, candidate));
    begin(&bench, candidate);
    TRY(repair_lines(&bench.placement, &bench.energy, &lines, &bench.random));
    TRY(repair_labels(&bench.placement, &bench.energy, &labels, &bench.random));
    if (candidate->terms->numbering)
        TRY(number_labels(&bench, candidate->terms));
    TRY(repair(&bench, &bent, lines, &layout, &faults));
    report(&bench, faults, out);
    codec_encode(&layout, out);
    layout_clear(&layout);
    close_bench(&bench);
    return STATUS_OK;
}

/* --- either */

enum status candidate_sketch(void *context, struct buffer *out)
{
    struct candidate *candidate = context;
    return extent_is_crowded(candidate->terms->scene) ? sketch_crowd(candidate, out)
                                                      : sketch_few(candidate, out);
}

enum status candidate_refine(void *context, struct buffer *out)
{
    struct candidate *candidate = context;
    return extent_is_crowded(candidate->terms->scene) ? work_crowd_out(candidate, out)
                                                      : work_few_out(candidate, out);
}

/* --- in the parent */

enum status candidate_init(struct candidate *candidate, const struct candidate_terms *terms,
                           uint64_t seed)
{
    const struct scene *scene = terms->scene;
    *candidate =
        (struct candidate){.terms = terms,
                           .seed = seed,
                           .turned = scene->paper.turns && seed % 2 == 0,
                           .places = calloc(scene->node_count + 1, sizeof *candidate->places),
                           .numbered = calloc(scene->relation_count + 1, 1),
                           .found = BUFFER_EMPTY};
    return candidate->places != NULL && candidate->numbered != NULL ? STATUS_OK : STATUS_MEMORY;
}

void candidate_clear(struct candidate *candidate)
{
    free(candidate->places);
    free(candidate->numbered);
    buffer_clear(&candidate->found);
}

enum status candidate_take(struct candidate *candidate, const struct buffer *result)
{
    const struct scene *scene = candidate->terms->scene;
    size_t at = 0;
    if (!buffer_take(result, &at, &candidate->cost, sizeof candidate->cost) ||
        !buffer_take(result, &at, &candidate->faults, sizeof candidate->faults) ||
        !buffer_take(result, &at, candidate->places,
                     scene->node_count * sizeof *candidate->places) ||
        !buffer_take(result, &at, candidate->numbered, scene->relation_count))
        return STATUS_FAILURE;
    buffer_clear(&candidate->found);
    buffer_add(&candidate->found, result->bytes + at, result->length - at);
    return buffer_status(&candidate->found);
}
