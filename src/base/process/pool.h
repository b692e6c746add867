/* SPDX-License-Identifier: MIT */
/* Several children at work at once, on jobs that come one after the other. */
#ifndef BASE_PROCESS_POOL_H
#define BASE_PROCESS_POOL_H

#include <stddef.h>

#include "base/process/child.h"

enum { POOL_MAX = 256 };

struct pool {
    struct child *children;
    void **jobs; /* what each child works on; NULL: the place is free */
    size_t size, busy;
};

/* How many processors this process may use; 1 or more. */
unsigned pool_processors(void);

/* A pool for AT_ONCE children, 1 to POOL_MAX. */
enum status pool_init(struct pool *pool, unsigned at_once);

/* Ends those still at work. */
void pool_clear(struct pool *pool);

/* Starts WORK on JOB, which is not NULL; there must be a free place. See child_start. */
enum status pool_start(struct pool *pool, child_work *work, void *job, const char *what,
                       const struct child_limits *limits, struct messages *messages);

/* Waits for a child to end and gives its job, NULL if none is at work; how it went; and what it
   wrote, appended to OUT. */
void *pool_wait(struct pool *pool, enum status *status, struct buffer *out,
                struct messages *messages);

#endif
