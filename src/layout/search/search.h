/* SPDX-License-Identifier: MIT */
/* Searches for a layout that is readable on its paper: for the largest text size at which
   everything fits without collisions, by a contest of candidates at each size. */
#ifndef LAYOUT_SEARCH_SEARCH_H
#define LAYOUT_SEARCH_SEARCH_H

#include "base/message.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/limits.h"
#include "scene/scene.h"

/* Initializes LAYOUT with a layout of SCENE, which keeps the order of the places of its nodes if
   it is guided (guide.h), and changes SCENE: its text size, the orientation of its paper, and
   labels without room, which become numbers. Warns if the figure is larger than its paper, since
   it would not be readable otherwise, or if parts still collide; and if places could not be kept.
   Fails like contest_sketch. The caller clears LAYOUT if the result is STATUS_OK. */
enum status search_layout(struct layout *layout, struct scene *scene,
                          const struct layout_limits *limits, struct messages *messages);

#endif
