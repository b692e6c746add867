/* SPDX-License-Identifier: MIT */
/* The parts of actors: the actors below them by "parent", at any depth. */
#ifndef QUERY_PARTS_H
#define QUERY_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"

/* Makes SET, which the caller clears in any case, the COUNT vertices of ITEMS and, if WITH_PARTS,
   all of their parts. Takes time linear in the number of vertices. STATUS_MEMORY on failure. */
enum status parts_init(struct bitset *set, const struct network *network, const uint32_t *items,
                       size_t count, bool with_parts);

#endif
