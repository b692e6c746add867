/* SPDX-License-Identifier: MIT */
/* Who took part in which event, and of whom that is only said or even denied: what the claims
   about participants (model/statement.h) amount to. Nothing is written if there is nobody. */
#ifndef CLI_EXPLAIN_ATTENDANCE_H
#define CLI_EXPLAIN_ATTENDANCE_H

#include <stdint.h>

#include "base/text/prose.h"
#include "model/network.h"

/* Writes "took part", and "in doubt" with "said to have taken part: …; denied: …". EVENT is a
   vertex. */
void attendance_write_participants(const struct prose *prose, const struct network *network,
                                   uint32_t event);

/* The same of the events in which the vertex ACTOR took part. */
void attendance_write_events(const struct prose *prose, const struct network *network,
                             uint32_t actor);

#endif
