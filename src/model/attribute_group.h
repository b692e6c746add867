/* SPDX-License-Identifier: MIT */
/* Actors of the same value of an attribute as one actor, for figures that fold them. */
#ifndef MODEL_ATTRIBUTE_GROUP_H
#define MODEL_ATTRIBUTE_GROUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

/* Adds a vertex for each value that a vertex has as its first one of the attribute called NAME,
   in the order of the dataset, unless they have been added. Each is called like its value; its
   kind is that of the vertices of the value, or an organisation if they differ; its id begins
   with "fold-". Fails with STATUS_MEMORY only, after which NETWORK can only be freed. */
enum status attribute_groups_add(struct network *network, const char *name);

/* Whether VERTEX is one that was added. */
bool attribute_group_is(const struct network *network, uint32_t vertex);

/* The group that VERTEX was added for; NULL if it was not added. */
const struct network_group *attribute_group_of(const struct network *network, uint32_t vertex);

/* Sets GROUPS, an item for each vertex, to the vertex for its value of the attribute ATTRIBUTE, a
   text; to itself if it has none. */
enum status attribute_groups_find(const struct network *network, uint32_t attribute,
                                  uint32_t *groups);

#endif
