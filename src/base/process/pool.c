/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/pool.h"

#include <assert.h>
#include <sched.h>
#include <stdlib.h>
#include <unistd.h>

#if HAVE_SCHED_GETAFFINITY
static long count_processors(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}
#else
static long count_processors(void)
{
    return sysconf(_SC_NPROCESSORS_ONLN);
}
#endif

unsigned pool_processors(void)
{
    long count = count_processors();
    return count < 1 ? 1 : (unsigned)count;
}

enum status pool_init(struct pool *pool, unsigned size)
{
    assert(size >= 1 && size <= POOL_MAX);
    *pool = (struct pool){.size = size};
    pool->children = calloc(size, sizeof *pool->children);
    pool->jobs = calloc(size, sizeof *pool->jobs);
    if (pool->children != NULL && pool->jobs != NULL)
        return STATUS_OK;
    pool_clear(pool);
    return STATUS_MEMORY;
}

void pool_clear(struct pool *pool)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    for (size_t i = 0; pool->jobs != NULL && i < pool->size; i++) {
        if (pool->jobs[i] == NULL)
            continue;
        child_finish(&pool->children[i], &silent);
        buffer_clear(&pool->children[i].out);
    }
    free(pool->children);
    free(pool->jobs);
    *pool = (struct pool){.size = 0};
}

enum status pool_start(struct pool *pool, child_work *work, void *job, const char *what,
                       const struct child_limits *limits, struct messages *messages)
{
    assert(job != NULL && pool->busy < pool->size);
    size_t slot = 0;
    while (pool->jobs[slot] != NULL)
        slot++;
    TRY(child_start(&pool->children[slot], work, job, what, limits, messages));
    pool->jobs[slot] = job;
    pool->busy++;
    return STATUS_OK;
}

/* Sleeps until a child has sent something, or its time is up. */
static void wait_for_output(const struct pool *pool, const struct messages *messages)
{
    const struct child *child = NULL;
    struct pollfd waits[POOL_MAX];
    int left = -1;
    size_t count = 0;
    for (size_t i = 0; i < pool->size; i++) {
        if (pool->jobs[i] == NULL)
            continue;
        child = &pool->children[i];
        int own = child_time_left(child);
        if (own >= 0 && (left < 0 || own < left))
            left = own;
        waits[count++] = (struct pollfd){.fd = child->pipe, .events = POLLIN};
    }
    child_poll(waits, count, child_poll_timeout(left, messages));
    child_report_progress(child, messages);
}

/* The slot of a child that has ended; the pool's size if all are still running. */
static size_t find_ended(struct pool *pool)
{
    for (size_t i = 0; i < pool->size; i++) {
        if (pool->jobs[i] == NULL)
            continue;
        child_read(&pool->children[i]);
        if (pool->children[i].state != CHILD_RUNNING)
            return i;
    }
    return pool->size;
}

void *pool_wait(struct pool *pool, enum status *status, struct buffer *out,
                struct messages *messages)
{
    if (pool->busy == 0)
        return NULL;
    size_t slot;
    while ((slot = find_ended(pool)) == pool->size)
        wait_for_output(pool, messages);
    struct child *child = &pool->children[slot];
    void *job = pool->jobs[slot];
    pool->jobs[slot] = NULL;
    pool->busy--;
    *status = child_finish(child, messages);
    buffer_add(out, child->out.bytes, child->out.length);
    buffer_clear(&child->out);
    if (out->failed)
        *status = STATUS_MEMORY;
    return job;
}
