/* SPDX-License-Identifier: MIT */
/* Prints messages and progress. A message is one line in GNU's format, "FILE:LINE:COLUMN: error:
   TEXT", in terms of the command line: with the option whose value is invalid, the option that
   raises a limit, hints, and the name of a warning, by which it can be silenced. Progress is a
   line that is overwritten, on terminals only. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/message.h"

struct report {
    FILE *stream;           /* not owned */
    bool color;             /* colour "error" and "warning" */
    bool line_up;           /* a progress line is visible: erase it before printing */
    size_t item, items;     /* the last that was begun, of how many; 0: unknown */
    long long begun, shown; /* when the work began, and when its progress was last shown, in
                               milliseconds of child_clock */
};

/* Initializes REPORT to print to STREAM, and MESSAGES with REPORT as its sink. Shows progress if
   SHOW_PROGRESS. REPORT must outlive MESSAGES. */
void report_init(struct report *report, FILE *stream, bool color, struct messages *messages,
                 bool show_progress);

/* Whether STREAM is a terminal that can overwrite a line. */
bool report_is_terminal(FILE *stream);

/* Whether to use colour by default: on such a terminal, unless NO_COLOR is set (no-color.org). */
bool report_default_color(FILE *stream);

/* The report that prints MESSAGES. */
struct report *report_of(const struct messages *messages);

/* A message_sink. Each message is a single write, so that those of several processes don't
   interleave; the middle of a text of more than 2000 bytes is omitted. */
void report_message(void *context, const struct message *message);

/* A progress_sink. */
void report_progress(void *context, const struct progress *progress);

#endif
