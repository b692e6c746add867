/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/budget.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

#include "layout/geometry.h"
#include "layout/search/density.h"
#include "scene/engine_choice.h"

/* The budget for an effort. Steps are per part of a scene, but for a crowd in total. Chosen by
   measurement on generated networks of 12 to 60 actors and crowds of 150 to 400: beyond these
   values, returns diminish. */
struct budget_allowance {
    unsigned sketches, finalists;
    unsigned long sketch_steps, refine_steps, crowd_steps;
    unsigned crowd_sketches, rounds;
};

static const struct budget_allowance allowances[] = {
    [EFFORT_QUICK] = {4, 2, 2000, 400, 20000, 1, 12},
    [EFFORT_NORMAL] = {8, 3, 6600, 1200, 40000, 2, 12},
    [EFFORT_BEST] = {16, 6, 24000, 3000, 150000, 6, 16},
};

/* Crowds that can be repaired at all need up to 900 million comparisons of segments. */
static const double max_segment_pairs = 1e9;

enum { ATTEMPTS = 8, NUMBER_STEPS = 600 };

/* With more parts than this, each gets fewer steps. Of small scenes, there are up to twice as
   many candidates, so that none takes longer than one of that size; of large ones, fewer. */
static const double parts_at_full_steps = 200, parts_of_small_scene = 140,
                    parts_of_large_scene = 300, fewest_candidates = 0.6;

/* The share of the usual amount of work that a scene gets: all of it up to a number of pairs per
   step that no readable network exceeds. */
static double share_of(const struct scene *scene)
{
    double usual = engine_choice_is_crowd(scene) ? 3600 : 275;
    return fmin(1, usual / density_pairs_per_step(scene));
}

/* A share of COUNT, but no less than two if COUNT is two or more. */
static unsigned reduce(unsigned count, double share)
{
    unsigned left = (unsigned)(count * share), least = count < 2 ? count : 2;
    return left < least ? least : left;
}

static double parts_of(const struct scene *scene)
{
    return (double)(scene->node_count + scene->line_count + scene->tie_count);
}

/* The number of candidates for a scene, if COUNT are usual; half of it if they all begin with the
   same places. */
static unsigned candidates_for(const struct scene *scene, unsigned count)
{
    const double parts = fmax(parts_of(scene), 1);
    count = scene->guided ? (count + 1) / 2 : count;
    if (parts < parts_of_small_scene)
        return (unsigned)(count * fmin(parts_of_small_scene / parts, 2));
    return (unsigned)(count * clamp(parts_of_large_scene / parts, fewest_candidates, 1));
}

static unsigned long count_steps(const struct scene *scene, unsigned long each)
{
    return (unsigned long)((double)each *
                           fmin(parts_of(scene), parts_at_full_steps * share_of(scene)));
}

struct budget budget_for(const struct scene *scene)
{
    assert((size_t)scene->effort < sizeof allowances / sizeof *allowances);
    const struct budget_allowance *allowance = &allowances[scene->effort];
    bool crowd = engine_choice_is_crowd(scene);
    /* In a crowd, a pair of lines takes longer if all lines meet than if most are far apart, and
       longer still if many lead between the same nodes, as bends. */
    double share = share_of(scene), crowd_share = share * share;
    return (struct budget){
        .sketches =
            reduce(crowd ? allowance->crowd_sketches : candidates_for(scene, allowance->sketches),
                   share),
        .finalists = candidates_for(scene, allowance->finalists),
        .attempts = reduce(ATTEMPTS, share),
        .sketch_steps = crowd ? (unsigned long)((double)allowance->crowd_steps * crowd_share)
                              : count_steps(scene, allowance->sketch_steps),
        .refine_steps = count_steps(scene, allowance->refine_steps),
        .reheat_steps = count_steps(scene, allowance->refine_steps / 3),
        .number_steps = count_steps(scene, NUMBER_STEPS),
        .rounds = allowance->rounds,
        .segment_pairs = (unsigned long long)(max_segment_pairs * share)};
}
