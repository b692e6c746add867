/* SPDX-License-Identifier: MIT */
/* The ports of nodes: the points towards which lines run. */
#ifndef LAYOUT_SEARCH_PORT_H
#define LAYOUT_SEARCH_PORT_H

#include "layout/geometry.h"
#include "layout/search/random.h"
#include "scene/scene.h"

/* A random port in the inner part of NODE, relative to its centre: a line towards it arrives at
   the border away from corners. In a diamond, the centre. */
struct point port_draw(const struct scene_node *node, struct random *random);

#endif
