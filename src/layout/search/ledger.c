/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/search/ledger.h"

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

static double limit_of(struct item a, struct item b)
{
    return a.part == PART_LINE && b.part == PART_LINE ? lines_collision_cost : collision_cost;
}

enum status ledger_init(struct ledger *ledger, const struct arrangement *arrangement)
{
    const struct scene *scene = arrangement->scene;
    size_t count = scene->node_count + scene->line_count + scene->relation_count;
    *ledger =
        (struct ledger){.arrangement = arrangement, .count = (uint32_t)count, .strictness = 1};
    ledger->pairs = calloc(count * count + 1, sizeof *ledger->pairs);
    ledger->own = calloc(count + 1, sizeof *ledger->own);
    ledger->shared = calloc(count + 1, sizeof *ledger->shared);
    ledger->changes = calloc(count + 1, sizeof *ledger->changes);
    ledger->changed = calloc(count + 1, 1);
    ledger->entries = calloc(count * count + 1, sizeof *ledger->entries);
    bool complete = ledger->pairs != NULL && ledger->own != NULL && ledger->shared != NULL &&
                    ledger->changes != NULL && ledger->changed != NULL && ledger->entries != NULL;
    for (int side = 0; side < OCTAGON_SIDES; side++) {
        ledger->sides[side] = calloc(count + LANES, sizeof *ledger->sides[side]);
        complete = complete && ledger->sides[side] != NULL;
    }
    if (complete)
        return STATUS_OK;
    ledger_clear(ledger);
    return STATUS_MEMORY;
}

void ledger_clear(struct ledger *ledger)
{
    free(ledger->pairs);
    free(ledger->own);
    free(ledger->shared);
    free(ledger->changes);
    free(ledger->changed);
    free(ledger->entries);
    for (int side = 0; side < OCTAGON_SIDES; side++)
        free(ledger->sides[side]);
    *ledger = (struct ledger){.count = 0};
}

uint32_t ledger_number(const struct ledger *ledger, enum part part, uint32_t index)
{
    const struct scene *scene = ledger->arrangement->scene;
    size_t before = part == PART_NODE   ? 0
                    : part == PART_LINE ? scene->node_count
                                        : scene->node_count + scene->line_count;
    return (uint32_t)before + index;
}

struct item ledger_item(const struct ledger *ledger, uint32_t number)
{
    const struct scene *scene = ledger->arrangement->scene;
    if (number < scene->node_count)
        return (struct item){PART_NODE, number};
    number -= (uint32_t)scene->node_count;
    if (number < scene->line_count)
        return (struct item){PART_LINE, number};
    return (struct item){PART_LABEL, number - (uint32_t)scene->line_count};
}

static void take_octagon(struct ledger *ledger, uint32_t number)
{
    struct octagon octagon;
    cost_octagon(ledger->arrangement, ledger_item(ledger, number), &octagon);
    for (int side = 0; side < OCTAGON_SIDES; side++)
        ledger->sides[side][number] = (float)octagon.sides[side];
}

/* How many segments a part has that are looked at when it is priced. */
static unsigned count_segments(const struct arrangement *arrangement, struct item item)
{
    return item.part == PART_LINE ? arrangement->routes[item.index].track.count - 1 : 1;
}

static void add_entry(struct ledger *ledger, struct ledger_change *change, uint32_t other)
{
    struct item a = ledger_item(ledger, change->item), b = ledger_item(ledger, other);
    double cost = cost_pair(ledger->arrangement, a, b);
    ledger->priced +=
        count_segments(ledger->arrangement, a) * count_segments(ledger->arrangement, b);
    if (cost <= 0)
        return;
    if (cost > limit_of(a, b))
        cost *= ledger->strictness;
    ledger->entries[ledger->entry_count++] = (struct ledger_entry){other, (float)cost};
    change->count++;
}

static bool any(marks met)
{
    return (met[0] | met[1] | met[2] | met[3]) != 0;
}

/* Whether LANES items from FIRST on are between LOW and HIGH on the axis whose lower side is
   SIDE. */
static marks meet_on(const struct ledger *ledger, int side, uint32_t first, float low, float high)
{
    const lanes *lows = (const lanes *)(ledger->sides[side] + first);
    const lanes *highs = (const lanes *)(ledger->sides[side + 1] + first);
    return (*lows < high) & (*highs > low);
}

/* Which of LANES items from FIRST on have octagons that meet the one with these SIDES, and
   whether any. The diagonals tell apart what is long and oblique; few come to them. */
static bool meet(const struct ledger *ledger, const float sides[], uint32_t first, marks *hits)
{
    marks met = meet_on(ledger, 0, first, sides[0], sides[1]) &
                meet_on(ledger, 2, first, sides[2], sides[3]);
    if (!any(met))
        return false;
    *hits = met & meet_on(ledger, 4, first, sides[4], sides[5]) &
            meet_on(ledger, 6, first, sides[6], sides[7]);
    return any(*hits);
}

/* Labels are the last of the items, and left out of a sketch. */
static uint32_t active(const struct ledger *ledger)
{
    size_t labels = ledger->arrangement->scene->relation_count;
    return ledger->arrangement->labelled ? ledger->count : ledger->count - (uint32_t)labels;
}

/* A line that is long costs more than a collision, and is none. */
static double price_own(const struct ledger *ledger, struct item item)
{
    double cost = cost_own(ledger->arrangement, item);
    return item.part == PART_LABEL && cost > collision_cost ? cost * ledger->strictness : cost;
}

