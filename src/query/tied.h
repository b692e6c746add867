/* SPDX-License-Identifier: MIT */
/* The vertices that are tied to each of several. A relation ties its start to each of its
   targets; the targets of one relation are not tied by it. */
#ifndef QUERY_TIED_H
#define QUERY_TIED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Reduces RELATIONS, an array of *COUNT indices, to those that tie one of LISTED to another
   vertex that they tie to each of LISTED, and sets *COUNT. WITH_PARTS: each of LISTED stands for
   itself with its parts (parts.h). Takes linear time; WITH_PARTS, for each of LISTED.
   STATUS_MEMORY on failure. */
enum status tied_filter(const struct network *network, struct network_ends listed,
                        bool with_parts, uint32_t *relations, size_t *count);

#endif
