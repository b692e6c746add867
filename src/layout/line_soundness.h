/* SPDX-License-Identifier: MIT */
/* Whether the lines of a layout show which nodes they tie. */
#ifndef LAYOUT_LINE_SOUNDNESS_H
#define LAYOUT_LINE_SOUNDNESS_H

#include "base/status.h"
#include "layout/layout.h"
#include "scene/scene.h"

/* The distance of a point from the border of a node's shape at CENTRE, along the line from its
   centre; negative inside. At least as large as the true distance. */
double line_soundness_distance(const struct scene_node *node, struct point centre,
                               struct point point);

/* Sets *FAULT to NULL, or to what is wrong with a line: it does not end at the borders of its
   nodes, nearer to them than to others; runs inside them; is broken; turns sharply or back, or at
   another node; is hidden by one at its ends; or lies on a line between the same nodes. Fails
   only with STATUS_MEMORY. */
enum status line_soundness_check(const struct layout *layout, const struct scene *scene,
                                 const char **fault);

#endif
