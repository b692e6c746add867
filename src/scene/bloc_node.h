/* SPDX-License-Identifier: MIT */
/* The nodes of blocs: each is that of the bloc's head, and says for how many others it stands. */
#ifndef SCENE_BLOC_NODE_H
#define SCENE_BLOC_NODE_H

#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "query/blocs.h"
#include "scene/scene.h"

/* Gives each node of SCENE that is the head of a bloc the vertices of HELD that are below it, and
   the text "Iran +3". NODE_OF is the node of each vertex, or SCENE_NONE. Fails only with
   STATUS_MEMORY. */
enum status bloc_nodes_fill(struct scene *scene, const struct blocs *blocs,
                            const struct bitset *held, const uint32_t *node_of);

#endif
