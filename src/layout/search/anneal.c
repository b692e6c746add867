/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/anneal.h"

#include <assert.h>
#include <math.h>

#include "layout/search/grouping.h"
#include "layout/search/moves.h"
#include "layout/search/trial.h"

struct annealing {
    struct placement *placement;
    struct energy *energy;
    struct random *random;
    const struct anneal_plan *plan;
    struct trial trial;
    struct placement best;
    double best_energy;
};

/* The total cost, in which order has the same weight at any time. */
static double total(const struct annealing *a)
{
    return a->energy->total + (a->plan->guide != NULL ? guide_total(a->plan->guide) : 0) +
           (a->placement->grouping != NULL ? grouping_total(a->placement->grouping) : 0);
}

static void keep_best(struct annealing *a)
{
    double energy = total(a);
    if (energy >= a->best_energy - 1e-6)
        return;
    a->best_energy = energy;
    placement_copy(&a->best, a->placement);
}

/* Tells the guide and the grouping where the nodes are that the trial touches; returns the change
   of their costs. */
static double guide_trial(struct annealing *a)
{
    double difference = 0;
    if (a->placement->grouping != NULL)
        difference = grouping_follow(a->placement->grouping, a->energy);
    if (a->plan->guide == NULL)
        return difference;
    for (uint32_t i = 0; i < a->energy->touched_count; i++) {
        struct part part = part_at(a->placement->scene, a->energy->touched[i].number);
        if (part.kind == PART_NODE)
            difference += guide_move(a->plan->guide, part.index, a->placement->nodes[part.index]);
    }
    return difference;
}

/* A move that raises the energy is accepted with a probability that falls with the temperature
   (Metropolis and others 1953). */
static void step(struct annealing *a, struct moves *moves, double temperature)
{
    trial_begin(&a->trial);
    if (a->plan->nodes_only)
        moves_make_of_node(moves);
    else
        moves_make(moves);
    double difference = trial_difference(&a->trial) + guide_trial(a);
    if (difference <= 0 || difference < -temperature * random_log(a->random)) {
        trial_accept(&a->trial);
    } else {
        trial_reject(&a->trial);
        guide_trial(a);
    }
}

/* Nodes grow to their size in the first 60 % of the stages. */
static void set_growth(struct annealing *a, unsigned stage)
{
    double start = a->plan->growth;
    double growth = start + (1 - start) * stage / (a->plan->stages * 0.6);
    a->placement->growth = growth > 1 ? 1 : growth;
    if (start < 1)
        placement_update(a->placement);
    energy_recompute(a->energy);
    if (a->placement->grouping != NULL)
        grouping_update(a->placement->grouping, a->placement);
    a->best_energy = a->placement->growth < 1 ? HUGE_VAL : a->best_energy;
}

/* Runs a stage, at one temperature. */
static void run_stage(struct annealing *a, unsigned stage, double temperature, double range)
{
    struct moves moves = {&a->trial, a->random, range};
    unsigned long steps = a->plan->steps / a->plan->stages;
    set_growth(a, stage);
    for (unsigned long i = 0; i < steps; i++)
        step(a, &moves, temperature);
    if (a->plan->guide != NULL && stage < a->plan->stages / 2)
        guide_adapt(a->plan->guide, a->plan->disorder);
    if (stage >= a->plan->stages / 2)
        keep_best(a);
}

static void run(struct annealing *a)
{
    const struct anneal_plan *plan = a->plan;
    /* The factors from stage to stage are roots of the factors from start to end, by repeated
       square roots, which are exact on every machine. */
    double cooling = plan->temperature[1] / plan->temperature[0];
    double narrowing = plan->range[1] / plan->range[0];
    for (unsigned i = 1; i < plan->stages; i *= 2) {
        cooling = sqrt(cooling);
        narrowing = sqrt(narrowing);
    }
    double temperature = plan->temperature[0], range = plan->range[0];
    for (unsigned stage = 0; stage < plan->stages; stage++) {
        run_stage(a, stage, temperature, range);
        temperature *= cooling;
        range *= narrowing;
    }
}

enum status anneal_run(struct placement *placement, struct energy *energy,
                       const struct anneal_plan *plan, struct random *random)
{
    struct annealing a = {.placement = placement,
                          .energy = energy,
                          .random = random,
                          .plan = plan,
                          .best_energy = HUGE_VAL};
    assert(plan->stages > 0 && (plan->stages & (plan->stages - 1)) == 0);
    if (placement->scene->node_count == 0 || placement->scene->line_count == 0)
        return STATUS_OK;
    enum status status = trial_init(&a.trial, placement, energy);
    if (status == STATUS_OK)
        status = placement_init(&a.best, placement->scene, placement->width, placement->height);
    if (status == STATUS_OK) {
        run(&a);
        if (a.best_energy < HUGE_VAL)
            placement_copy(placement, &a.best);
        energy_recompute(energy);
        if (plan->guide != NULL)
            guide_update(plan->guide, placement);
        if (placement->grouping != NULL)
            grouping_update(placement->grouping, placement);
    }
    trial_clear(&a.trial);
    placement_clear(&a.best);
    return status;
}
