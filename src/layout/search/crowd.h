/* SPDX-License-Identifier: MIT */
/* How a crowd (density.h) is laid out: from distances in the network, by repairing collisions one
   by one. */
#ifndef LAYOUT_SEARCH_CROWD_H
#define LAYOUT_SEARCH_CROWD_H

#include "base/memory/buffer.h"
#include "base/status.h"

/* The work of a child, see strategy.h. The sketch lowers stress (stress.h) and then crossings.
   Refining finds room for lines and labels in turn (repair.h) until nothing collides. */
enum status crowd_sketch(void *candidate, struct buffer *out);
enum status crowd_refine(void *candidate, struct buffer *out);

#endif
