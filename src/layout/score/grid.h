/* SPDX-License-Identifier: MIT */
/* Finds what is near a place without looking at everything: boxes in the cells of a grid. */
#ifndef LAYOUT_SCORE_GRID_H
#define LAYOUT_SCORE_GRID_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"

#define GRID_END UINT32_MAX

/* What was put into a cell: an item and its owner, whatever the caller means by them. */
struct grid_entry {
    uint32_t item, owner, next;
};

struct grid {
    struct point low;
    double cell; /* the side of a cell */
    uint32_t columns, rows;
    uint32_t *heads; /* of each cell: an entry or GRID_END */
    struct grid_entry *items;
    size_t count, capacity;
};

/* A grid over BOX with about as many cells as ITEMS, none smaller than 8. Things outside the box
   are put into the cells at its border, and found there. */
enum status grid_init(struct grid *grid, const struct box *box, size_t items);
void grid_clear(struct grid *grid);

/* Puts an item into all cells that BOX touches. STATUS_MEMORY at worst. */
enum status grid_put(struct grid *grid, const struct box *box, uint32_t item, uint32_t owner);

/* A walk through the cells that a box touches. An item in several cells is met several times. */
struct grid_walk {
    const struct grid *grid;
    uint32_t first_column, last_column, last_row, column, row, entry;
};

struct grid_walk grid_walk(const struct grid *grid, const struct box *box);

/* The next item of the walk; NULL at its end. */
const struct grid_entry *grid_next(struct grid_walk *walk);

#endif
