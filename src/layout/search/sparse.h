/* SPDX-License-Identifier: MIT */
/* The strategy for a scene of ordinary density: a straight-line drawing with few crossings, and
   then simulated annealing of all parts together. */
#ifndef LAYOUT_SEARCH_SPARSE_H
#define LAYOUT_SEARCH_SPARSE_H

#include "base/memory/buffer.h"
#include "base/status.h"

/* The work of a child, see strategy.h. Sketching starts from random positions (sketching.h), or
   from the places of nodes (guide.h). Refining continues at a low temperature, with bends, ports
   and labels, and reheats the placement while parts still collide. */
enum status sparse_sketch(void *candidate, struct buffer *out);
enum status sparse_refine(void *candidate, struct buffer *out);

#endif
