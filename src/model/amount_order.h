/* SPDX-License-Identifier: MIT */
/* The order of the amounts of a relation, by date, from which its sums follow (amount_sums.h). */
#ifndef MODEL_AMOUNT_ORDER_H
#define MODEL_AMOUNT_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Orders the amounts of the relation that was added last: see struct network_amount_place. Call
   it once, at the end of the relation. STATUS_MEMORY on failure. Takes time n log n of their
   number and that of the claims. */
enum status amount_order_last(struct network *network);

/* The date of AMOUNT, or else that of the period that it is claimed of: into dates, or
   NETWORK_NONE. */
uint32_t amount_when(const struct network *network, const struct network_amount *amount);

/* Whether AMOUNT is of the relation itself; otherwise, it is claimed. */
static inline bool amount_is_own(const struct network_amount *amount)
{
    return amount->claim == NETWORK_NONE;
}

/* Whether AMOUNT is of no date and no period. */
bool amount_is_of_all(const struct network *network, const struct network_amount *amount);

#endif
