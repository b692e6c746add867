/* SPDX-License-Identifier: MIT */
/* The two strategies of the search, for scenes of ordinary density and for crowds. */
#ifndef LAYOUT_SEARCH_STRATEGY_H
#define LAYOUT_SEARCH_STRATEGY_H

#include "base/process/child.h"
#include "scene/scene.h"

/* Both functions get a struct candidate as their context and append its report (candidate.h) to
   OUT. They fail only with STATUS_MEMORY, and then leak memory, as the child ends. They change
   the candidate's scene. */
struct strategy {
    child_work *sketch; /* finds positions for the nodes */
    child_work *refine; /* goes on from the positions in the candidate to a layout */
};

const struct strategy *strategy_for(const struct scene *scene);

#endif
