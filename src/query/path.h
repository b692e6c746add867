/* SPDX-License-Identifier: MIT */
/* Chains: the shortest ways from one vertex to another along relations. A relation leads from its
   start to each of its ends, and back unless the direction counts; one that is mutual leads both
   ways always. The parties of one relation are two steps apart. */
#ifndef QUERY_PATH_H
#define QUERY_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Keeps of the *COUNT relations those that lie on a shortest chain from FROM to TO, and sets
   *COUNT; all of the chains, if several are as short. 0 are left where there is none, or where
   FROM is TO. Two breadth-first searches: time in proportion to what they reach. */
enum status path_keep(const struct network *network, uint32_t from, uint32_t to, bool directed,
                      uint32_t *relations, size_t *count);

#endif
