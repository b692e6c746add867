/* SPDX-License-Identifier: MIT */
/* The working state of a child that sketches or refines a candidate. */
#ifndef LAYOUT_SEARCH_WORKSPACE_H
#define LAYOUT_SEARCH_WORKSPACE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/search/candidate.h"
#include "layout/search/energy.h"
#include "layout/search/grouping.h"
#include "layout/search/guide.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

struct workspace {
    const struct candidate *candidate; /* borrowed */
    struct placement placement;
    struct energy energy;
    struct random random;
    struct grouping grouping; /* if the scene has blocs or sides */
    struct guide guide;       /* if the candidate is guided */
    unsigned crossings;       /* in the layout that was measured last */
    unsigned flaws; /* in that layout: collisions that are no obstructions, see score.h */
};

/* Chooses an extent for CANDIDATE, after turning its scene's paper if the candidate is turned,
   and allocates the rest. Fails only with STATUS_MEMORY; then there is nothing to close, and
   memory may leak, which is harmless since the child exits. */
enum status workspace_open(struct workspace *workspace, const struct candidate *candidate);
void workspace_close(struct workspace *workspace);

/* Puts the nodes at the positions in the candidate, with straight lines, and includes labels in
   the energy. */
void workspace_begin(struct workspace *workspace);

/* Turns labels that collide into numbers. Their key reduces the height of the extent, unless the
   extent is enlarged. Fails only with STATUS_MEMORY. */
enum status workspace_number_labels(struct workspace *workspace);

/* Initializes LAYOUT from the placement, and counts the collisions in the layout as drawn
   (score.h). Fails only with STATUS_MEMORY; unless it does, the caller clears LAYOUT. */
enum status workspace_measure(struct workspace *workspace, struct layout *layout,
                              unsigned *collisions);

/* Reports a sketch, or a layout with its collisions, and closes the workspace. */
void workspace_report_sketch(struct workspace *workspace, struct buffer *out);
void workspace_report(struct workspace *workspace, struct layout *layout, unsigned collisions,
                      struct buffer *out);

#endif
