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

struct crossings {
    unsigned crossed, overlaid;    /* pairs of edges */
    const struct outline *outline; /* borrowed */
    struct grid grid;              /* segments, by their first point; their owners are lines */
    uint32_t *ends; /* two for each line: the nodes nearest to its start and its end */
    uint32_t *last_crossed, *last_overlaid; /* for each edge: 1 + the last edge that crosses it or
                                               runs along it */
    uint32_t *last_met;                     /* for each edge: the last query that found it */
    struct crossings_run *runs;             /* for each line */
    uint32_t query;                         /* the number of the current query */
};

/* Finds the pairs of edges of OUTLINE, which is borrowed, that cross or are overlaid. The time is
   proportional to the number of samples and of neighbours of each. Fails only with STATUS_MEMORY;
   unless it does, the caller clears CROSSINGS. */
enum status crossings_init(struct crossings *crossings, const struct outline *outline);
void crossings_clear(struct crossings *crossings);

/* How many edges that do not end at NODE run through BOX. */
unsigned crossings_through_node(struct crossings *crossings, const struct box *box,
                                uint32_t node);

/* How many edges other than EDGE run through BOX. */
unsigned crossings_through_label(struct crossings *crossings, const struct box *box,
                                 uint32_t edge);

#endif
