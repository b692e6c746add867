/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/energy.h"

#include <stdlib.h>
#include <string.h>

/* How many items are looked at in one go, by wide instructions of the processor where it has any
   (a vector type of GCC and Clang). */
enum { LANES = 4 };
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float))));
typedef int32_t marks __attribute__((vector_size(LANES * sizeof(int32_t))));

/* What costs more than this is a collision; two lines that cross at a sharp angle cost up to 2.2,
   two that lie on each other 4. */
static const double collision_cost = 2, lines_collision_cost = 3;

static double limit_of(struct part a, struct part b)
{
    return a.kind == PART_LINE && b.kind == PART_LINE ? lines_collision_cost : collision_cost;
}

enum status energy_init(struct energy *energy, const struct placement *placement)
{
    const struct scene *scene = placement->scene;
    size_t count = scene->node_count + scene->line_count + scene->relation_count;
    *energy = (struct energy){.placement = placement, .count = (uint32_t)count, .penalty = 1};
    energy->pairs = calloc(count * count + 1, sizeof *energy->pairs);
    energy->own = calloc(count + 1, sizeof *energy->own);
    energy->shared = calloc(count + 1, sizeof *energy->shared);
    energy->touched = calloc(count + 1, sizeof *energy->touched);
    energy->states = calloc(count + 1, 1);
    energy->entries = calloc(count * count + 1, sizeof *energy->entries);
    bool complete = energy->pairs != NULL && energy->own != NULL && energy->shared != NULL &&
                    energy->touched != NULL && energy->states != NULL && energy->entries != NULL;
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
    free(energy->pairs);
    free(energy->own);
    free(energy->shared);
    free(energy->touched);
    free(energy->states);
    free(energy->entries);
    for (int side = 0; side < OCTAGON_SIDES; side++)
        free(energy->sides[side]);
    *energy = (struct energy){.count = 0};
}

uint32_t energy_part_number(const struct energy *energy, enum part_kind kind, uint32_t index)
{
    const struct scene *scene = energy->placement->scene;
    size_t before = kind == PART_NODE   ? 0
                    : kind == PART_LINE ? scene->node_count
                                        : scene->node_count + scene->line_count;
    return (uint32_t)before + index;
}

struct part energy_part(const struct energy *energy, uint32_t number)
{
    const struct scene *scene = energy->placement->scene;
    if (number < scene->node_count)
        return (struct part){PART_NODE, number};
    number -= (uint32_t)scene->node_count;
    if (number < scene->line_count)
        return (struct part){PART_LINE, number};
    return (struct part){PART_LABEL, number - (uint32_t)scene->line_count};
}

static void take_octagon(struct energy *energy, uint32_t number)
{
    struct octagon octagon;
    cost_octagon(energy->placement, energy_part(energy, number), &octagon);
    for (int side = 0; side < OCTAGON_SIDES; side++)
        energy->sides[side][number] = (float)octagon.sides[side];
}

/* How many segments a part has that are looked at when it is priced. */
static unsigned count_segments(const struct placement *placement, struct part part)
{
    return part.kind == PART_LINE ? placement->routes[part.index].polyline.count - 1 : 1;
}

static void add_entry(struct energy *energy, struct energy_touched *touched, uint32_t other)
{
    struct part a = energy_part(energy, touched->number), b = energy_part(energy, other);
    double cost = cost_pair(energy->placement, a, b);
    energy->segment_pairs +=
        count_segments(energy->placement, a) * count_segments(energy->placement, b);
    if (cost <= 0)
        return;
    if (cost > limit_of(a, b))
        cost *= energy->penalty;
    energy->entries[energy->entry_count++] = (struct energy_pair){other, (float)cost};
    touched->count++;
}

static bool any(marks met)
{
    return (met[0] | met[1] | met[2] | met[3]) != 0;
}

/* Whether LANES items from FIRST on are between LOW and HIGH on the axis whose lower side is
   SIDE. */
static marks meet_on(const struct energy *energy, int side, uint32_t first, float low, float high)
{
    const lanes *lows = (const lanes *)(energy->sides[side] + first);
    const lanes *highs = (const lanes *)(energy->sides[side + 1] + first);
    return (*lows < high) & (*highs > low);
}

/* Which of LANES items from FIRST on have octagons that meet the one with these SIDES, and
   whether any. The diagonals tell apart what is long and oblique; few come to them. */
static bool meet(const struct energy *energy, const float sides[], uint32_t first, marks *hits)
{
    marks met = meet_on(energy, 0, first, sides[0], sides[1]) &
                meet_on(energy, 2, first, sides[2], sides[3]);
    if (!any(met))
        return false;
    *hits = met & meet_on(energy, 4, first, sides[4], sides[5]) &
            meet_on(energy, 6, first, sides[6], sides[7]);
    return any(*hits);
}

