/* SPDX-License-Identifier: MIT */
/* The shortest paths from some vertices to others along relations. A relation leads from its
   start to each of its targets, and back unless paths are directed; a mutual relation always
   leads both ways. The targets of one relation are two steps apart. */
#ifndef QUERY_PATH_H
#define QUERY_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Reduces RELATIONS, an array of *COUNT indices, to those that lie on any shortest path from one
   of FROM to one of TO, and sets *COUNT: 0 if there is no path, or if a vertex is in both.
   DIRECTED: paths follow the
   direction of relations. Takes time proportional to the part reached by two breadth-first
   searches. STATUS_MEMORY on failure. */
enum status path_filter(const struct network *network, struct network_ends from,
                        struct network_ends to, bool directed, uint32_t *relations,
                        size_t *count);

#endif
