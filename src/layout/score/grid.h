/* SPDX-License-Identifier: MIT */
/* A grid of cells that list the boxes in them, to find what is near a place. */
#ifndef LAYOUT_SCORE_GRID_H
#define LAYOUT_SCORE_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"

#define GRID_END UINT32_MAX

/* What is in a cell: an item and its owner, two numbers of the caller's. */
struct grid_entry {
    uint32_t item, owner;
    uint32_t next; /* in the cell: an entry or GRID_END */
};

struct grid {
    struct point low;
    double cell; /* the side of a cell */
    uint32_t columns, rows;
    uint32_t *heads; /* of each cell: an entry or GRID_END */
    struct grid_entry *items;
    size_t count, capacity;
};

/* A grid over BOX with about as many cells as ITEMS, at least 8 units wide. What is outside BOX
   is in the cells at its border. Allocates memory, which the caller clears unless this fails,
   which is only with STATUS_MEMORY. */
enum status grid_init(struct grid *grid, const struct box *box, size_t items);
void grid_clear(struct grid *grid);

/* Puts an item into all cells that BOX touches. Fails only with STATUS_MEMORY. */
enum status grid_put(struct grid *grid, const struct box *box, uint32_t item, uint32_t owner);

/* A walk through the cells that a box touches. An item in several of them is found as often. */
struct grid_walk {
    const struct grid *grid;
    uint32_t first_column, last_column, last_row, column, row, entry;
};

struct grid_walk grid_walk(const struct grid *grid, const struct box *box);

/* The next entry of the walk; NULL at its end. */
const struct grid_entry *grid_next(struct grid_walk *walk);

#endif
