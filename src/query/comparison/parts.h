/* SPDX-License-Identifier: MIT */
/* What a dataset says of an item, as a list of parts: its attributes, names, texts and so on,
   each by the word that the dataset has for it. Two items are the same if they have the same
   parts. Claims are not among them (claims.h), nor is the id. */
#ifndef QUERY_COMPARISON_PARTS_H
#define QUERY_COMPARISON_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "query/comparison/sides.h"

struct part {
    const char *noun;    /* "weight", "name", "identifier"; static */
    const char *key;     /* its language, scheme or name; "" for none */
    const char *value;   /* never "": then there is no part */
    const char *marking; /* of this part alone: a level; "" for none */
    uint32_t statement;  /* with the claims about it, or NETWORK_NONE */
    size_t order;        /* as added */
};

struct parts {
    struct part *items; /* owned */
    size_t count, capacity;
    struct arena *arena; /* of values that are composed; borrowed */
};

void parts_clear(struct parts *parts);

/* Append the parts of an item; of the dataset itself; and of the claim INDEX, which is about the
   PERIOD, an index or NETWORK_NONE. Ids in them are those of NEW if the item that they refer to
   has a partner. Fail only with STATUS_MEMORY. */
enum status parts_add_item(struct parts *parts, const struct sides *sides,
                           enum comparison_item item, enum comparison_side side, uint32_t index);
enum status parts_add_dataset(struct parts *parts, const struct network *network);
enum status parts_add_claim(struct parts *parts, const struct network *network, uint32_t index,
                            uint32_t period);

/* What happened to a part: one of them is NULL if it was added or removed. */
typedef enum status parts_report(void *context, const struct part *old, const struct part *new);

/* Calls REPORT, which may be NULL, with each pair of parts that have the same noun and key but
   another value or marking, or that are the same and have claims, and with those that are only in
   one list. Sorts both. Returns the first status of REPORT that is not STATUS_OK. */
enum status parts_compare(struct parts *old, struct parts *new, parts_report *report,
                          void *context);

/* A number that is the same for the same parts in any order; others differ, most likely. */
uint64_t parts_hash(const struct parts *parts, const struct siphash_key *key);

#endif
