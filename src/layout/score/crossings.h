/* SPDX-License-Identifier: MIT */
/* Where the lines of a trace get into each other's way, and into others': score.h tells what
   counts. */
#ifndef LAYOUT_SCORE_CROSSINGS_H
#define LAYOUT_SCORE_CROSSINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/score/grid.h"
#include "layout/score/outline.h"

/* How long a line has been overlaid by the one that is followed; SAMPLE is the last of it. */
struct crossings_run {
    uint32_t sample;
    double length;
};

struct crossings {
    unsigned crossed, overlaid;    /* pairs of edges */
    const struct outline *outline; /* lent */
    struct grid grid;              /* segments, by their first point; owners are lines */
    uint32_t *ends;                /* the nodes nearest to the start and the end of each line */
    uint32_t *last_crossed,
        *last_overlaid;         /* of each edge: 1 + the last edge that was found to */
    uint32_t *last_met;         /* of each edge: the last question in which it was met */
    struct crossings_run *runs; /* of each line */
    uint32_t query;
};

/* Finds the crossings and overlaid lines of TRACE. Takes time in proportion to its samples and
   what is near them. STATUS_MEMORY at worst; to be cleared only if it went well. */
enum status crossings_init(struct crossings *crossings, const struct outline *outline);
void crossings_clear(struct crossings *crossings);

/* How many edges that do not end at NODE run through BOX. */
unsigned crossings_through_node(struct crossings *crossings, const struct box *box,
                                uint32_t node);

/* How many edges other than EDGE run through BOX. */
unsigned crossings_through_label(struct crossings *crossings, const struct box *box,
                                 uint32_t edge);

#endif