/* Labels are the last of the items, and left out of a sketch. */
static uint32_t active(const struct energy *energy)
{
    size_t labels = energy->placement->scene->relation_count;
    return energy->placement->labelled ? energy->count : energy->count - (uint32_t)labels;
}

/* A line that is long costs more than a collision, and is none. */
static double price_own(const struct energy *energy, struct part part)
{
    double cost = cost_own(energy->placement, part);
    return part.kind == PART_LABEL && cost > collision_cost ? cost * energy->penalty : cost;
}

/* Prices an item with all others but those that were priced with it before. */
static void price_part(struct energy *energy, struct energy_touched *touched)
{
    marks hits;
    float sides[OCTAGON_SIDES];
    uint32_t number = touched->number;
    for (int side = 0; side < OCTAGON_SIDES; side++)
        sides[side] = energy->sides[side][number];
    touched->own = price_own(energy, energy_part(energy, number));
    touched->first = energy->entry_count;
    touched->count = 0;
    energy->states[number] = 2;
    uint32_t count = active(energy);
    for (uint32_t first = 0; first < count; first += LANES) {
        if (!meet(energy, sides, first, &hits))
            continue;
        for (uint32_t i = 0; i < LANES && first + i < count; i++)
            if (hits[i] != 0 && energy->states[first + i] != 2)
                add_entry(energy, touched, first + i);
    }
}

void energy_begin(struct energy *energy)
{
    energy->touched_count = 0;
    energy->entry_count = 0;
}

bool energy_touch(struct energy *energy, enum part_kind kind, uint32_t index)
{
    uint32_t number = energy_part_number(energy, kind, index);
    if (energy->states[number] != 0)
        return false;
    energy->states[number] = 1;
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
        const float *row = energy->pairs + (size_t)touched->number * energy->count;
        price_part(energy, touched);
        difference +=
            touched->own - energy->own[touched->number] - energy->shared[touched->number];
        for (uint32_t j = 0; j < i; j++)
            difference += (double)row[energy->touched[j].number];
        for (size_t j = 0; j < touched->count; j++)
            difference += (double)energy->entries[touched->first + j].cost;
    }
    return difference;
}

static void set_pair(struct energy *energy, uint32_t a, uint32_t b, float cost)
{
    float *there = &energy->pairs[(size_t)a * energy->count + b];
    double difference = (double)cost - (double)*there;
    energy->shared[a] += difference;
    energy->shared[b] += difference;
    energy->total += difference;
    *there = cost;
    energy->pairs[(size_t)b * energy->count + a] = cost;
}

static void forget_pairs(struct energy *energy, uint32_t number)
{
    const float *row = energy->pairs + (size_t)number * energy->count;
    for (uint32_t i = 0; i < energy->count; i++)
        if (row[i] > 0)
            set_pair(energy, number, i, 0);
    energy->shared[number] = 0;
}

void energy_accept(struct energy *energy)
{
    for (uint32_t i = 0; i < energy->touched_count; i++)
        forget_pairs(energy, energy->touched[i].number);
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        const struct energy_touched *touched = &energy->touched[i];
        energy->total += touched->own - energy->own[touched->number];
        energy->own[touched->number] = touched->own;
        for (size_t j = 0; j < touched->count; j++)
            set_pair(energy, touched->number, energy->entries[touched->first + j].other,
                     energy->entries[touched->first + j].cost);
        energy->states[touched->number] = 0;
    }
}

void energy_reject(struct energy *energy)
{
    for (uint32_t i = 0; i < energy->touched_count; i++) {
        const struct energy_touched *touched = &energy->touched[i];
        for (int side = 0; side < OCTAGON_SIDES; side++)
            energy->sides[side][touched->number] = touched->sides[side];
        energy->states[touched->number] = 0;
    }
}

void energy_recompute(struct energy *energy)
{
    energy_begin(energy);
    for (uint32_t i = 0; i < energy->count; i++) {
        struct part part = energy_part(energy, i);
        energy_touch(energy, part.kind, part.index);
    }
    energy_difference(energy);
    energy_accept(energy);
    energy->total = 0;
    for (uint32_t i = 0; i < energy->count; i++)
        energy->total += energy->own[i] + energy->shared[i] / 2;
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
    const float *row = energy->pairs + (size_t)number * energy->count;
    uint32_t lines = (uint32_t)scene->node_count;
    uint32_t labels = lines + (uint32_t)scene->line_count;
    bool line = number >= lines && number < labels;
    if (number >= labels && energy->own[number] > collision_cost)
        return true;
    return any_above(row, 0, lines, collision_cost) ||
           any_above(row, lines, labels, line ? lines_collision_cost : collision_cost) ||
           any_above(row, labels, energy->count, collision_cost);
}

double energy_of_part(const struct energy *energy, uint32_t number)
{
    return energy->own[number] + energy->shared[number];
}
