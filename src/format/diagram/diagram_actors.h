/* SPDX-License-Identifier: MIT */
/* Makes actors of nodes. */
#ifndef FORMAT_DIAGRAM_DIAGRAM_ACTORS_H
#define FORMAT_DIAGRAM_DIAGRAM_ACTORS_H

#include "format/diagram/diagram_gathering.h"

/* Adds the actor that the node INDEX is. */
enum status diagram_gather_node(struct diagram_gathering *up, uint32_t index);

/* Sets its parent, which may come after it. */
enum status diagram_set_parent(struct diagram_gathering *up, uint32_t index);

#endif
