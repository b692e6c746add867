/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/energy.h"

#include <stdlib.h>
#include <string.h>

#include "layout/search/lanes.h"

/* Costs above this are collisions. Two lines that cross at a sharp angle cost up to 2.2, two that
   are overlaid 4. */
static const double collision_cost = 2, lines_collision_cost = 3;

static double collision_limit(struct part a, struct part b)
{
    return a.kind == PART_LINE && b.kind == PART_LINE ? lines_collision_cost : collision_cost;
}

enum status energy_init(struct energy *energy, const struct placement *placement)
{
    size_t count = part_count(placement->scene);
    *energy = (struct energy){.placement = placement, .count = (uint32_t)count, .penalty = 1};
    energy->pair_costs = calloc(count * count + 1, sizeof *energy->pair_costs);
    energy->own_costs = calloc(count + 1, sizeof *energy->own_costs);
    energy->pair_sums = calloc(count + 1, sizeof *energy->pair_sums);
    energy->touched = calloc(count + 1, sizeof *energy->touched);
    energy->states = calloc(count + 1, 1);
    energy->pairs = calloc(count * count + 1, sizeof *energy->pairs);
    bool complete = energy->pair_costs != NULL && energy->own_costs != NULL &&
                    energy->pair_sums != NULL && energy->touched != NULL &&
                    energy->states != NULL && energy->pairs != NULL;
    for (int side = 0; side < OCTAGON_SIDES; side++) {
        energy->sides[side] = calloc(count + LANES, sizeof *energy->sides[side]);
        complete = complete && energy->sides[side] != NULL;
    }
    if (complete)
        return STATUS_OK;
    energy_clear(energy);
    return STATUS_MEMORY;
}

void energy_clear(struct energy *energy)
{
    free(energy->pair_costs);
    free(energy->own_costs);
    free(energy->pair_sums);
    free(energy->touched);
    free(energy->states);
    free(energy->pairs);
    for (int side = 0; side < OCTAGON_SIDES; side++)
        free(energy->sides[side]);
    *energy = (struct energy){.count = 0};
}

static void take_octagon(struct energy *energy, uint32_t number)
{
    struct octagon octagon =
        cost_octagon(energy->placement, part_at(energy->placement->scene, number));
    for (int side = 0; side < OCTAGON_SIDES; side++)
        energy->sides[side][number] = (float)octagon.sides[side];
}

/* The number of segments that are compared for a part. */
static unsigned count_segments(const struct placement *placement, struct part part)
{
    return part.kind == PART_LINE ? placement->routes[part.index].polyline.count - 1 : 1;
}

static void add_pair(struct energy *energy, struct energy_touched *touched, uint32_t other)
{
    struct part a = part_at(energy->placement->scene, touched->number),
                b = part_at(energy->placement->scene, other);
    double cost = cost_pair(energy->placement, a, b);
    energy->segment_pairs +=
        count_segments(energy->placement, a) * count_segments(energy->placement, b);
    if (cost <= 0)
        return;
    if (cost > collision_limit(a, b))
        cost *= energy->penalty;
    energy->pairs[energy->pair_count++] = (struct energy_pair){other, (float)cost};
    touched->count++;
}

/* Which of LANES parts from FIRST on overlap the range from LOW to HIGH on the axis whose low
   side is SIDE. */
static lane_masks meet_on(const struct energy *energy, int side, uint32_t first, float low,
                          float high)
{
    const lanes *lows = (const lanes *)(energy->sides[side] + first);
    const lanes *highs = (const lanes *)(energy->sides[side + 1] + first);
    return (*lows < high) & (*highs > low);
}

/* Finds which of LANES parts from FIRST on have octagons that meet the one with these SIDES;
   returns whether there are any. The diagonals are compared only if the boxes meet, which is
   rare. */
static bool meet(const struct energy *energy, const float sides[], uint32_t first,
                 lane_masks *hits)
{
    lane_masks met = meet_on(energy, 0, first, sides[0], sides[1]) &
                     meet_on(energy, 2, first, sides[2], sides[3]);
    if (!lanes_any(met))
        return false;
    *hits = met & meet_on(energy, 4, first, sides[4], sides[5]) &
            meet_on(energy, 6, first, sides[6], sides[7]);
    return lanes_any(*hits);
}

/* The number of parts that cost something: labels, which have the highest numbers, don't in a
   placement that is not labelled. */
static uint32_t count_active(const struct energy *energy)
{
    size_t labels = energy->placement->scene->tie_count;
    return energy->placement->labelled ? energy->count : energy->count - (uint32_t)labels;
}

/* A long line may cost as much as a collision, but isn't one. */
static double compute_own(const struct energy *energy, struct part part)
{
    double cost = cost_own(energy->placement, part);
    return part.kind == PART_LABEL && cost > collision_cost ? cost * energy->penalty : cost;
}

/* Computes the costs of a touched part by itself and with all others, except those of touched
   parts that have been computed before. */
