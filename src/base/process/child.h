/* SPDX-License-Identifier: MIT */
/* Runs work that may crash, hang or exit in a child process. The child has a copy of the parent's
   memory; only what it writes to its pipe comes back. Its standard error is discarded: libraries
   and programs write to it. */
#ifndef BASE_PROCESS_CHILD_H
#define BASE_PROCESS_CHILD_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* The work: writes its result to OUT. Runs in the child, which ends with _exit(2). */
typedef enum status child_work(void *context, struct buffer *out);

struct child_limits {
    unsigned seconds; /* of wall clock time; 0: no limit */
    bool confined;    /* it only computes: see confinement_enter */
    bool speaks;      /* the parent reports the messages of its work after it has ended; otherwise
                         they are discarded. Not for a program */
    unsigned told;    /* the seconds in the message about the limit; 0: SECONDS */
    enum message_code timeout; /* of the message when time is up; 0: MESSAGE_TIMEOUT */
};

/* A child. Its owner waits for its pipe to be readable (poll) and calls child_read until it has
   ended; then child_finish. */
struct child {
    int pid;
    int pipe;       /* for reading its result */
    long long end;  /* when its time is up, by child_clock; 0: never */
    unsigned limit; /* its seconds, for messages */
    enum message_code timeout;
    const char *what;
    bool speaks, program; /* a program: its exit status is its own */
    struct buffer out;    /* its result so far */
    enum { CHILD_WORKS, CHILD_ENDED, CHILD_LATE, CHILD_BROKEN } state;
};

/* Starts WORK in a child. WHAT is its name in messages ("layout engine dot"), and must outlive
   it. */
enum status child_start(struct child *child, child_work *work, void *context, const char *what,
                        const struct child_limits *limits, struct messages *messages);

/* Reads once from the pipe, without waiting, or notices that the time is up. */
void child_read(struct child *child);

/* A monotonic clock, in milliseconds. */
long long child_clock(void);

/* The milliseconds until the time of CHILD is up, for poll(2); -1: no limit. */
int child_left(const struct child *child);

/* For waiting: the milliseconds to sleep (-1: no limit) if the time of the first child is up in
   LEFT; at most a second if MESSAGES want progress. child_tick then reports how long CHILD has
   been working, if its time is limited. */
int child_nap(int left, const struct messages *messages);
void child_tick(const struct child *child, const struct messages *messages);

/* Ends CHILD if it is still working. If it crashed, exceeded its limit, ran out of memory, or did
   not return STATUS_OK, reports so and returns STATUS_FAILURE. Frees everything except
   child->out, which the caller clears. */
enum status child_finish(struct child *child, struct messages *messages);

/* Starts WORK, waits for it, and appends its result to OUT. */
enum status child_run(child_work *work, void *context, const char *what,
                      const struct child_limits *limits, struct buffer *out,
                      struct messages *messages);

/* The same for the program ARGV[0], which is searched for in PATH: INPUT is its standard input,
   and OUT gets its standard output. */
enum status child_filter(const char *const argv[], const struct buffer *input,
                         const struct child_limits *limits, struct buffer *out,
                         struct messages *messages);

#endif
