/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "system/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void progress_start(struct progress *progress, size_t total)
{
    const char *terminal = getenv("TERM");
    progress->total = total;
    progress->shown = isatty(STDERR_FILENO) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

void progress_show(const struct progress *progress, size_t done, const char *what)
{
    if (progress->shown)
        fprintf(stderr, PROGRESS_WIPE "[%zu/%zu] %.60s", done, progress->total, what);
}

void progress_start_timed(struct progress *progress, long long now, unsigned seconds)
{
    progress_start(progress, 0);
    progress->begun = now;
    progress->end = now + seconds * 1000LL;
}

void progress_tick(const struct progress *progress, long long now, const char *what)
{
    if (!progress->shown || now < progress->begun + PROGRESS_TICK)
        return;
    long long left = progress->end > now ? progress->end - now : 0;
    fprintf(stderr, PROGRESS_WIPE "%.60s: %lld s; at most %lld s left", what,
            (now - progress->begun) / 1000, (left + 999) / 1000);
}

void progress_start_sized(struct progress *progress, long long now, size_t total)
{
    progress_start(progress, total);
    progress->shown = progress->shown && total > 0;
    progress->begun = progress->told = now;
}

void progress_advance(struct progress *progress, long long now, size_t done, const char *what)
{
    if (!progress->shown || now < progress->told + PROGRESS_TICK || done == 0)
        return;
    progress->told = now;
    double share = done < progress->total ? (double)done / (double)progress->total : 1;
    double left = (double)(now - progress->begun) * (1 / share - 1) / 1000;
    fprintf(stderr, PROGRESS_WIPE "%.60s: %.0f %%; about %.0f s left", what, 100 * share, left);
}

void progress_wipe(const struct progress *progress)
{
    if (progress->shown)
        fputs(PROGRESS_WIPE, stderr);
}
