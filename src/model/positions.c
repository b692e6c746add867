/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "model/positions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

static void clear_position(struct position *position)
{
    free(position->id);
    free(position->comments);
}

void positions_clear(struct positions *positions)
{
    for (size_t i = 0; i < positions->count; i++)
        clear_position(&positions->items[i]);
    free(positions->items);
    free(positions->head);
    free(positions->foot);
    free(positions->level);
    *positions = (struct positions){.items = NULL};
}

/* The index of the first position whose id is not before ID (binary search). */
static size_t first_from(const struct positions *positions, const char *id)
{
    size_t low = 0, high = positions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(positions->items[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct position *positions_find(const struct positions *positions, const char *id)
{
    size_t at = first_from(positions, id);
    bool found = at < positions->count && strcmp(positions->items[at].id, id) == 0;
    return found ? &positions->items[at] : NULL;
}

double positions_round(double value)
{
    double rounded = floor(value * 10 + 0.5) / 10;
    return rounded < 0 ? 0 : rounded > POSITIONS_SIDE ? POSITIONS_SIDE : rounded;
}

enum status positions_add(struct positions *positions, const char *id, double x, double y)
{
    ARRAY_RESERVE(positions, 1);
    const struct position added = {
        .id = strdup(id), .x = positions_round(x), .y = positions_round(y)};
    if (added.id == NULL)
        return STATUS_MEMORY;
    size_t at = first_from(positions, id);
    memmove(positions->items + at + 1, positions->items + at,
            (positions->count - at) * sizeof *positions->items);
    positions->items[at] = added;
    positions->count++;
    return STATUS_OK;
}

size_t positions_prune(struct positions *positions,
                       bool (*keeps)(const void *context, const char *id), const void *context)
{
    size_t kept = 0, before = positions->count;
    for (size_t i = 0; i < before; i++) {
        if (keeps(context, positions->items[i].id))
            positions->items[kept++] = positions->items[i];
        else
            clear_position(&positions->items[i]);
    }
    positions->count = kept;
    return before - kept;
}
