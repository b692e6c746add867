/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/score/grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"

enum { MAX_CELLS = 1 << 20 };

static const double smallest_cell = 8;

enum status grid_init(struct grid *grid, const struct box *box, size_t items)
{
    double width = fmax(box->high.x - box->low.x, 0), height = fmax(box->high.y - box->low.y, 0);
    double cell = fmax(smallest_cell, sqrt(width * height / ((double)items + 1)));
    cell = fmax(cell, fmax(width, height) / MAX_CELLS);
    *grid = (struct grid){.low = box->low, .cell = cell};
    grid->columns = (uint32_t)(width / cell) + 1;
    grid->rows = (uint32_t)(height / cell) + 1;
    size_t size = (size_t)grid->columns * grid->rows * sizeof *grid->heads;
    grid->heads = malloc(size);
    if (grid->heads == NULL)
        return STATUS_MEMORY;
    memset(grid->heads, 0xff, size);
    return STATUS_OK;
}

void grid_clear(struct grid *grid)
{
    free(grid->heads);
    free(grid->items);
    *grid = (struct grid){.cell = 1};
}

static uint32_t cell_of(double place, double low, double cell, uint32_t count)
{
    double index = (place - low) / cell;
    return !(index > 0) ? 0 : index < count ? (uint32_t)index : count - 1;
}

struct grid_walk grid_walk(const struct grid *grid, const struct box *box)
{
    struct grid_walk walk = {
        .grid = grid,
        .first_column = cell_of(box->low.x, grid->low.x, grid->cell, grid->columns),
        .last_column = cell_of(box->high.x, grid->low.x, grid->cell, grid->columns),
        .row = cell_of(box->low.y, grid->low.y, grid->cell, grid->rows),
        .last_row = cell_of(box->high.y, grid->low.y, grid->cell, grid->rows)};
    walk.column = walk.first_column;
    walk.entry = grid->heads[(size_t)walk.row * grid->columns + walk.column];
    return walk;
}

/* Goes to the next cell; returns false after the last one. */
static bool step(struct grid_walk *walk)
{
    if (walk->column < walk->last_column)
        walk->column++;
    else if (walk->row < walk->last_row) {
        walk->column = walk->first_column;
        walk->row++;
    } else
        return false;
    walk->entry = walk->grid->heads[(size_t)walk->row * walk->grid->columns + walk->column];
    return true;
}

const struct grid_entry *grid_next(struct grid_walk *walk)
{
    while (walk->entry == GRID_END)
        if (!step(walk))
            return NULL;
    const struct grid_entry *entry = &walk->grid->items[walk->entry];
    walk->entry = entry->next;
    return entry;
}

enum status grid_put(struct grid *grid, const struct box *box, uint32_t item, uint32_t owner)
{
    struct grid_walk walk = grid_walk(grid, box);
    do {
        ARRAY_RESERVE(grid, 1);
        uint32_t *head = &grid->heads[(size_t)walk.row * grid->columns + walk.column];
        grid->items[grid->count] = (struct grid_entry){item, owner, *head};
        *head = (uint32_t)grid->count++;
    } while (step(&walk));
    return STATUS_OK;
}
