/* SPDX-License-Identifier: MIT */
/* What a child works with while it sketches or refines a candidate. */
#ifndef LAYOUT_SEARCH_WORKSPACE_H
#define LAYOUT_SEARCH_WORKSPACE_H

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/layout.h"
#include "layout/search/candidate.h"
#include "layout/search/energy.h"
#include "layout/search/placement.h"
#include "layout/search/random.h"

struct workspace {
    const struct candidate *candidate; /* borrowed */
    struct placement placement;
    struct energy energy;
    struct random random;
};

/* Chooses an extent for CANDIDATE, whose scene's paper it turns if need be, and allocates the
   rest. Fails only with STATUS_MEMORY; then there is nothing to close, but memory may leak: the
   child ends. */
enum status workspace_open(struct workspace *workspace, const struct candidate *candidate);
void workspace_close(struct workspace *workspace);

/* Puts the nodes where the sketch of the candidate left them, with straight lines, and makes
   labels count. */
void workspace_begin(struct workspace *workspace);

/* Turns labels that collide into numbers. Their key takes room from the height of the extent,
   unless that is enlarged anyway. Fails only with STATUS_MEMORY. */
enum status workspace_number_labels(struct workspace *workspace);

/* Initializes LAYOUT with the placement, and counts the collisions in it as it will be drawn. The
   caller clears LAYOUT unless this fails, which is only with STATUS_MEMORY. */
enum status workspace_measure(const struct workspace *workspace, struct layout *layout,
                              unsigned *collisions);

/* Reports a sketch, or a layout with its collisions, and closes the workspace. */
void workspace_report_sketch(struct workspace *workspace, struct buffer *out);
void workspace_report(struct workspace *workspace, struct layout *layout, unsigned collisions,
                      struct buffer *out);

#endif
