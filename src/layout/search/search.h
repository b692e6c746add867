/* SPDX-License-Identifier: MIT */
/* The search for a layout that can be read on its page: many starts, of which the best are worked
   out in full, in several children at once. What is found depends on the scene alone, not on the
   machine or its load: candidates and steps are counted, and the clock only ends a search that
   takes too long, as a failure. */
#ifndef LAYOUT_SEARCH_SEARCH_H
#define LAYOUT_SEARCH_SEARCH_H

#include "base/message.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/limits.h"
#include "scene/scene.h"

/* Lays SCENE out within its paper. SCENE's texts get the size that fits, its paper the way it
   lies, and labels that found no room become numbers. Where all does not fit at a size that can
   be read, the layout is larger than the paper, and a warning says what to do. */
enum status search_layout(struct layout *layout, struct scene *scene,
                          const struct layout_limits *limits, struct messages *messages);

#endif
