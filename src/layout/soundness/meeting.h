/* SPDX-License-Identifier: MIT */
/* Where lines of two ties meet as if each went on as the other, so that they seem to tie other
   nodes than their own. */
#ifndef LAYOUT_SOUNDNESS_MEETING_H
#define LAYOUT_SOUNDNESS_MEETING_H

#include <stdbool.h>

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/grid.h"
#include "layout/soundness/course.h"
#include "scene/scene.h"

/* Marks one of each two lines of different ties that do so: where both turn near each other,
   where they touch, behind the same node, or below the same label. MARKS is by line; NODES is the
   index of nodes. Lines that meet in millions of places are marked unseen. Fails only with
   STATUS_MEMORY. */
enum status meeting_mark(const struct layout *layout, const struct scene *scene,
                         const struct courses *courses, const struct grid *nodes, bool *marks);

#endif
