/* SPDX-License-Identifier: MIT */
/* How far a long piece of work has come. Whoever does the work reports it; whoever asked for the
   work decides how to show it, and how often. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

enum progress_unit {
    PROGRESS_ITEMS,   /* DONE of TOTAL items */
    PROGRESS_BYTES,   /* DONE of TOTAL bytes of a file */
    PROGRESS_SECONDS, /* DONE of at most TOTAL seconds */
};

struct progress {
    enum progress_unit unit;
    const char *what; /* the work: a file, a figure, a program */
    size_t done, total;
};

/* Takes a report; NULL: the work is over. */
typedef void progress_sink(void *context, const struct progress *progress);

#endif
