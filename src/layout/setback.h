/* SPDX-License-Identifier: MIT */
/* Sets heads back from the nodes that they point at: a wide head on a line that meets its node at
   a sharp angle would lie partly behind it. */
#ifndef LAYOUT_SETBACK_H
#define LAYOUT_SETBACK_H

#include "layout/layout.h"
#include "scene/scene.h"

/* Shortens the ends of lines with a head of which more than a tenth is behind its node, by up to
   SETBACK_MOST points, if so much is left of the curve there. */
void setback_heads(struct layout *layout, const struct scene *scene);

#define SETBACK_MOST 5.5

#endif
