/* SPDX-License-Identifier: MIT */
/* Chooses the layout engine of a scene by its size. */
#ifndef SCENE_ENGINE_CHOICE_H
#define SCENE_ENGINE_CHOICE_H

#include <stdbool.h>

#include "scene/scene.h"

/* Whether SCENE is a crowd, with more than 130 nodes or 240 ties: the search removes its overlaps
   one by one (layout/search/crowd.h). */
bool engine_choice_is_crowd(const struct scene *scene);

/* Sets the engine of SCENE, whose nodes, ties and lines are known, to ASKED; if that is
   ENGINE_AUTO, to the layout search, or to an engine of Graphviz if the search would take minutes
   or hundreds of megabytes. Sets engine_given and straight, too. */
void engine_choose(struct scene *scene, enum scene_engine asked);

#endif
