/* SPDX-License-Identifier: MIT */
/* Two versions of a dataset as one, for figures of what changed: the new one, and what of the old
   one is gone. */
#ifndef FORMAT_ENTENTE_JOINT_H
#define FORMAT_ENTENTE_JOINT_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "query/comparison/scope.h"
#include "query/comparison/sides.h"

/* Appends, as a dataset, the items of NEW that are in KEPT, and those of OLD that are in it and
   have no partner; all that these refer to must be in it, but for participants and parents.
   Titles and words are those of NEW; there are no comments and no markings. Items have the ids
   that joint_write_id writes. Fails only with STATUS_MEMORY. */
enum status joint_write(const struct sides *sides, const struct scope *kept, struct buffer *out);

/* Appends the id that an item of SIDE has there: that in NEW, or if it is gone that in OLD, with
   "-old", and if need be a number, if something else in NEW has that. */
void joint_write_id(const struct sides *sides, enum comparison_item item,
                    enum comparison_side side, uint32_t index, struct buffer *out);

#endif
