/* SPDX-License-Identifier: MIT */
/* Which relations state the same of the same two actors, so that one line can be drawn for
   them. */
#ifndef SCENE_MERGE_H
#define SCENE_MERGE_H

#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

/* Relations are merged if they have the same type, phase and evidence and lead from the same
   actor to the same other; mutual ones also if the actors are the other way round. That is all a
   line shows besides its width, so form, sign, tier and date don't matter. A relation that is
   drawn through a junction is merged with none.

   LEADERS has room for a number for each relation of SELECTION: it gets the index in SELECTION of
   the first of those it is merged with, or its own. */
enum status merge_find(const struct network *network, const struct selection *selection,
                       uint32_t *leaders);

#endif
