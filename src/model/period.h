/* SPDX-License-Identifier: MIT */
/* The times in which a relation held. */
#ifndef MODEL_PERIOD_H
#define MODEL_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/date.h"
#include "model/network.h"

/* The periods of RELATION: COUNT of them from *FIRST on, 0 for most relations. */
size_t period_find(const struct network *network, uint32_t relation, size_t *first);

/* Whether RELATION is known to hold on some day of SPAN: in one of its periods or, without any,
   by its date. It must have a date. */
bool period_holds(const struct network *network, uint32_t relation, struct date_span span);

/* The weight of RELATION in SPAN: the greatest of those periods in which it held then; its own if
   SPAN is NULL, if it has no period, or none with a weight. */
unsigned period_weight(const struct network *network, uint32_t relation,
                       const struct date_span *span);

/* The period of RELATION that CLAIM, an index, is about: an index into the periods; NETWORK_NONE
   if it is about none. Takes time logarithmic in the number of periods. */
uint32_t period_of_claim(const struct network *network, uint32_t relation, uint32_t claim);

/* Whether CLAIM, which points into the network's claims, counts in SPAN: it is about no period of
   its RELATION, or about one in which that held then. Without a SPAN, it does. */
bool period_counts_claim(const struct network *network, uint32_t relation,
                         const struct network_claim *claim, const struct date_span *span);

#endif
