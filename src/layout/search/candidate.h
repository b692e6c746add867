/* SPDX-License-Identifier: MIT */
/* One of the layouts that a search tries: sketched, and if it is among the best, worked out. Both
   are done in a child, with the parent's scene as it was when the child began; what comes back is
   a report, which the parent takes over. */
#ifndef LAYOUT_SEARCH_CANDIDATE_H
#define LAYOUT_SEARCH_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/geometry.h"
#include "layout/search/budget.h"
#include "scene/scene.h"

/* What all candidates of a search have in common. */
struct candidate_terms {
    struct scene *scene;         /* lent; a child changes its own copy */
    const struct budget *budget; /* lent */
    double enlargement;          /* by how much the canvas is larger than its paper; 1: not */
    bool numbering;              /* labels without room become numbers */
};

struct candidate {
    const struct candidate_terms *terms;
    uint64_t seed;
    bool turned;             /* the paper lies crossways */
    struct point *places;    /* of the nodes, as shares of the canvas */
    double cost;             /* see cost.h */
    unsigned faults;         /* how many collisions are left; 0 for a sketch */
    unsigned char *numbered; /* the relations whose labels became numbers */
    struct buffer found;     /* its layout, for codec_decode; empty for a sketch */
};

enum status candidate_init(struct candidate *candidate, const struct candidate_terms *terms,
                           uint64_t seed);
void candidate_clear(struct candidate *candidate);

/* The work of a child: CONTEXT is the candidate. One finds places for the nodes, the other goes
   on from these to a layout. A scene that is crowded (extent.h) has ways of its own. */
enum status candidate_sketch(void *context, struct buffer *out);
enum status candidate_refine(void *context, struct buffer *out);

/* Takes over what a child wrote; STATUS_FAILURE if it isn't a report. */
enum status candidate_take(struct candidate *candidate, const struct buffer *report);

#endif
