/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "picture/ledger.h"

#include <stdlib.h>
#include <string.h>

/* How many boxes are looked at in one go. */
enum { LANES = sizeof(uint64_t) };

enum status ledger_init(struct ledger *ledger, const struct arrangement *arrangement)
{
    const struct scene *scene = arrangement->scene;
    size_t count = scene->node_count + scene->line_count + scene->relation_count;
    *ledger = (struct ledger){.arrangement = arrangement, .count = (uint32_t)count};
    ledger->pairs = calloc(count * count + 1, sizeof *ledger->pairs);
    ledger->own = calloc(count + 1, sizeof *ledger->own);
    ledger->shared = calloc(count + 1, sizeof *ledger->shared);
    ledger->changes = calloc(count + 1, sizeof *ledger->changes);
    ledger->changed = calloc(count + 1, 1);
    ledger->entries = calloc(count * count + 1, sizeof *ledger->entries);
    bool complete = ledger->pairs != NULL && ledger->own != NULL && ledger->shared != NULL &&
                    ledger->changes != NULL && ledger->changed != NULL && ledger->entries != NULL;
    for (int side = 0; side < 4; side++) {
        ledger->boxes[side] = calloc(count + LANES, sizeof *ledger->boxes[side]);
        complete = complete && ledger->boxes[side] != NULL;
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
    for (int side = 0; side < 4; side++)
        free(ledger->boxes[side]);
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

static void take_box(struct ledger *ledger, uint32_t number)
{
    struct item item = ledger_item(ledger, number);
    struct box box = cost_box(ledger->arrangement, item);
    double reach = cost_reach(item.part);
    ledger->boxes[0][number] = (float)(box.low.x - reach);
    ledger->boxes[1][number] = (float)(box.low.y - reach);
    ledger->boxes[2][number] = (float)(box.high.x + reach);
    ledger->boxes[3][number] = (float)(box.high.y + reach);
}

static void add_entry(struct ledger *ledger, struct ledger_change *change, uint32_t other)
{
    double cost = cost_pair(ledger->arrangement, ledger_item(ledger, change->item),
                            ledger_item(ledger, other));
    if (cost <= 0)
        return;
    ledger->entries[ledger->entry_count++] = (struct ledger_entry){other, (float)cost};
    change->count++;
}

/* Which of LANES items from FIRST on have boxes that meet the box of ITEM, and whether any; a
   loop of a length that the compiler knows, so that it becomes a few wide instructions. */
static bool meet(const struct ledger *ledger, uint32_t item, uint32_t first,
                 unsigned char hits[LANES])
{
    const float *low_x = ledger->boxes[0] + first, *low_y = ledger->boxes[1] + first;
    const float *high_x = ledger->boxes[2] + first, *high_y = ledger->boxes[3] + first;
    float x0 = ledger->boxes[0][item], y0 = ledger->boxes[1][item];
    float x1 = ledger->boxes[2][item], y1 = ledger->boxes[3][item];
    uint64_t all;
    for (int i = 0; i < LANES; i++)
        hits[i] = (low_x[i] < x1) & (high_x[i] > x0) & (low_y[i] < y1) & (high_y[i] > y0);
    memcpy(&all, hits, sizeof all);
    return all != 0;
}

/* Labels are the last of the items, and left out of a sketch. */
static uint32_t active(const struct ledger *ledger)
{
    size_t labels = ledger->arrangement->scene->relation_count;
    return ledger->arrangement->labelled ? ledger->count : ledger->count - (uint32_t)labels;
}

/* Prices an item with all others but those that were priced with it before. */
static void price_item(struct ledger *ledger, struct ledger_change *change)
{
    unsigned char hits[LANES];
    uint32_t item = change->item;
    change->own = cost_own(ledger->arrangement, ledger_item(ledger, item));
    change->first = ledger->entry_count;
    change->count = 0;
    ledger->changed[item] = 2;
    uint32_t count = active(ledger);
    for (uint32_t first = 0; first < count; first += LANES) {
        if (!meet(ledger, item, first, hits))
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
    for (int side = 0; side < 4; side++)
        change->box[side] = ledger->boxes[side][number];
    return true;
}

double ledger_price(struct ledger *ledger)
{
    double difference = 0;
    for (uint32_t i = 0; i < ledger->change_count; i++)
        take_box(ledger, ledger->changes[i].item);
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
        for (int side = 0; side < 4; side++)
            ledger->boxes[side][change->item] = change->box[side];
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

double ledger_cost(const struct ledger *ledger, uint32_t number)
{
    return ledger->own[number] + ledger->shared[number];
}
