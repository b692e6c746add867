/* SPDX-License-Identifier: MIT */
/* Work that may crash, hang or end the process, done in a child. The child has a copy of all that
   the parent had read; what it writes to its pipe is all that comes back. Its standard error goes
   nowhere: libraries and programs talk. */
#ifndef BASE_PROCESS_CHILD_H
#define BASE_PROCESS_CHILD_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* The work: writes its result into OUT. Runs in the child, which leaves by _exit. */
typedef enum status child_work(void *context, struct buffer *out);

struct child_limits {
    unsigned seconds; /* of wall clock; 0: none */
    bool confined;    /* it only computes: see confinement_enter */
    bool speaks;   /* what its work reports by the MESSAGES that it was started with is reported
                      by the parent when it has ended; else by nobody. Not for a program */
    unsigned told; /* the seconds that a message names, if it is not SECONDS; 0: it is */
    enum message_code timeout; /* of the message when time is up; 0: MESSAGE_TIMEOUT */
};

/* A child at work. Its owner waits for its pipe to be readable (poll) and lets it be read until
   it has ended; then child_finish. */
struct child {
    int pid;
    int pipe;       /* where its result is read from */
    long long end;  /* of its time, by child_clock; 0: none */
    unsigned limit; /* the seconds that it had, for a message */
    enum message_code timeout;
    const char *what;
    bool speaks;
    struct buffer out; /* what it has written so far */
    enum { CHILD_WORKS, CHILD_ENDED, CHILD_LATE, CHILD_BROKEN } state;
};

/* Starts WORK in a child. WHAT names the work in messages ("layout engine dot") and must stay. */
enum status child_start(struct child *child, child_work *work, void *context, const char *what,
                        const struct child_limits *limits, struct messages *messages);

/* Reads what the pipe has to give, once, or finds that its time is up. */
void child_read(struct child *child);

/* Milliseconds of a clock that only goes forward. */
long long child_clock(void);

/* Milliseconds for poll(2) until the child's time is up; -1: no limit. */
int child_left(const struct child *child);

/* For those who wait for children: how long to sleep, in milliseconds (-1: for ever), if LEFT is
   till the first child's time is up; at most a second where MESSAGES take progress. And then
   reports how long CHILD has been working, if its time is limited. */
int child_nap(int left, const struct messages *messages);
void child_tick(const struct child *child, const struct messages *messages);

/* Ends it if it still works, and judges: a child that crashed, took longer than its limit, or
   returned anything but STATUS_OK is one message and STATUS_FAILURE. Frees all but child->out,
   which the caller clears. */
enum status child_finish(struct child *child, struct messages *messages);

/* The three above in one: what WORK wrote is appended to OUT. */
enum status child_run(child_work *work, void *context, const char *what,
                      const struct child_limits *limits, struct buffer *out,
                      struct messages *messages);

/* Runs the program ARGV[0], found along PATH, with INPUT on its standard input, and gives its
   standard output in OUT. Same messages and limits. */
enum status child_filter(const char *const argv[], const struct buffer *input,
                         const struct child_limits *limits, struct buffer *out,
                         struct messages *messages);

#endif
