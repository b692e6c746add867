/* SPDX-License-Identifier: MIT */
/* A comparison of two networks under way: the pair of items that is being compared, and the
   report of what has changed in it. */
#ifndef QUERY_COMPARISON_COMPARING_H
#define QUERY_COMPARISON_COMPARING_H

#include "base/memory/arena.h"
#include "base/memory/bitset.h"
#include "query/comparison/change.h"
#include "query/comparison/parts.h"
#include "query/comparison/scope.h"
#include "query/comparison/sides.h"

/* A pair of items that is being compared. */
struct comparing {
    const struct sides *sides;
    const struct scope *scope;
    struct changes *changes;
    struct bitset regraded; /* sources of NEW whose changes matter for evidence */
    bool any_regraded;
    struct arena arena;        /* of the parts of one item */
    enum comparison_item item; /* ITEMS: the dataset itself */
    uint32_t items[SIDES];     /* NETWORK_NONE for both: the dataset itself */
    const struct part *about;  /* of the claims that are being compared; NULL: the item */
    uint32_t claims[SIDES];    /* of the parts that are being compared, or NETWORK_NONE */
    bool found;                /* something has changed in it */
    enum change_kind reshaped; /* what became of the ends or the type of a relation, or CHANGES */
    const char **periods;      /* the dates of its periods in NEW, sorted; owned */
    size_t period_count;
};

/* Adds a change of KIND of what is being compared: of its part NOUN and KEY from BEFORE to AFTER,
   which are NULL if there is none. Fails only with STATUS_MEMORY. */
enum status comparing_report(struct comparing *comparing, enum change_kind kind, const char *noun,
                             const char *key, const char *before, const char *after);

/* Notes the dates of the periods among the parts of NEW. */
enum status comparing_note_periods(struct comparing *comparing, const struct parts *new);

#endif
