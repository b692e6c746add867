/* SPDX-License-Identifier: MIT */
/* Makes ties of edges. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_TIES_H
#define FORMAT_DIAGRAM_DIAGRAM_TIES_H

#include "format/diagram/diagram_gathering.h"

/* Adds one tie for EDGE and those after it: FROM_COUNT times TO_COUNT edges, which lead from each
   of some nodes to the same others. */
enum status diagram_gather_edges(struct diagram_gathering *up, const struct diagram_edge *edge,
                                 size_t from_count, size_t to_count);

#endif
