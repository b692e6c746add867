/* SPDX-License-Identifier: MIT */
/* What makes an element, or a comment, the same one in two versions of a dataset, although its
   contents differ. */
#ifndef FORMAT_MERGE_IDENTITY_H
#define FORMAT_MERGE_IDENTITY_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "format/merge/normal.h"

/* From the surest to the weakest: copies of each other; what says the same; what has the same id,
   or what else makes it the same one; for what was changed in just that, part of it; and last,
   for what was replaced, its place: the first such element that is gone is the first that is new.
   Two elements that were added are the same by the first three alone, claims with words or
   amounts only by the first two, and amounts, periods, identifiers and attributes also by the
   fourth. */
enum {
    IDENTITY_COPY,
    IDENTITY_WORDS,
    IDENTITY_SURE,
    IDENTITY_PART,
    IDENTITY_PLACE = 6,
    IDENTITY_LEVELS
};

/* Sets *FOUND to whether anything identifies NODE at LEVEL among its siblings, and if so, appends
   that to OUT. Where several share it, only copies and places are the same ones, in order: which
   of the others is meant cannot be known. A text never has an identity, and what has an id only
   that. ADDED: it is compared with what the other side added, not with the base. STATUS_MEMORY on
   failure. */
enum status identity_write(struct normal *normal, struct normal_node node, int level, bool added,
                           struct buffer *out, bool *found);

/* Whether NODE is a comment or the like, which has no identity but its text. */
bool identity_is_remark(struct normal_node node);

/* Appends words for NODE in a message: relation "r1", claim by "times" (asserts). */
void identity_describe(struct normal_node node, struct buffer *out);

#endif
