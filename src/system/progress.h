/* SPDX-License-Identifier: MIT */
/* A line on a terminal that tells how far a long work has come. Nowhere else is it shown. */
#ifndef SYSTEM_PROGRESS_H
#define SYSTEM_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* What wipes the line, for those who write below it: see message.h. */
#define PROGRESS_WIPE "\r\033[K"

struct progress {
    bool shown; /* standard error is a terminal that can */
    size_t total;
};

void progress_start(struct progress *progress, size_t total);

/* DONE of the total, and what is being done. */
void progress_show(const struct progress *progress, size_t done, const char *what);

/* Wipes the line: to be called before other words, too. */
void progress_wipe(const struct progress *progress);

#endif
