/* SPDX-License-Identifier: MIT */
/* Shows messages and progress to who runs the program. A message is one line in GNU's form,
   "FILE:LINE:COLUMN: error: TEXT", with what belongs to the command line added: the option whose
   value is wrong, the option that raises a limit, and advice. Progress is a line that is
   rewritten, on terminals only. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/message.h"

struct report {
    FILE *stream;           /* not owned */
    bool color;             /* colour "error" and "warning" */
    bool line_up;           /* a progress line is on the terminal: wipe it before anything else */
    long long begun, shown; /* when the work began, and when its progress was last shown, in
                               milliseconds of child_clock */
};

/* Gives MESSAGES the sink below, writing to STREAM; progress is shown if SHOW_PROGRESS. */
void report_init(struct report *report, FILE *stream, bool color, struct messages *messages,
                 bool show_progress);

/* Whether STREAM is a terminal that can rewrite a line. */
bool report_is_terminal(FILE *stream);

/* Colour is the default on such a terminal, unless NO_COLOR is set (no-color.org). */
bool report_default_color(FILE *stream);

/* The report that shows MESSAGES. */
struct report *report_of(const struct messages *messages);

/* A message_sink. Each message is one write, so that those of several processes don't mix; the
   middle of a text of more than 2000 bytes is left out. */
void report_message(void *context, const struct message *message);

/* A progress_sink. */
void report_progress(void *context, const struct progress *progress);

#endif
