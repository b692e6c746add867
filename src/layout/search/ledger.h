/* SPDX-License-Identifier: MIT */
/* The account of an arrangement's cost: what each part and each pair of parts costs now, kept so
   that a change is priced by looking only at what it touches. */
#ifndef LAYOUT_SEARCH_LEDGER_H
#define LAYOUT_SEARCH_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/search/cost.h"

/* A pair's cost as it would be. */
struct ledger_entry {
    uint32_t other;
    float cost;
};

struct ledger_change {
    uint32_t item;
    double own;                 /* what it would cost by itself */
    size_t first, count;        /* into entries */
    float sides[OCTAGON_SIDES]; /* where it was */
};

struct ledger {
    const struct arrangement *arrangement; /* lent */
    uint32_t count;                        /* of all items */
    double total;
    unsigned long long
        priced;        /* pairs of segments that were looked at: how much was done so far */
    double strictness; /* a collision costs so many times as much as cost.h says */
    float *pairs;      /* count * count, symmetric */
    double *own;       /* of each item */
    double *shared;    /* of each item: the sum of its pairs */
    float *sides[OCTAGON_SIDES];   /* the octagon around each item, grown by its reach */
    struct ledger_change *changes; /* of the change under way */
    uint32_t change_count;
    unsigned char *changed; /* 1: among the changes; 2: and priced */
    struct ledger_entry *entries;
    size_t entry_count;
};

enum status ledger_init(struct ledger *ledger, const struct arrangement *arrangement);
void ledger_clear(struct ledger *ledger);

uint32_t ledger_number(const struct ledger *ledger, enum part part, uint32_t index);
struct item ledger_item(const struct ledger *ledger, uint32_t number);

/* Works everything out anew. */
void ledger_renew(struct ledger *ledger);

/* A change: name every part that it touches, each once or more often (whether it is new is
   answered); change the arrangement; then see what it costs, as a difference, and accept it, or
   reject it and put the arrangement back. */
void ledger_begin(struct ledger *ledger);
bool ledger_touch(struct ledger *ledger, enum part part, uint32_t index);
double ledger_price(struct ledger *ledger);
void ledger_accept(struct ledger *ledger);
void ledger_reject(struct ledger *ledger);

/* Makes collisions count more, or as much as ever (1), and works everything out anew. */
void ledger_be_strict(struct ledger *ledger, double strictness);

/* Whether an item collides with another, or a label is where it may not be. What is merely near,
   and lines that cross, don't collide. */
bool ledger_collides(const struct ledger *ledger, uint32_t number);

/* What an item costs: by itself, and with all others. */
double ledger_cost(const struct ledger *ledger, uint32_t number);

#endif
