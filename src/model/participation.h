/* SPDX-License-Identifier: MIT */
/* The participants of events as relations, so that figures can draw them: contacts of the form
   "participation" from the participant to the event, at its date, with the claims that the
   dataset makes about it. */
#ifndef MODEL_PARTICIPATION_H
#define MODEL_PARTICIPATION_H

#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Adds them all, after the relations of the dataset, unless they have been added. Their ids are
   "EVENT-participant-ACTOR", with a number if that is in use. Fails with STATUS_MEMORY only,
   after which NETWORK can only be freed. */
enum status participation_add(struct network *network);

/* The first of them; the number of relations if there are none. */
uint32_t participation_first(const struct network *network);

#endif
