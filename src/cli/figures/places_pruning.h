/* SPDX-License-Identifier: MIT */
/* The places of actors and events that are gone: removed from a positions file, and named. */
#ifndef CLI_FIGURES_PLACES_PRUNING_H
#define CLI_FIGURES_PLACES_PRUNING_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "model/network.h"
#include "model/positions.h"

/* What has been removed. */
struct places_pruning {
    size_t count;
    struct buffer ids; /* the first of them: "b1, b2"; the caller clears it */
};

/* Removes from POSITIONS those of ids that are actors or events in none of the COUNT networks.
   Allocation failure is sticky in the ids of PRUNING. */
void places_pruning_run(struct places_pruning *pruning, struct positions *positions,
                        const struct network *const networks[], size_t count);

/* Says, as a note, what has been removed from the file PATH; nothing if that is nothing. */
void places_pruning_note(const struct places_pruning *pruning, const char *path,
                         struct messages *messages);

#endif
