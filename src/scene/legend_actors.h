/* SPDX-License-Identifier: MIT */
/* What the legend says of actors: the shapes of kinds, the colours of values, folded actors and
   blocs. */
#ifndef SCENE_LEGEND_ACTORS_H
#define SCENE_LEGEND_ACTORS_H

#include "scene/legend_entry.h"

/* Adds the entries that SCENE needs. */
void legend_actors_add(struct legend *legend, const struct scene *scene);

#endif
