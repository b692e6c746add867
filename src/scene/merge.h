/* SPDX-License-Identifier: MIT */
/* Finds relations that say the same about the same two actors, so that one line can be drawn for
   all of them. */
#ifndef SCENE_MERGE_H
#define SCENE_MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

/* Relations are merged if they have the same type, phase in PERIOD (query/phase.h) and evidence
   and lead from the same actor to the same other actor; mutual relations also if the actors are
   swapped. That is all a line shows besides its width, so form, sign, tier and date don't matter.
   A relation that is drawn through a junction is never merged. If blocs are folded, they are the
   ends in place of their members. Unless ALL relations are to be merged, only those of a bloc
   are. If they are TOLD by parties (telling.h), only those are of which the same sources say the
   same, or a line would say of all what a party says of one.

   LEADERS is an array of SELECTION's count. For each relation of SELECTION, it gets the index in
   SELECTION of the first relation that it is merged with, or the relation's own index. Fails only
   with STATUS_MEMORY. */
enum status merge_find(const struct network *network, const struct selection *selection,
                       const struct date_span *period, bool all, bool told, uint32_t *leaders);

#endif
