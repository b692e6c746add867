/* SPDX-License-Identifier: MIT */
/* Who is within so many steps of somebody. A step leads from where a relation starts to each of
   those it leads to, and back; the parties of one relation are two steps apart. */
#ifndef QUERY_NEIGHBOURHOOD_H
#define QUERY_NEIGHBOURHOOD_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"
#include "query/adjacency.h"

/* Gives in MEMBERS, which the caller clears, the COUNT vertices at CENTRES and those within HOPS
   steps of one of them, along the relations of ADJACENCY: breadth first, in time proportional to
   what is reached. */
enum status neighbourhood_find(const struct network *network, const struct adjacency *adjacency,
                               const uint32_t *centres, size_t count, unsigned hops,
                               struct bitset *members);

#endif
