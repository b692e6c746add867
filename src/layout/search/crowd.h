/* SPDX-License-Identifier: MIT */
/* The strategy for a crowd (density.h): nodes are placed by their distances in the network, and
   collisions are repaired one by one. */
#ifndef LAYOUT_SEARCH_CROWD_H
#define LAYOUT_SEARCH_CROWD_H

#include "base/memory/buffer.h"
#include "base/status.h"

/* The work of a child, see strategy.h. Sketching minimizes stress (stress.h) and then crossings.
   Refining repairs lines and labels in turn (repair.h) until nothing collides. */
enum status crowd_sketch(void *candidate, struct buffer *out);
enum status crowd_refine(void *candidate, struct buffer *out);

#endif
