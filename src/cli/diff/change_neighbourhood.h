/* SPDX-License-Identifier: MIT */
/* What the figure of what changed shows: the ties that changed, and those around them. */
#ifndef CLI_DIFF_CHANGE_NEIGHBOURHOOD_H
#define CLI_DIFF_CHANGE_NEIGHBOURHOOD_H

#include <stdbool.h>

#include "base/status.h"
#include "cli/diff/review.h"
#include "model/network.h"
#include "scene/scene.h"

/* Sets KEPT to the ties of both versions that changed, and to those of NEW that are the same
   among their parties and beside these, of each the heaviest few; *LEFT_OUT to the number of
   others. *EMPTY: no tie changed in a way that a figure shows, which another id or place in the
   file is not. Fails only with STATUS_MEMORY; the caller clears KEPT in any case. */
enum status change_neighbourhood_find(const struct review *review, struct scope *kept,
                                      bool *empty, size_t *left_out);

/* What became of each relation of JOINT, a network of what is kept (format/entente/joint.h). The
   caller frees it; NULL: out of memory. */
struct scene_change *change_neighbourhood_mark(const struct review *review,
                                               const struct network *joint);

/* The same of each actor and event: new, gone or the same. */
enum scene_change_kind *change_neighbourhood_mark_vertices(const struct review *review,
                                                           const struct network *joint);

#endif
