/* SPDX-License-Identifier: MIT */
/* The energy of a placement, a term of Davidson and Harel's: the sum of all costs (cost.h). The
   cost of each part and each pair of parts is stored, so that a trial computes only the costs of
   the parts that it touches. */
#ifndef LAYOUT_SEARCH_ENERGY_H
#define LAYOUT_SEARCH_ENERGY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/search/cost.h"
#include "layout/search/octagon.h"
#include "layout/search/part.h"
#include "layout/search/placement.h"

/* The new cost of a pair of a touched part and another one. */
struct energy_pair {
    uint32_t other;
    float cost;
};

/* A part that the current trial touches. */
struct energy_touched {
    uint32_t number;
    double own;                 /* its new cost by itself */
    size_t first, count;        /* its pairs with other parts: FIRST is an index into pairs */
    float sides[OCTAGON_SIDES]; /* its octagon before the trial */
};

struct energy {
    const struct placement *placement; /* borrowed */
    uint32_t count;                    /* of all parts */
    double total;
    double penalty;                   /* a factor for the costs of collisions, normally 1 */
    float *pair_costs;                /* count * count, symmetric */
    double *own_costs;                /* of each part by itself */
    double *pair_sums;                /* of each part: the sum of its pair costs */
    float *sides[OCTAGON_SIDES];      /* of each part's octagon (cost_octagon) */
    unsigned long long segment_pairs; /* compared so far: a measure of work */
    /* The current trial. */
    struct energy_touched *touched;
    uint32_t touched_count;
    unsigned char *states; /* of each part: enum energy_state */
    struct energy_pair *pairs;
    size_t pair_count;
};

enum energy_state { ENERGY_UNTOUCHED, ENERGY_TOUCHED, ENERGY_COMPUTED };

/* Initializes ENERGY to 0 for PLACEMENT, which is borrowed; call energy_recompute once PLACEMENT
   is filled. Takes memory proportional to the square of the number of parts. Fails only with
   STATUS_MEMORY; unless it does, the caller clears ENERGY. */
enum status energy_init(struct energy *energy, const struct placement *placement);
void energy_clear(struct energy *energy);

/* Computes everything again, which also removes rounding errors. */
void energy_recompute(struct energy *energy);

/* For trial.h. A trial calls energy_begin, calls energy_touch for every part that it is about to
   change, changes and updates the placement, and gets the difference of energy; then it accepts
   the change, or rejects it and restores the placement. Touching a part again has no effect;
   energy_touch returns whether it was the first time. */
void energy_begin(struct energy *energy);
bool energy_touch(struct energy *energy, enum part_kind kind, uint32_t index);
double energy_difference(struct energy *energy);
void energy_accept(struct energy *energy);
void energy_reject(struct energy *energy);

/* Changes the penalty and recomputes. */
void energy_set_penalty(struct energy *energy, double penalty);

/* Whether part NUMBER collides with another part, or is a label outside the drawing. Parts that
   are merely near each other do not collide, nor do lines that cross. */
bool energy_collides(const struct energy *energy, uint32_t number);

/* The cost of part NUMBER by itself and with all others. */
double energy_of_part(const struct energy *energy, uint32_t number);

#endif
