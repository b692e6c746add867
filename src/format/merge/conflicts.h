/* SPDX-License-Identifier: MIT */
/* The conflicts of a merge, in words. */
#ifndef FORMAT_MERGE_CONFLICTS_H
#define FORMAT_MERGE_CONFLICTS_H

#include <stddef.h>

#include "base/memory/arena.h"
#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"
#include "format/merge/normal.h"
#include "format/merge/siblings.h"

/* Zero it before use. */
struct conflicts {
    const char **items; /* texts, in the order of their markers */
    size_t count, capacity;
    struct arena arena;
};

/* "ours" and "theirs". */
const char *conflicts_side(enum siblings_side side);

/* Inserts a conflict before number AT. NODE is what it is about, or the version of it that is
   left; WHAT the part of it, or NULL for all. OURS and THEIRS are what both sides say, as a
   manuscript does. */
enum status conflicts_add_values(struct conflicts *conflicts, size_t at, struct normal_node node,
                                 struct manuscript_span what, struct manuscript_span ours,
                                 struct manuscript_span theirs);

/* Appends that NODE, the version of it that is left, was deleted on SIDE and changed on the
   other. */
enum status conflicts_add_deletion(struct conflicts *conflicts, struct normal_node node,
                                   enum siblings_side side);

/* Appends that both sides changed NODE. */
enum status conflicts_add_change(struct conflicts *conflicts, struct normal_node node);

/* Reports them as errors, at the markers of MERGED, each of SIZE characters, in the file PATH. */
void conflicts_report(const struct conflicts *conflicts, const struct buffer *merged,
                      unsigned size, const char *path, struct messages *messages);

void conflicts_clear(struct conflicts *conflicts);

#endif
