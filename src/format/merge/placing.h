/* SPDX-License-Identifier: MIT */
/* The order in which the contents of an element are merged: that of one side, the skeleton, with
   what only the other has where it stands there: after the same one, and after what the skeleton
   has added there. */
#ifndef FORMAT_MERGE_PLACING_H
#define FORMAT_MERGE_PLACING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "format/merge/siblings.h"

struct placed {
    enum siblings_side side; /* the skeleton, unless only the other has it */
    uint32_t index;          /* of the sibling of that side */
};

struct placing {
    const struct siblings *siblings;    /* of all sides */
    const struct normal_node *elements; /* around them; index SIBLINGS_NONE: missing */
    bool text;
    enum siblings_side skeleton, other;
    struct placed *items;
    size_t count, capacity;
};

/* ELEMENTS and SIBLINGS must remain valid. The skeleton is LEADER; if that is SIDES, ours, unless
   only theirs has another order than the base. In a TEXT, the skeleton's pieces are placed, and
   only they. Zero PLACING before; the caller clears it in any case. */
enum status placing_make(struct placing *placing, const struct siblings siblings[SIDES],
                         const struct normal_node elements[SIDES], bool text,
                         enum siblings_side leader);

void placing_clear(struct placing *placing);

/* Whether NODE is a piece of text, or stands in one, so that it is not merged by itself. */
bool placing_is_piece(const struct placing *placing, const struct manuscript_node *node);

/* Sets PARTNERS to the indices of the sibling INDEX of SIDE on all sides. */
void placing_partners(const struct placing *placing, enum siblings_side side, uint32_t index,
                      uint32_t partners[SIDES]);

/* The white space before the sibling with these indices: that of the skeleton, or of the other
   side if only that changed it. */
struct manuscript_span placing_lead(const struct placing *placing,
                                    const uint32_t partners[SIDES]);

/* Likewise, that at the end of the contents. */
struct manuscript_span placing_tail(const struct placing *placing);

#endif
