/* SPDX-License-Identifier: MIT */
/* Whether a relation is past, current or prospective at the time that a selection is about. */
#ifndef QUERY_PHASE_H
#define QUERY_PHASE_H

#include <stdint.h>

#include "model/date.h"
#include "model/network.h"
#include "query/criteria.h"

/* The days that CRITERIA are about, owned by them: those of --at, else of --during; NULL if
   neither is given. */
const struct date_span *phase_period(const struct criteria *criteria);

/* The phase of a relation, an index in NETWORK, during PERIOD. A relation that is known to hold
   then is current, unless it is prospective. If its date is unknown, or PERIOD is NULL, the phase
   is that of the dataset, which is relative to its "as-of". */
enum relation_phase phase_of(const struct network *network, uint32_t relation,
                             const struct date_span *period);

#endif
