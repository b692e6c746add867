/* SPDX-License-Identifier: MIT */
/* References to what one side has deleted: each side is valid, but what they merge to is not. */
#ifndef FORMAT_MERGE_DANGLING_H
#define FORMAT_MERGE_DANGLING_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/merge/siblings.h"

/* Reports each reference in MERGED, the file PATH, to an id of the base that isn't there any
   more, as an error, and sets *COUNT to their number. MANUSCRIPTS are those that were merged; the
   base may be NULL. STATUS_MEMORY on failure. */
enum status dangling_report(const struct manuscript *const manuscripts[SIDES],
                            const struct buffer *merged, const char *path,
                            struct messages *messages, size_t *count);

#endif
