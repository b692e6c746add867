/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/budget.h"

#include <math.h>

#include "layout/search/extent.h"

/* Of one effort: steps are for each part of a scene, but in a crowd for all of it. Measured on
   made-up networks of 12 to 60 actors, and crowds of 150 to 400: more of anything lowers
   crossings by less and less. */
struct allowance {
    unsigned sketches, finalists;
    unsigned long sketch_steps, refine_steps, crowd_steps;
    unsigned crowd_sketches, rounds;
};

static const struct allowance allowances[] = {
    [EFFORT_QUICK] = {4, 2, 250, 400, 20000, 1, 12},
    [EFFORT_NORMAL] = {10, 2, 1100, 1200, 40000, 2, 12},
    [EFFORT_BEST] = {30, 6, 3200, 3000, 150000, 6, 16},
};

/* Crowds that find room price up to 900 million pairs of segments on the way there. */
static const double most_pairs = 1e9;

enum { ATTEMPTS = 8, NUMBER_STEPS = 600 };

/* Above so many nodes, lines and labels the steps for each become fewer. */
static const double parts_at_full_steps = 200;

/* A node that is moved takes its lines along, and each of them is priced with all others: a step
   of a sketch prices about so many pairs (measured on networks of 2 to 60 nodes). */
static double pairs_in_step(const struct scene *scene)
{
    double lines = (double)scene->line_count;
    return scene->node_count == 0 ? 1 : fmax(1, lines * lines / (double)scene->node_count);
}

/* What share of the usual number of something there is where steps are dear: all of it up to
   these pairs in a step, which no network has that can be read well. */
static double share_of(const struct scene *scene)
{
    double usual = extent_is_crowded(scene) ? 3600 : 275;
    return fmin(1, usual / pairs_in_step(scene));
}

/* Two at least, as long as there were two. */
static unsigned fewer(unsigned count, double share)
{
    unsigned left = (unsigned)(count * share), least = count < 2 ? count : 2;
    return left < least ? least : left;
}

static unsigned long count_steps(const struct scene *scene, unsigned long each)
{
    double parts = (double)(scene->node_count + scene->line_count + scene->relation_count);
    return (unsigned long)((double)each * fmin(parts, parts_at_full_steps * share_of(scene)));
}

struct budget budget_for(const struct scene *scene)
{
    const struct allowance *allowance = &allowances[scene->effort];
    bool crowd = extent_is_crowded(scene);
    /* In a crowd, a pair costs more where all lines meet than where most are far apart. */
    double share = share_of(scene), crowd_share = share * sqrt(share);
    return (struct budget){
        .sketches = fewer(crowd ? allowance->crowd_sketches : allowance->sketches, share),
        .finalists = allowance->finalists,
        .attempts = fewer(ATTEMPTS, share),
        .sketch_steps = crowd ? (unsigned long)((double)allowance->crowd_steps * crowd_share)
                              : count_steps(scene, allowance->sketch_steps),
        .refine_steps = count_steps(scene, allowance->refine_steps),
        .reheat_steps = count_steps(scene, allowance->refine_steps / 3),
        .number_steps = count_steps(scene, NUMBER_STEPS),
        .rounds = allowance->rounds,
        .pairs = (unsigned long long)(most_pairs * sqrt(share))};
}
