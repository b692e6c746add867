/* SPDX-License-Identifier: MIT */
/* A contest of candidates: all are sketched, and the best are refined, in several child processes
   at a time. The result depends on the scene alone, not on the machine or its load: the work is
   counted, and the clock only ends a contest that takes too long, as a failure. */
#ifndef LAYOUT_SEARCH_CONTEST_H
#define LAYOUT_SEARCH_CONTEST_H

#include "base/message.h"
#include "base/status.h"
#include "layout/limits.h"
#include "layout/search/candidate.h"

enum { CONTEST_MOST = 64 };

struct contest {
    const struct candidate_terms *terms;       /* borrowed; may change between the calls below */
    const struct layout_limits *limits;        /* borrowed */
    struct messages *messages;                 /* borrowed */
    struct candidate candidates[CONTEST_MOST]; /* the best first */
    unsigned count;
    long long deadline; /* by child_clock, for the whole contest */
};

/* Starts the clock, without candidates. */
void contest_init(struct contest *contest, const struct candidate_terms *terms,
                  const struct layout_limits *limits, struct messages *messages);
void contest_clear(struct contest *contest);

/* Sketches as many candidates as the budget allows, at most CONTEST_MOST, and keeps the
   finalists. */
enum status contest_sketch(struct contest *contest);

/* Refines all candidates from the positions of their nodes. Both report an error and return
   STATUS_FAILURE if a child fails or time is up; or return it without a report if what a child
   sent makes no sense. */
enum status contest_refine(struct contest *contest);

/* Keeps only the best COUNT candidates. */
void contest_keep(struct contest *contest, unsigned count);

#endif
