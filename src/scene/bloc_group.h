/* SPDX-License-Identifier: MIT */
/* Blocs that are drawn as groups: an actor with all actors below it by "parent" of which the
   scene shows at least two. Blocs nest as parents do. */
#ifndef SCENE_BLOC_GROUP_H
#define SCENE_BLOC_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "scene/scene.h"

/* Finds the blocs of SCENE, whose nodes and lines are complete. A junction belongs to a bloc if
   all ends of its tie do. Of two blocs with the same nodes, only the outer one is a bloc. Fails
   only with STATUS_MEMORY. */
enum status bloc_groups_find(struct scene *scene);

/* Whether NODE belongs to BLOC, or to a bloc within it. */
bool bloc_group_has(const struct scene *scene, uint32_t bloc, uint32_t node);

/* Whether INNER is OUTER or a bloc within it. */
bool bloc_group_is_within(const struct scene *scene, uint32_t inner, uint32_t outer);

/* How far below others NODE should be in its blocs: an actor comes after those above it, and
   people come after states, movements and organisations. */
unsigned bloc_group_rank(const struct scene *scene, uint32_t node);

#endif
