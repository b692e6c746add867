/* SPDX-License-Identifier: MIT */
/* Which relations say the same of the same two, so that one line can stand for them. */
#ifndef SCENE_MERGE_H
#define SCENE_MERGE_H

#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

/* Relations are alike that are of one type, phase and evidence and lead from the same actor to
   the same other; where both are mutual, either may be the first. Those are all that a line shows
   besides its width, so form, sign, tier and date don't count. What is drawn through a junction
   is like nothing else.

   LEADERS has room for a number for each relation of SELECTION: the place in the selection of the
   first that is like it; its own where that is itself. */
enum status merge_find(const struct network *network, const struct selection *selection,
                       uint32_t *leaders);

#endif
