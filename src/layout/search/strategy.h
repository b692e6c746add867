/* SPDX-License-Identifier: MIT */
/* The strategies of the search: one for scenes of ordinary density (sparse.h), one for crowds
   (crowd.h). */
#ifndef LAYOUT_SEARCH_STRATEGY_H
#define LAYOUT_SEARCH_STRATEGY_H

#include "base/process/child.h"
#include "scene/scene.h"

/* Both functions run in a child, get a struct candidate as their context, and append a report
   (candidate.h) to OUT. They change the child's copy of the scene. They fail only with
   STATUS_MEMORY, and then may leak memory, which is harmless since the child exits. */
struct strategy {
    child_work *sketch; /* finds positions for the nodes */
    child_work *refine; /* makes a layout, starting from the positions in the candidate */
};

const struct strategy *strategy_for(const struct scene *scene);

#endif
