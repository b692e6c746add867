/* SPDX-License-Identifier: MIT */
/* The contents of an element in the base and in two versions of it, and which of them are the
   same ones. */
#ifndef FORMAT_MERGE_SIBLINGS_H
#define FORMAT_MERGE_SIBLINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/merge/normal.h"

enum siblings_side { SIDE_BASE, SIDE_OURS, SIDE_THEIRS, SIDES };

#define SIBLINGS_NONE UINT32_MAX

struct sibling {
    uint32_t node;
    uint32_t partners[SIDES]; /* the same one among those of another side, or SIBLINGS_NONE */
};

struct siblings {
    const struct manuscript *manuscript;
    struct sibling *items;
    size_t count, capacity;
};

/* Lists the contents of ELEMENTS, whose index is SIBLINGS_NONE where there is none: without white
   space, or if TEXT, with all pieces of text, which are never the same ones. Then finds partners.
   STATUS_MEMORY on failure; the caller clears SIBLINGS in any case. */
enum status siblings_match(struct siblings siblings[SIDES],
                           const struct normal_node elements[SIDES], bool text);

void siblings_clear(struct siblings siblings[SIDES]);

#endif
