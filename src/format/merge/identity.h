/* SPDX-License-Identifier: MIT */
/* What makes an element, or a comment, the same one in two versions of a dataset, although its
   contents differ. */
#ifndef FORMAT_MERGE_IDENTITY_H
#define FORMAT_MERGE_IDENTITY_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "format/merge/normal.h"

/* From the surest to the weakest. By the first alone, two elements that were added are the same.
 */
enum { IDENTITY_SURE, IDENTITY_LEVELS = 4 };

/* Appends to OUT what identifies NODE at LEVEL among its siblings; those that share it are the
   same in order. Returns false if nothing does: a text never has an identity, and what has an id
   only that. */
bool identity_write(struct normal_node node, int level, struct buffer *out);

/* Appends words for NODE in a message: relation "r1", claim by "times" (asserts). */
void identity_describe(struct normal_node node, struct buffer *out);

#endif
