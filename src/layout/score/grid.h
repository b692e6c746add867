/* SPDX-License-Identifier: MIT */
/* A uniform grid whose cells list the boxes that touch them: a spatial index. */
#ifndef LAYOUT_SCORE_GRID_H
#define LAYOUT_SCORE_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"

#define GRID_END UINT32_MAX

/* An entry of a cell: an item and its owner, two numbers that are the caller's. */
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

/* Makes a grid over BOX with about ITEMS cells, which are at least 8 units wide. Anything outside
   BOX goes into the cells at its border. Fails only with STATUS_MEMORY; unless it does, the
   caller clears GRID. */
enum status grid_init(struct grid *grid, const struct box *box, size_t items);
void grid_clear(struct grid *grid);

/* Puts an item into all cells that BOX touches. Fails only with STATUS_MEMORY. */
enum status grid_put(struct grid *grid, const struct box *box, uint32_t item, uint32_t owner);

/* An iterator over the cells that a box touches. An item in several of them is found several
   times. */
struct grid_walk {
    const struct grid *grid;
    uint32_t first_column, last_column, last_row, column, row, entry;
};

struct grid_walk grid_walk(const struct grid *grid, const struct box *box);

/* The next entry of the walk; NULL at its end. */
const struct grid_entry *grid_next(struct grid_walk *walk);

#endif
