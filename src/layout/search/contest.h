/* SPDX-License-Identifier: MIT */
/* A contest of candidates: all are sketched, and the best are refined, in several concurrent
   child processes. The result depends on the scene alone, not on the machine or its load: work is
   counted, not timed. A contest that exceeds the time limit that it is given fails. */
#ifndef LAYOUT_SEARCH_CONTEST_H
#define LAYOUT_SEARCH_CONTEST_H

#include "base/message.h"
#include "base/status.h"
#include "layout/limits.h"
#include "layout/search/candidate.h"

enum { CONTEST_MAX_CANDIDATES = 64 };

struct contest {
    const struct candidate_terms *terms; /* borrowed; may change between the calls below */
    const struct layout_limits *limits;  /* borrowed */
    struct messages *messages;           /* borrowed */
    struct candidate candidates[CONTEST_MAX_CANDIDATES]; /* the best first */
    unsigned count;
    struct progress_steps steps; /* a step for each sketch and refinement */
    long long begun;             /* by child_clock */
    long long used; /* the processor time of other children before, in milliseconds */
};

/* Initializes CONTEST without candidates, and starts its clock. */
void contest_init(struct contest *contest, const struct candidate_terms *terms,
                  const struct layout_limits *limits, struct messages *messages);
void contest_clear(struct contest *contest);

/* Sketches as many candidates as the budget allows, at most CONTEST_MAX_CANDIDATES, and keeps the
   finalists. Like contest_refine, it reports an error and returns STATUS_FAILURE if a child fails
   or the time limit is exceeded; it returns STATUS_FAILURE without a message if a child's report
   is malformed. */
enum status contest_sketch(struct contest *contest);

/* Refines all candidates, starting from the positions of their nodes. */
enum status contest_refine(struct contest *contest);

/* Keeps only the best COUNT candidates. */
void contest_keep(struct contest *contest, unsigned count);

#endif
