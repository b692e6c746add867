/* SPDX-License-Identifier: MIT */
/* The vertices within N steps of given ones. A step leads from the start of a relation to each of
   its targets, or back; the targets of one relation are two steps apart. The actors of a bloc are
   at the same place. */
#ifndef QUERY_NEIGHBOURHOOD_H
#define QUERY_NEIGHBOURHOOD_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"
#include "query/adjacency.h"
#include "query/blocs.h"

/* Initializes MEMBERS, which the caller clears, to the COUNT vertices at CENTRES and those within
   HOPS steps of one of them along the relations of ADJACENCY, with all of their BLOCS, which may
   have nothing folded. Breadth-first search, in time proportional to the part reached.
   STATUS_MEMORY on failure. */
enum status neighbourhood_find(const struct network *network, const struct adjacency *adjacency,
                               const struct blocs *blocs, const uint32_t *centres, size_t count,
                               unsigned hops, struct bitset *members);

/* The same for one step along RELATIONS, indices of them, which need no index of their ends. */
enum status neighbourhood_find_next(const struct network *network, const uint32_t *relations,
                                    size_t relation_count, const struct blocs *blocs,
                                    const uint32_t *centres, size_t count,
                                    struct bitset *members);

#endif
