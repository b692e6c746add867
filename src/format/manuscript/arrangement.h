/* SPDX-License-Identifier: MIT */
/* The order in which the contents of an element stand, and what separates them: elements,
   comments and instructions, without the white space between them. */
#ifndef FORMAT_MANUSCRIPT_ARRANGEMENT_H
#define FORMAT_MANUSCRIPT_ARRANGEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/manuscript/manuscript.h"

enum arrangement_order {
    ARRANGEMENT_FILE, /* as they stand */
    ARRANGEMENT_TYPE, /* in lists: by type or kind, in the order of the vocabulary */
    ARRANGEMENT_ID    /* in lists: by id; words by themselves */
};

struct arrangement_item {
    uint32_t node;  /* index */
    bool blank;     /* an empty line is before it */
    bool same_line; /* a comment that follows something on its line */
};

/* A stack: an element's items are on top while it is written. Zero it before use. */
struct arrangement {
    struct arrangement_item *items;
    size_t count, capacity;
};

/* Adds the contents of the element INDEX, none of them a text. In another order than that of the
   file, what is before an element on lines of its own and what follows on its line goes with it;
   only what has a comment before it keeps an empty line, and the first of each type gets one. */
enum status arrangement_add(struct arrangement *arrangement, const struct manuscript *manuscript,
                            uint32_t index, enum arrangement_order order);

void arrangement_clear(struct arrangement *arrangement);

#endif
