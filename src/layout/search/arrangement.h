/* SPDX-License-Identifier: MIT */
/* Finds places for all nodes of a scene at once, for several figures that each show a part of it:
   nodes do not overlap, and lines that are shown together cross as little as possible. */
#ifndef LAYOUT_SEARCH_ARRANGEMENT_H
#define LAYOUT_SEARCH_ARRANGEMENT_H

#include "base/message.h"
#include "base/status.h"
#include "layout/limits.h"
#include "layout/search/straight.h"
#include "scene/scene.h"

/* Sets the place of each node of SCENE that has none and is not a junction; those with a place
   stay where they are. SCENE has its lettering. The result is the same on every machine. Computed
   in a child process; fails like it, with a message, or with STATUS_MEMORY. */
enum status arrangement_find(struct scene *scene, const struct straight_figure *figures,
                             size_t figure_count, const struct layout_limits *limits,
                             struct messages *messages);

#endif
