/* SPDX-License-Identifier: MIT */
/* A quick look at two items with the same id: whether they are certainly the same. Most are. What
   it can't tell, parts.h and claims.h find out, for which it leaves what few items have. */
#ifndef QUERY_COMPARISON_SAMENESS_H
#define QUERY_COMPARISON_SAMENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "query/comparison/sides.h"

/* Whether actors, events or relations OLD and NEW have the same parts and claims in the same
   order. False: perhaps. */
bool sameness_of_vertices(const struct sides *sides, uint32_t old, uint32_t new);
bool sameness_of_relations(const struct sides *sides, uint32_t old, uint32_t new);

#endif
