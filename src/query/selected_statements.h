/* SPDX-License-Identifier: MIT */
/* The statements (model/statement.h) that belong to selected relations: those about their
   attributes, and about their ends and events. */
#ifndef QUERY_SELECTED_STATEMENTS_H
#define QUERY_SELECTED_STATEMENTS_H

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

/* Where participants are relations (model/participation.h), what is claimed of them is about
   these.

   Sets *CHOSEN, which the caller clears, to the indices of the statements; to all if all
   relations are selected. Fails only with STATUS_MEMORY; then there is nothing to clear. */
enum status selected_statements(const struct network *network, const struct selection *selection,
                                struct bitset *chosen);

#endif
