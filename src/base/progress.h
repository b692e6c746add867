/* SPDX-License-Identifier: MIT */
/* The progress of a long operation. The code that does the work reports it; the caller decides
   whether, how and how often to show it. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

enum progress_unit {
    PROGRESS_ITEMS,   /* DONE of TOTAL items */
    PROGRESS_BYTES,   /* DONE of TOTAL bytes of a file */
    PROGRESS_SECONDS, /* DONE seconds; TOTAL is 0 */
};

/* The steps of work whose time is reported. */
struct progress_steps {
    size_t done, total;
};

struct progress {
    enum progress_unit unit;
    const char *what; /* the work: a file, a figure, a program */
    size_t done, total;
    const struct progress_steps *steps; /* NULL: they are not known */
};

/* Receives a report. PROGRESS is NULL when the work is finished. */
typedef void progress_sink(void *context, const struct progress *progress);

#endif
