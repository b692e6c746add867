/* SPDX-License-Identifier: MIT */
/* A line on a terminal that tells how far a long work has come. Nowhere else is it shown. */
#ifndef BASE_PROCESS_PROGRESS_H
#define BASE_PROCESS_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* What wipes the line, for those who write below it: see message.h. */
#define PROGRESS_WIPE "\r\033[K"

struct progress {
    bool shown; /* standard error is a terminal that can */
    size_t total;
    long long begun, end; /* of work that has a limit of time: milliseconds of one clock */
    long long told;       /* when it was last shown */
};

void progress_start(struct progress *progress, size_t total);

/* DONE of the total, and what is being done. */
void progress_show(const struct progress *progress, size_t done, const char *what);

/* The same for work of which only its limit of time is known, which begins NOW, and tells how
   long it has taken and may still take once that is more than a second. */
void progress_start_timed(struct progress *progress, long long now, unsigned seconds);
void progress_tick(const struct progress *progress, long long now, const char *what);

/* The same for work whose size is known, which begins NOW: what share of it is DONE, and how long
   the rest will take if it goes on like that. To be called as often as one likes. */
void progress_start_sized(struct progress *progress, long long now, size_t total);
void progress_advance(struct progress *progress, long long now, size_t done, const char *what);

/* How often to tick, in milliseconds. */
enum { PROGRESS_TICK = 1000 };

/* Wipes the line: to be called before other words, too. */
void progress_wipe(const struct progress *progress);

#endif
