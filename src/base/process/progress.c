/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory/buffer.h"
#include "base/text/utf8.h"

void progress_start(struct progress *progress, size_t total)
{
    const char *terminal = getenv("TERM");
    progress->total = total;
    progress->shown = isatty(STDERR_FILENO) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/* WHAT may be a path that a stranger chose; the line must stay one. */
static void add_what(struct buffer *line, const char *what)
{
    enum { MOST_CHARACTERS = 60 };
    const char *at = what, *end = what + strlen(what);
    for (int i = 0; i < MOST_CHARACTERS && at < end; i++)
        utf8_next(&at, end);
    buffer_add_shown(line, what, (size_t)(at - what));
}

static void print(struct buffer *line)
{
    fputs(buffer_string(line), stderr);
    buffer_clear(line);
}

void progress_show(const struct progress *progress, size_t done, const char *what)
{
    struct buffer line = BUFFER_EMPTY;
    if (!progress->shown)
        return;
    buffer_format(&line, PROGRESS_WIPE "[%zu/%zu] ", done, progress->total);
    add_what(&line, what);
    print(&line);
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
    struct buffer line = BUFFER_EMPTY;
    buffer_text(&line, PROGRESS_WIPE);
    add_what(&line, what);
    buffer_format(&line, ": %lld s; at most %lld s left", (now - progress->begun) / 1000,
                  (left + 999) / 1000);
    print(&line);
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
    struct buffer line = BUFFER_EMPTY;
    buffer_text(&line, PROGRESS_WIPE);
    add_what(&line, what);
    buffer_format(&line, ": %.0f %%; about %.0f s left", 100 * share, left);
    print(&line);
}

void progress_wipe(const struct progress *progress)
{
    if (progress->shown)
        fputs(PROGRESS_WIPE, stderr);
}
