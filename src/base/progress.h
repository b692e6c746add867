/* SPDX-License-Identifier: MIT */
/* The progress of a long operation. The code that does the work reports it; the caller decides
   whether, how and how often to show it. */
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

/* Receives a report. PROGRESS is NULL when the work is finished. */
typedef void progress_sink(void *context, const struct progress *progress);

#endif
