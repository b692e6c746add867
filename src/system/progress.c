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

void progress_wipe(const struct progress *progress)
{
    if (progress->shown)
        fputs(PROGRESS_WIPE, stderr);
}
