/* SPDX-License-Identifier: MIT */
/* Draws figures of views in children, several at a time. */
#ifndef CLI_FIGURES_FIGURE_POOL_H
#define CLI_FIGURES_FIGURE_POOL_H

#include "base/process/pool.h"
#include "cli/figures/figure_list.h"

/* A figure to be drawn. The child has a copy of this. */
struct figure_job {
    const struct figure *figure;
    struct figure_request request;
    struct messages *messages;
};

/* Sets *JOB to a new job for FIGURE; fails as figure_request_of does. */
enum status figure_job_new(const struct figure *figure, struct messages *messages,
                           struct figure_job **job);
void figure_job_free(struct figure_job *job);

/* Gets each figure whose drawing has ended, in any order, checked by picture_check. The errors of
   a STATUS other than STATUS_OK have been reported. */
typedef void figure_done(void *context, const struct figure *figure, enum status status,
                         const struct buffer *out);

struct figure_pool {
    struct pool pool;
    struct messages *messages;
    figure_done *done;
    void *context; /* of DONE */
};

/* A pool of at most JOBS children at a time. */
enum status figure_pool_init(struct figure_pool *pool, unsigned jobs, figure_done *done,
                             void *context, struct messages *messages);
void figure_pool_clear(struct figure_pool *pool);

/* Starts to draw the figure of JOB, which is then owned by the pool unless this fails. If all
   children are busy, waits for one to end. */
enum status figure_pool_start(struct figure_pool *pool, struct figure_job *job);

/* Waits for all children. */
void figure_pool_finish(struct figure_pool *pool);

#endif
