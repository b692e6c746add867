/* SPDX-License-Identifier: MIT */
/* Measures how far two figures of one network keep places (Misue, Eades, Lai and Sugiyama 1995:
   orthogonal order and distances are what readers remember). */
#ifndef BENCH_STABILITY_H
#define BENCH_STABILITY_H

#include "base/message.h"
#include "base/status.h"

struct stability {
    unsigned moved;  /* nodes that are farther than their own width from where they were */
    unsigned turned; /* pairs whose order changed from left to right, or from top to bottom */
};

/* Compares the nodes that the figures BEFORE and AFTER, SVG files, have in common. One may be
   shifted or scaled as a whole. Reports a file that cannot be read and returns STATUS_FAILURE. */
enum status stability_measure(struct stability *stability, const char *before, const char *after,
                              struct messages *messages);

#endif
