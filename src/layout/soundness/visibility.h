/* SPDX-License-Identifier: MIT */
/* How much of a line and of its heads nodes and other ties leave visible. */
#ifndef LAYOUT_SOUNDNESS_VISIBILITY_H
#define LAYOUT_SOUNDNESS_VISIBILITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/grid.h"
#include "layout/soundness/course.h"
#include "scene/scene.h"

/* What hides lines: nodes, and other lines. */
struct visibility {
    const struct layout *layout;
    const struct scene *scene;
    const struct courses *courses;
    const struct grid *nodes; /* the index of the nodes */
    struct grid lines;        /* the index of the courses */
};

/* The other arguments have to live as long as V. Fails only with STATUS_MEMORY. The caller clears
   V in any case. */
enum status visibility_init(struct visibility *v, const struct layout *layout,
                            const struct scene *scene, const struct courses *courses,
                            const struct grid *nodes);
void visibility_clear(struct visibility *v);

/* The length of the parts of LINE that no node hides and no line of another tie lies on, in
   points. */
double visibility_of_line(const struct visibility *v, uint32_t line);

/* The share of the head at the start of LINE or, if AT_END, at its end that no node hides; 1 if
   it has none there. */
double visibility_of_head(const struct visibility *v, uint32_t line, bool at_end);

#endif
