/* SPDX-License-Identifier: MIT */
/* Where the lines of a trace get into each other's way, and into others': score.h tells what
   counts. */
#ifndef LAYOUT_SCORE_TANGLE_H
#define LAYOUT_SCORE_TANGLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "layout/score/grid.h"
#include "layout/score/trace.h"

/* How long a line has been overlaid by the one that is followed; SAMPLE is the last of it. */
struct tangle_run {
    uint32_t sample;
    double length;
};

struct tangle {
    unsigned crossings, overlaid; /* pairs of edges */
    const struct trace *trace;    /* lent */
    struct grid grid;             /* segments, by their first point; owners are lines */
    uint32_t *ends;               /* the nodes nearest to the start and the end of each line */
    uint32_t *crosses, *overlies; /* of each edge: 1 + the last edge that was found to */
    uint32_t *met;                /* of each edge: the last question in which it was met */
    struct tangle_run *runs;      /* of each line */
    uint32_t question;
};

/* Finds the crossings and overlaid lines of TRACE. Takes time in proportion to its samples and
   what is near them. STATUS_MEMORY at worst; to be cleared only if it went well. */
enum status tangle_init(struct tangle *tangle, const struct trace *trace);
void tangle_clear(struct tangle *tangle);

/* How many edges that do not end at NODE run through BOX. */
unsigned tangle_through_node(struct tangle *tangle, const struct box *box, uint32_t node);

/* How many edges other than EDGE run through BOX. */
unsigned tangle_through_label(struct tangle *tangle, const struct box *box, uint32_t edge);

#endif
