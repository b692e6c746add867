/* SPDX-License-Identifier: MIT */
/* The account of a placement's cost: what each part and each pair of parts costs now, kept so
   that a change is priced by looking only at what it touches. */
#ifndef LAYOUT_SEARCH_ENERGY_H
#define LAYOUT_SEARCH_ENERGY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/search/cost.h"

/* A pair's cost as it would be. */
struct energy_pair {
    uint32_t other;
    float cost;
};

struct energy_touched {
    uint32_t number;
    double own;                 /* what it would cost by itself */
    size_t first, count;        /* into entries */
    float sides[OCTAGON_SIDES]; /* where it was */
};

struct energy {
    const struct placement *placement; /* lent */
    uint32_t count;                    /* of all items */
    double total;
    unsigned long long
        segment_pairs; /* pairs of segments that were looked at: how much was done so far */
    double penalty;    /* a collision costs so many times as much as cost.h says */
    float *pairs;      /* count * count, symmetric */
    double *own;       /* of each item */
    double *shared;    /* of each item: the sum of its pairs */
    float *sides[OCTAGON_SIDES];    /* the octagon around each item, grown by its reach */
    struct energy_touched *touched; /* of the change under way */
    uint32_t touched_count;
    unsigned char *states; /* 1: among the changes; 2: and priced */
    struct energy_pair *entries;
    size_t entry_count;
};

enum status energy_init(struct energy *energy, const struct placement *placement);
void energy_clear(struct energy *energy);

uint32_t energy_part_number(const struct energy *energy, enum part_kind kind, uint32_t index);
struct part energy_part(const struct energy *energy, uint32_t number);

/* Works everything out anew. */
void energy_recompute(struct energy *energy);

/* A change: name every part that it touches, each once or more often (whether it is new is
   answered); change the placement; then see what it costs, as a difference, and accept it, or
   reject it and put the placement back. */
void energy_begin(struct energy *energy);
bool energy_touch(struct energy *energy, enum part_kind kind, uint32_t index);
double energy_difference(struct energy *energy);
void energy_accept(struct energy *energy);
void energy_reject(struct energy *energy);

/* Makes collisions count more, or as much as ever (1), and works everything out anew. */
void energy_set_penalty(struct energy *energy, double penalty);

/* Whether an item collides with another, or a label is where it may not be. What is merely near,
   and lines that cross, don't collide. */
bool energy_collides(const struct energy *energy, uint32_t number);

/* What an item costs: by itself, and with all others. */
double energy_of_part(const struct energy *energy, uint32_t number);

#endif