static void compute_part(struct energy *energy, struct energy_touched *touched)
{
    lane_masks hits;
    float sides[OCTAGON_SIDES];
    uint32_t number = touched->number;
    for (int side = 0; side < OCTAGON_SIDES; side++)
        sides[side] = energy->sides[side][number];
    touched->own = compute_own(energy, part_at(energy->placement->scene, number));
    touched->first = energy->pair_count;
    touched->count = 0;
    energy->states[number] = ENERGY_COMPUTED;
    uint32_t count = count_active(energy);
    for (uint32_t first = 0; first < count; first += LANES) {
        if (!meet(energy, sides, first, &hits))
            continue;
        for (uint32_t i = 0; i < LANES && first + i < count; i++)
            if (hits[i] != 0 && energy->states[first + i] != ENERGY_COMPUTED)
                add_pair(energy, touched, first + i);
    }
}

void energy_begin(struct energy *energy)
{
    energy->touched_count = 0;
    energy->pair_count = 0;
}

bool energy_touch(struct energy *energy, enum part_kind kind, uint32_t index)
{
    uint32_t number = part_number(energy->placement->scene, kind, index);
    if (energy->states[number] != ENERGY_UNTOUCHED)
        return false;
    energy->states[number] = ENERGY_TOUCHED;
    struct energy_touched *touched = &energy->touched[energy->touched_count++];
    touched->number = number;
    for (int side = 0; side < OCTAGON_SIDES; side++)
        touched->sides[side] = energy->sides[side][number];
    return true;
}

double energy_difference(struct energy *energy)
{
    double difference = 0;
    for (uint32_t i = 0; i < energy->touched_count; i++)
        take_octagon(energy, energy->touched[i].number);
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        struct energy_touched *touched = &energy->touched[i];
        const float *row = energy->pair_costs + (size_t)touched->number * energy->count;
        compute_part(energy, touched);
        difference += touched->own - energy->own_costs[touched->number] -
                      energy->pair_sums[touched->number];
        for (uint32_t j = 0; j < i; j++)
            difference += (double)row[energy->touched[j].number];
        for (size_t j = 0; j < touched->count; j++)
            difference += (double)energy->pairs[touched->first + j].cost;
    }
    return difference;
}

static void set_pair(struct energy *energy, uint32_t a, uint32_t b, float cost)
{
    float *there = &energy->pair_costs[(size_t)a * energy->count + b];
    double difference = (double)cost - (double)*there;
    energy->pair_sums[a] += difference;
    energy->pair_sums[b] += difference;
    energy->total += difference;
    *there = cost;
    energy->pair_costs[(size_t)b * energy->count + a] = cost;
}

static void forget_pairs(struct energy *energy, uint32_t number)
{
    const float *row = energy->pair_costs + (size_t)number * energy->count;
    for (uint32_t i = 0; i < energy->count; i++)
        if (row[i] > 0)
            set_pair(energy, number, i, 0);
    energy->pair_sums[number] = 0;
}

void energy_accept(struct energy *energy)
{
    for (uint32_t i = 0; i < energy->touched_count; i++)
        forget_pairs(energy, energy->touched[i].number);
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        const struct energy_touched *touched = &energy->touched[i];
        energy->total += touched->own - energy->own_costs[touched->number];
        energy->own_costs[touched->number] = touched->own;
        for (size_t j = 0; j < touched->count; j++)
            set_pair(energy, touched->number, energy->pairs[touched->first + j].other,
                     energy->pairs[touched->first + j].cost);
        energy->states[touched->number] = ENERGY_UNTOUCHED;
    }
}

void energy_reject(struct energy *energy)
{
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        const struct energy_touched *touched = &energy->touched[i];
        for (int side = 0; side < OCTAGON_SIDES; side++)
            energy->sides[side][touched->number] = touched->sides[side];
        energy->states[touched->number] = ENERGY_UNTOUCHED;
    }
}

void energy_recompute(struct energy *energy)
{
    energy_begin(energy);
    for (uint32_t i = 0; i < energy->count; i++) {
        struct part part = part_at(energy->placement->scene, i);
        energy_touch(energy, part.kind, part.index);
    }
    energy_difference(energy);
    energy_accept(energy);
    energy->total = 0;
    for (uint32_t i = 0; i < energy->count; i++)
        energy->total += energy->own_costs[i] + energy->pair_sums[i] / 2;
}

static bool any_above(const float *costs, uint32_t from, uint32_t to, double limit)
{
    for (uint32_t i = from; i < to; i++)
        if (costs[i] > (float)limit)
            return true;
    return false;
}

void energy_set_penalty(struct energy *energy, double penalty)
{
    energy->penalty = penalty;
    energy_recompute(energy);
}

bool energy_collides(const struct energy *energy, uint32_t number)
{
    const struct scene *scene = energy->placement->scene;
    const float *row = energy->pair_costs + (size_t)number * energy->count;
    uint32_t lines = (uint32_t)scene->node_count;
    uint32_t labels = lines + (uint32_t)scene->line_count;
    bool line = number >= lines && number < labels;
    if (number >= labels && energy->own_costs[number] > collision_cost)
        return true;
    return any_above(row, 0, lines, collision_cost) ||
           any_above(row, lines, labels, line ? lines_collision_cost : collision_cost) ||
           any_above(row, labels, energy->count, collision_cost);
}

double energy_of_part(const struct energy *energy, uint32_t number)
{
    return energy->own_costs[number] + energy->pair_sums[number];
}