/* Prices an item with all others but those that were priced with it before. */
static void price_item(struct ledger *ledger, struct ledger_change *change)
{
    marks hits;
    float sides[OCTAGON_SIDES];
    uint32_t item = change->item;
    for (int side = 0; side < OCTAGON_SIDES; side++)
        sides[side] = ledger->sides[side][item];
    change->own = price_own(ledger, ledger_item(ledger, item));
    change->first = ledger->entry_count;
    change->count = 0;
    ledger->changed[item] = 2;
    uint32_t count = active(ledger);
    for (uint32_t first = 0; first < count; first += LANES) {
        if (!meet(ledger, sides, first, &hits))
            continue;
        for (uint32_t i = 0; i < LANES && first + i < count; i++)
            if (hits[i] != 0 && ledger->changed[first + i] != 2)
                add_entry(ledger, change, first + i);
    }
}

void ledger_begin(struct ledger *ledger)
{
    ledger->change_count = 0;
    ledger->entry_count = 0;
}

bool ledger_touch(struct ledger *ledger, enum part part, uint32_t index)
{
    uint32_t number = ledger_number(ledger, part, index);
    if (ledger->changed[number] != 0)
        return false;
    ledger->changed[number] = 1;
    struct ledger_change *change = &ledger->changes[ledger->change_count++];
    change->item = number;
    for (int side = 0; side < OCTAGON_SIDES; side++)
        change->sides[side] = ledger->sides[side][number];
    return true;
}

double ledger_price(struct ledger *ledger)
{
    double difference = 0;
    for (uint32_t i = 0; i < ledger->change_count; i++)
        take_octagon(ledger, ledger->changes[i].item);
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        struct ledger_change *change = &ledger->changes[i];
        const float *row = ledger->pairs + (size_t)change->item * ledger->count;
        price_item(ledger, change);
        difference += change->own - ledger->own[change->item] - ledger->shared[change->item];
        for (uint32_t j = 0; j < i; j++)
            difference += (double)row[ledger->changes[j].item];
        for (size_t j = 0; j < change->count; j++)
            difference += (double)ledger->entries[change->first + j].cost;
    }
    return difference;
}

static void set_pair(struct ledger *ledger, uint32_t a, uint32_t b, float cost)
{
    float *there = &ledger->pairs[(size_t)a * ledger->count + b];
    double difference = (double)cost - (double)*there;
    ledger->shared[a] += difference;
    ledger->shared[b] += difference;
    ledger->total += difference;
    *there = cost;
    ledger->pairs[(size_t)b * ledger->count + a] = cost;
}

static void forget_pairs(struct ledger *ledger, uint32_t item)
{
    const float *row = ledger->pairs + (size_t)item * ledger->count;
    for (uint32_t i = 0; i < ledger->count; i++)
        if (row[i] > 0)
            set_pair(ledger, item, i, 0);
    ledger->shared[item] = 0;
}

void ledger_accept(struct ledger *ledger)
{
    for (uint32_t i = 0; i < ledger->change_count; i++)
        forget_pairs(ledger, ledger->changes[i].item);
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        const struct ledger_change *change = &ledger->changes[i];
        ledger->total += change->own - ledger->own[change->item];
        ledger->own[change->item] = change->own;
        for (size_t j = 0; j < change->count; j++)
            set_pair(ledger, change->item, ledger->entries[change->first + j].other,
                     ledger->entries[change->first + j].cost);
        ledger->changed[change->item] = 0;
    }
}

void ledger_reject(struct ledger *ledger)
{
    for (uint32_t i = 0; i < ledger->change_count; i++) {
        const struct ledger_change *change = &ledger->changes[i];
        for (int side = 0; side < OCTAGON_SIDES; side++)
            ledger->sides[side][change->item] = change->sides[side];
        ledger->changed[change->item] = 0;
    }
}

void ledger_renew(struct ledger *ledger)
{
    ledger_begin(ledger);
    for (uint32_t i = 0; i < ledger->count; i++) {
        struct item item = ledger_item(ledger, i);
        ledger_touch(ledger, item.part, item.index);
    }
    ledger_price(ledger);
    ledger_accept(ledger);
    ledger->total = 0;
    for (uint32_t i = 0; i < ledger->count; i++)
        ledger->total += ledger->own[i] + ledger->shared[i] / 2;
}

static bool any_above(const float *costs, uint32_t from, uint32_t to, double limit)
{
    for (uint32_t i = from; i < to; i++)
        if (costs[i] > (float)limit)
            return true;
    return false;
}

void ledger_be_strict(struct ledger *ledger, double strictness)
{
    ledger->strictness = strictness;
    ledger_renew(ledger);
}

bool ledger_collides(const struct ledger *ledger, uint32_t number)
{
    const struct scene *scene = ledger->arrangement->scene;
    const float *row = ledger->pairs + (size_t)number * ledger->count;
    uint32_t lines = (uint32_t)scene->node_count;
    uint32_t labels = lines + (uint32_t)scene->line_count;
    bool line = number >= lines && number < labels;
    if (number >= labels && ledger->own[number] > collision_cost)
        return true;
    return any_above(row, 0, lines, collision_cost) ||
           any_above(row, lines, labels, line ? lines_collision_cost : collision_cost) ||
           any_above(row, labels, ledger->count, collision_cost);
}

double ledger_cost(const struct ledger *ledger, uint32_t number)
{
    return ledger->own[number] + ledger->shared[number];
}
