/* SPDX-License-Identifier: MIT */
/* Merges two versions of a dataset that were made from a base: by id and attribute, not by line.
   An element is the same one in two versions if it has the same id or whatever else identifies it
   (identity.h). What one side changed, added or deleted is taken; what both changed is merged
   within, down to attributes and texts; what nobody changed keeps its bytes, and the order is
   that of ours unless only theirs changed it.

   What can't be merged is a conflict: both sides stand in the result, each whole, between the
   markers that git uses. */
#ifndef FORMAT_MERGE_MERGE_H
#define FORMAT_MERGE_MERGE_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "format/merge/conflicts.h"
#include "format/merge/siblings.h"

/* The result; the caller clears it with merge_clear in any case. */
struct merge {
    struct buffer out;
    struct conflicts conflicts;
};

/* Merges MANUSCRIPTS, which must remain valid as long as MERGE; the base is NULL if both were
   made from nothing. Markers have SIZE characters. Fails with STATUS_MEMORY only. */
enum status merge_write(struct merge *merge, const struct manuscript *const manuscripts[SIDES],
                        unsigned size);

void merge_clear(struct merge *merge);

#endif
