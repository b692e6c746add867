/* SPDX-License-Identifier: MIT */
/* A candidate layout of a search: first it is sketched, and then refined if it is among the best.
   Both happen in child processes, which change their own copy of the scene and return their
   result as a report. */
#ifndef LAYOUT_SEARCH_CANDIDATE_H
#define LAYOUT_SEARCH_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "layout/geometry.h"
#include "layout/layout.h"
#include "layout/search/budget.h"
#include "layout/search/placement.h"
#include "scene/scene.h"

/* The parameters that all candidates of a search share. */
struct candidate_terms {
    struct scene *scene;         /* borrowed */
    const struct budget *budget; /* borrowed */
    double enlargement;          /* of the extent, see extent_choose; 1 or more */
    bool numbering;              /* whether labels without room become numbers */
    bool guided;                 /* whether the places of nodes guide the search: see guide.h */
    double disorder; /* the share of pairs that may be in the wrong order, if guided: see
                        candidate_disorder */
};

struct candidate {
    const struct candidate_terms *terms; /* borrowed */
    uint64_t seed;
    bool turned;             /* its paper is in the other orientation than the scene's */
    struct point *positions; /* of the nodes, as fractions of the extent */
    double energy;           /* see energy.h */
    unsigned crossings;      /* of lines: in a sketch, of straight ones */
    unsigned collisions;     /* that remain, see score_obstructions; 0 for a sketch */
    unsigned char *numbered; /* of each relation: 1 if its label became a number */
    struct buffer layout;    /* for codec_decode; empty for a sketch */
};

/* Fails only with STATUS_MEMORY. The caller clears CANDIDATE in any case. */
enum status candidate_init(struct candidate *candidate, const struct candidate_terms *terms,
                           uint64_t seed);
void candidate_clear(struct candidate *candidate);

/* What a child reports of its result besides the positions of nodes. */
struct candidate_result {
    double energy;
    unsigned crossings, collisions;
};

/* Appends a child's report to OUT: RESULT and the positions of PLACEMENT; and LAYOUT, unless that
   is NULL, as for a sketch. */
void candidate_report(const struct placement *placement, const struct candidate_result *result,
                      const struct layout *layout, struct buffer *out);

/* The share of pairs of nodes that may be in the wrong order in CANDIDATE, which is guided: that
   of the terms, or more in some candidates, if it saves more crossings than the energy charges
   for it. */
double candidate_disorder(const struct candidate *candidate);

/* The most bytes that a report takes. */
size_t candidate_limit(const struct candidate *candidate);

/* Reads a child's report into CANDIDATE. Returns STATUS_FAILURE if it is too short, or
   STATUS_MEMORY. */
enum status candidate_take(struct candidate *candidate, const struct buffer *report);

#endif
