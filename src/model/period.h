/* SPDX-License-Identifier: MIT */
/* The times in which a relation held, and the claims about them. A SPAN may be NULL: all times.
 */
#ifndef MODEL_PERIOD_H
#define MODEL_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/date.h"
#include "model/network.h"

/* The periods of RELATION: COUNT of them from *FIRST on, 0 for most relations. */
size_t period_find(const struct network *network, uint32_t relation, size_t *first);

/* Finds which periods of the relation that was added last are denied, which lie apart from all
   that are asserted, and which amounts are denied with them: see network.h. Call it once, at the
   end of the relation. Unless all its periods are denied, one that is denied is none in which the
   relation holds: it does not count for its date, its phase or sentences about it. STATUS_MEMORY
   on failure. Takes time n log n of their number. */
enum status period_compare_last(struct network *network);

/* Whether PERIOD of RELATION lies apart from all periods that are asserted and have days of SPAN,
   and is denied. Takes time linear in their number, with a SPAN. */
bool period_is_apart(const struct network *network, uint32_t relation,
                     const struct network_period *period, const struct date_span *span);

/* Whether RELATION has a date, or a period with one. */
bool period_is_dated(const struct network *network, uint32_t relation);

/* Whether RELATION holds on some day of SPAN, or is denied then: in one of its periods or,
   without any, by its date. False if it is not dated. */
bool period_holds(const struct network *network, uint32_t relation, struct date_span span);

/* The days from the first on which RELATION is known to hold to the last, by its periods or,
   without any, by its date. It must be dated. */
struct date_span period_extent(const struct network *network, uint32_t relation);

/* The weight of RELATION in SPAN: the greatest of those periods in which it held then; its own if
   SPAN is NULL, if it has no period, or none with a weight. */
unsigned period_weight(const struct network *network, uint32_t relation,
                       const struct date_span *span);

/* The period of RELATION that CLAIM, an index, is about: an index into the periods; NETWORK_NONE
   if it is about none. Takes time logarithmic in the number of periods. */
uint32_t period_of_claim(const struct network *network, uint32_t relation, uint32_t claim);

/* Whether CLAIM, which points into the network's claims, counts in SPAN: it is about no period of
   its RELATION, or about one that has days of SPAN. Without a SPAN, it does. */
bool period_counts_claim(const struct network *network, uint32_t relation,
                         const struct network_claim *claim, const struct date_span *span);

/* The next claim about RELATION after PREVIOUS, one of them, or the first if that is NULL, that
   counts in SPAN; NULL at the end. In the order of the dataset. */
const struct network_claim *period_next_claim(const struct network *network, uint32_t relation,
                                              const struct date_span *span,
                                              const struct network_claim *previous);

#endif
