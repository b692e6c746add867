/* SPDX-License-Identifier: MIT */
/* What one side of a merge seems to have deleted, but only gave another id. A merge goes by ids;
   that two elements are the same but for these is what a comparison finds. */
#ifndef CLI_MERGE_RENAMES_H
#define CLI_MERGE_RENAMES_H

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "model/network.h"

/* Notes what SIDE, which messages call NAME, has renamed since BASE (query/comparison/renaming.h)
   and MERGED, the result, still calls by its old id. Fails only with STATUS_MEMORY. */
enum status merge_renames_note(const struct network *base, const struct network *side,
                               const char *name, const struct buffer *merged,
                               struct messages *messages);

#endif
