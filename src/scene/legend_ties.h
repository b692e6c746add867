/* SPDX-License-Identifier: MIT */
/* What the legend says of ties: their types, evidence, changes, phases and strength, and what
   they have in common. */
#ifndef SCENE_LEGEND_TIES_H
#define SCENE_LEGEND_TIES_H

#include "scene/legend_entry.h"

/* Adds the entries that SCENE needs. */
void legend_ties_add(struct legend *legend, const struct scene *scene);

/* Whether there are ties of TYPE in one direction, although such ties are usually mutual. */
bool legend_ties_one_way(const struct scene *scene, enum relation_type type);

#endif
