/* SPDX-License-Identifier: MIT */
/* How much of a line and of its heads nodes leave visible. */
#ifndef LAYOUT_SOUNDNESS_VISIBILITY_H
#define LAYOUT_SOUNDNESS_VISIBILITY_H

#include <stdbool.h>
#include <stdint.h>

#include "layout/layout.h"
#include "layout/score/grid.h"
#include "layout/soundness/course.h"
#include "scene/scene.h"

/* What hides lines: NODES is the index of the nodes. */
struct visibility {
    const struct layout *layout;
    const struct scene *scene;
    const struct grid *nodes;
};

/* The length of the visible parts of LINE, whose course is COURSE, in points. */
double visibility_of_line(const struct visibility *v, const struct course *course);

/* The visible share of the head at the start of LINE or, if AT_END, at its end; 1 if it has none
   there. */
double visibility_of_head(const struct visibility *v, uint32_t line, const struct course *course,
                          bool at_end);

#endif
