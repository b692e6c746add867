/* SPDX-License-Identifier: MIT */
/* How a scene of ordinary density is laid out: by simulated annealing of everything together. */
#ifndef LAYOUT_SEARCH_SPARSE_H
#define LAYOUT_SEARCH_SPARSE_H

#include "base/memory/buffer.h"
#include "base/status.h"

/* The work of a child, see strategy.h. The sketch starts from random positions: nodes begin small
   and grow, lines are straight and labels are ignored. Refining goes on from there at a low
   temperature, with bends, ports and labels, and reheats what still collides. */
enum status sparse_sketch(void *candidate, struct buffer *out);
enum status sparse_refine(void *candidate, struct buffer *out);

#endif
