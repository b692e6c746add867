/* SPDX-License-Identifier: MIT */
/* What changed: a list of changes, each of one item, claim or part. */
#ifndef QUERY_COMPARISON_CHANGE_H
#define QUERY_COMPARISON_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "query/comparison/sides.h"

enum change_group {
#define CHANGE_GROUP(name, ...) CHANGE_GROUP_##name,
#include "query/comparison/change.def"
    CHANGE_GROUPS
};

enum change_kind {
#define CHANGE(name, ...) CHANGE_##name,
#include "query/comparison/change.def"
    CHANGES
};

struct change {
    enum change_kind kind;
    enum comparison_item item; /* ITEMS: the dataset itself */
    uint32_t items[SIDES];     /* indices, or NETWORK_NONE where it is not */
    uint32_t claims[SIDES];    /* likewise, of a change of a claim or of a part of one */
    const char *noun;          /* the part that changed: see parts.h; "" for none */
    const char *key;           /* of it; "" for none */
    const char *topic, *about; /* of a claim or of evidence about a part: its noun and value; ""
                                  for none */
    const char *values[SIDES]; /* of the part, or of what the kind says; NULL: none */
    bool implied;              /* another change says as much to people */
    size_t order;
};

struct changes {
    struct change *items; /* owned */
    size_t count, capacity;
    struct arena arena; /* their texts */
};

void changes_clear(struct changes *changes);

/* Appends a copy. Fails only with STATUS_MEMORY. */
enum status changes_add(struct changes *changes, const struct change *change);

/* Sorts by kind, then by what the change is of: its type and id; then as they were added. Fails
   only with STATUS_MEMORY. */
enum status changes_sort(struct changes *changes, const struct sides *sides);

const char *change_word(enum change_kind kind);
const char *change_phrase(enum change_kind kind);
const char *change_label(enum change_kind kind);
enum change_group change_group_of(enum change_kind kind);
const char *change_group_word(enum change_group group);
const char *change_group_heading(enum change_group group);

#endif
