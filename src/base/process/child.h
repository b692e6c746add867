/* SPDX-License-Identifier: MIT */
/* Runs work that may crash, hang or exit in a child process. The child has a copy of the parent's
   memory; only its result and its messages return to the parent, through a pipe. Its standard
   error is discarded, because libraries and programs write to it. A confined child has no other
   open files than its pipe. */
#ifndef BASE_PROCESS_CHILD_H
#define BASE_PROCESS_CHILD_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/process/confinement.h"
#include "base/status.h"

/* The work: appends its result to OUT. Runs in the child, which then calls _exit(2). */
typedef enum status child_work(void *context, struct buffer *out);

struct child_limits {
    unsigned seconds;  /* of processor time, so that the load of the machine has no influence; 0:
                          no limit */
    unsigned patience; /* seconds of wall clock in which the child must use at least a thousandth
                          of that in processor time, or it hangs; 0: SECONDS */
    size_t output;     /* bytes of its result and messages; 0: no limit */
    bool confined;     /* restrict it to computing: see confinement_enter */
    struct confinement *confinement; /* where a confined child finds, in its copy of the memory,
                                        how it was confined; NULL: nowhere */
    const char *const *environment;  /* of a program, all of it, up to NULL; NULL: ours */
    bool relays_messages;      /* the parent reports the messages of the work once the child has
                                  ended; otherwise they are discarded. Not for a program */
    unsigned reported_seconds; /* the limit that messages state; 0: SECONDS */
    const struct progress_steps *steps; /* see struct child */
    long long begun; /* by child_clock, when the work that the child is part of began; 0: now */
    enum message_code timeout_code; /* of the error when time is up; 0: MESSAGE_TIMEOUT */
};

/* A child. Its owner waits for its pipe to be readable (poll) and calls child_read until it has
   ended; then child_finish. */
struct child {
    int pid;
    int pipe;                  /* the read end */
    unsigned reported_seconds; /* the limit that messages state */
    /* In milliseconds: the limits; by child_clock, when the child was started; when it was last
       seen to make progress, and its processor time then. */
    long long limit, patience, started, checked, checked_use;
    long long begun;                    /* from which on progress is counted */
    const struct progress_steps *steps; /* of which its work is one; borrowed; NULL: unknown */
    enum message_code timeout_code;
    const char *what;               /* its name in messages, not owned */
    size_t most_output;             /* the limit */
    bool relays_messages;           /* see struct child_limits */
    bool program;                   /* runs a program, whose exit statuses are its own */
    unsigned long long most_memory; /* that it has used, in bytes; set when it has ended */
    struct buffer out;              /* output received so far, owned */
    enum {
        CHILD_RUNNING,
        CHILD_ENDED,
        CHILD_TIMED_OUT,
        CHILD_STALLED,
        CHILD_FLOODING, /* its output exceeds the limit */
        CHILD_BROKEN
    } state;
};

/* Starts WORK in a child. WHAT is its name in messages ("layout engine dot"), and must outlive
   it. If no child can be started, reports an error and returns STATUS_FAILURE. */
enum status child_start(struct child *child, child_work *work, void *context, const char *what,
                        const struct child_limits *limits, struct messages *messages);

/* Reads once from the pipe, without blocking, and updates the child's state. A child ends by
   closing its pipe. */
void child_read(struct child *child);

/* A monotonic clock, in milliseconds. */
long long child_clock(void);

/* The milliseconds until CHILD may exceed a limit, as a timeout for poll(2); -1: never. */
int child_time_left(const struct child *child);

/* The timeout for poll(2) in milliseconds (-1: none) while waiting for children, the earliest
   deadline being LEFT milliseconds away: at most a quarter of a second if MESSAGES has a progress
   callback. */
int child_poll_timeout(int left, const struct messages *messages);

/* Waits as poll(2) does; only for a moment if that fails. */
void child_poll(struct pollfd files[], size_t count, int timeout);

/* Reports for how many seconds the work of CHILD, or that it is part of, has been going on. */
void child_report_progress(const struct child *child, const struct messages *messages);

/* Waits for the process of CHILD, which it kills if it is still running, even if its pipe is
   closed; but a program that has closed its pipe may take the time that its limits allow. If it
   crashed, exceeded its limit, ran out of memory, or did not return STATUS_OK, reports an error
   and returns STATUS_FAILURE; STATUS_MEMORY if there was no room for its output. Frees everything
   except child->out, which the caller clears. */
enum status child_finish(struct child *child, struct messages *messages);

/* Starts WORK, waits for it, and appends its result to OUT. Fails as child_start and child_finish
   do. */
enum status child_run(child_work *work, void *context, const char *what,
                      const struct child_limits *limits, struct buffer *out,
                      struct messages *messages);

/* The same for the program ARGV[0], which is searched for in PATH: INPUT is its standard input,
   and OUT gets its standard output. */
enum status child_filter(const char *const argv[], const struct buffer *input,
                         const struct child_limits *limits, struct buffer *out,
                         struct messages *messages);

#endif
