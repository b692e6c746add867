/* SPDX-License-Identifier: MIT */
/* Items that were only renamed: only their ids differ. */
#ifndef QUERY_COMPARISON_RENAMING_H
#define QUERY_COMPARISON_RENAMING_H

#include "base/status.h"
#include "query/comparison/sides.h"

/* Pairs items without a partner that have the same parts (parts.h), first sources and actors,
   then ties. If several fit, that with the most equal claims: of a tie, those about it; of a
   source, those that it makes; of an actor, those about its ties. Among these, the first in the
   file. An actor or a source of which the dataset says nothing but its type fits only if such a
   claim is equal. Fails only with STATUS_MEMORY. */
enum status renaming_find(struct sides *sides);

#endif
