/* SPDX-License-Identifier: MIT */
/* Which edges of an outline cross, are overlaid, or run through nodes and labels. score.h defines
   what counts. */
#ifndef LAYOUT_SCORE_CROSSINGS_H
#define LAYOUT_SCORE_CROSSINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/geometry.h"
#include "layout/score/grid.h"
#include "layout/score/outline.h"

/* How far the current line has run along another line, up to the point SAMPLE. */
struct crossings_run {
    uint32_t sample;
    double length;
};

/* The pairs of edges that are within REACH of each other for LEAST px or more. */
struct crossings_company {
    double reach, least;
    unsigned count;
    struct crossings_run *runs; /* for each line */
    uint32_t *last;             /* for each edge: 1 + the last edge that runs along it */
};

struct crossings {
    unsigned crossed;                            /* pairs of edges */
    struct crossings_company overlaid, parallel; /* pairs of edges */
    const struct outline *outline;               /* borrowed */
    struct grid grid;       /* segments, by their first point; their owners are lines */
    uint32_t *ends;         /* two for each line: the nodes nearest to its start and its end */
    uint32_t *last_crossed; /* for each edge: 1 + the last edge that crosses it */
    uint32_t *last_met;     /* for each edge: the last query that found it */
    uint32_t query;         /* the number of the current query */
};

/* Finds the pairs of edges of OUTLINE, which is borrowed, that cross or run along each other. The
   time is proportional to the number of samples and of neighbours of each. Fails only with
   STATUS_MEMORY; unless it does, the caller clears CROSSINGS. */
enum status crossings_init(struct crossings *crossings, const struct outline *outline);
void crossings_clear(struct crossings *crossings);

/* How many edges that do not end at NODE run through BOX. */
unsigned crossings_through_node(struct crossings *crossings, const struct box *box,
                                uint32_t node);

/* How many edges other than EDGE run through BOX. */
unsigned crossings_through_label(struct crossings *crossings, const struct box *box,
                                 uint32_t edge);

/* The least distance of another edge's samples than EDGE's from BOX, but at most REACH, in px. */
double crossings_distance(const struct crossings *crossings, const struct box *box, uint32_t edge,
                          double reach);

#endif
