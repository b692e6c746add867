/* SPDX-License-Identifier: MIT */
/* The positions that actors and events keep in all figures of a dataset: their places, in
   hundredths of the width and the height of a sheet, from its top left corner. */
#ifndef MODEL_POSITIONS_H
#define MODEL_POSITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* The side of the sheet, in the unit of places. */
enum { POSITIONS_SIDE = 100 };

struct position {
    char *id;       /* of an actor or an event; owned */
    char *comments; /* those before it in the file, one per line; NULL: none; owned */
    double x, y;    /* of its centre: 0 to POSITIONS_SIDE */
    uint32_t line;  /* in the file; 0: not from a file */
    bool pinned;    /* it is not moved */
};

/* Positions, sorted by the bytes of their ids, none of which occurs twice. Zero-initialize it
   before use. */
struct positions {
    struct position *items;
    size_t count, capacity;
    char *head, *foot; /* comments before and after all positions, as above; owned */
    char *level;       /* of the dataset that they are of what is left of; NULL: all; owned */
};

void positions_clear(struct positions *positions);

/* The position of ID; NULL if there is none. */
const struct position *positions_find(const struct positions *positions, const char *id);

/* Adds a position for ID, which has none, at the place X,Y, rounded as it will be written. Fails
   only with STATUS_MEMORY. */
enum status positions_add(struct positions *positions, const char *id, double x, double y);

/* VALUE, rounded to what positions_add keeps: a tenth of a hundredth, from 0 to POSITIONS_SIDE.
 */
double positions_round(double value);

/* Removes the positions of all ids for which KEEPS returns false, and returns their number. */
size_t positions_prune(struct positions *positions,
                       bool (*keeps)(const void *context, const char *id), const void *context);

#endif
