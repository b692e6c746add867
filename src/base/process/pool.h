/* SPDX-License-Identifier: MIT */
/* A pool of children that work on a sequence of jobs in parallel. */
#ifndef BASE_PROCESS_POOL_H
#define BASE_PROCESS_POOL_H

#include <stddef.h>

#include "base/process/child.h"

enum { POOL_MAX = 256 };

struct pool {
    struct child *children;
    void **jobs;       /* of each child, not owned; NULL: the slot is free */
    size_t size, busy; /* slots; children in use */
};

/* The number of processors that this process may use; at least 1. */
unsigned pool_processors(void);

/* A pool of at most SIZE children at a time, from 1 to POOL_MAX. */
enum status pool_init(struct pool *pool, unsigned size);

/* Kills the children that are still running. */
void pool_clear(struct pool *pool);

/* Starts WORK on JOB, which is not NULL. The pool must not be full. See child_start. */
enum status pool_start(struct pool *pool, child_work *work, void *job, const char *what,
                       const struct child_limits *limits, struct messages *messages);

/* Waits for a child to end. Returns its job, or NULL if no child is running; sets *STATUS as
   child_finish does, and appends the result to OUT. */
void *pool_wait(struct pool *pool, enum status *status, struct buffer *out,
                struct messages *messages);

#endif
