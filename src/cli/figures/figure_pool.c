/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_pool.h"

#include <stdlib.h>

#include "layout/graphviz/graphviz.h"

enum status figure_job_new(const struct figure *figure, struct messages *messages,
                           struct figure_job **job)
{
    *job = calloc(1, sizeof **job);
    if (*job == NULL)
        return STATUS_MEMORY;
    (*job)->figure = figure;
    (*job)->messages = messages;
    enum status status = figure_request_of(figure, &(*job)->request, messages);
    if (status != STATUS_OK) {
        free(*job);
        *job = NULL;
    }
    return status;
}

void figure_job_free(struct figure_job *job)
{
    figure_request_clear(&job->request);
    free(job);
}

enum status figure_pool_init(struct figure_pool *pool, unsigned jobs, figure_done *done,
                             void *context, struct messages *messages)
{
    *pool = (struct figure_pool){.messages = messages, .done = done, .context = context};
    return pool_init(&pool->pool, jobs);
}

void figure_pool_clear(struct figure_pool *pool)
{
    pool_clear(&pool->pool);
}

/* Runs in the child. */
static enum status draw(void *context, struct buffer *out)
{
    struct figure_job *job = context;
    job->messages->default_place = &job->figure->view->place;
    job->messages->default_subject = job->figure->view->id;
    job->messages->progress = NULL; /* the parent shows how many figures are done */
    /* One process only, since other figures are drawn at the same time. */
    return figure_request_draw(&job->request, job->figure->format, 1, out, job->messages);
}

/* A figure that a child has drawn, but that the caller hasn't got yet. */
struct result {
    struct figure_job *job; /* NULL: none */
    enum status status;
    struct buffer out;
};

static struct result wait_for_one(struct figure_pool *pool)
{
    struct result result = {.out = BUFFER_EMPTY};
    result.job = pool_wait(&pool->pool, &result.status, &result.out, pool->messages);
    return result;
}

/* Errors are about the view of the figure. */
static enum status check(const struct figure *figure, const struct buffer *out,
                         struct messages *messages)
{
    const struct message_place *place = messages->default_place;
    const char *subject = messages->default_subject;
    messages->default_place = &figure->view->place;
    messages->default_subject = figure->view->id;
    enum status status = picture_check(figure->format, out, messages);
    messages->default_place = place;
    messages->default_subject = subject;
    return status;
}

/* A figure is checked in this process, which publishes it. */
static void finish_one(struct figure_pool *pool, struct result *result)
{
    if (result->job != NULL) {
        messages_progress(pool->messages, NULL);
        if (result->status == STATUS_OK)
            result->status = check(result->job->figure, &result->out, pool->messages);
        pool->done(pool->context, result->job->figure, result->status, &result->out);
        figure_job_free(result->job);
    }
    buffer_clear(&result->out);
}

/* A figure is handed over only after the next child has been started, so that no processor waits
   for the disk. */
enum status figure_pool_start(struct figure_pool *pool, struct figure_job *job)
{
    const struct child_limits limits = {.relays_messages =
                                            true}; /* no time limit: the layout has one */
    struct result result = {.out = BUFFER_EMPTY};
    graphviz_load(job->request.scene.engine);
    if (pool->pool.busy == pool->pool.size)
        result = wait_for_one(pool);
    enum status status =
        pool_start(&pool->pool, draw, job, job->figure->path, &limits, pool->messages);
    finish_one(pool, &result);
    return status;
}

void figure_pool_finish(struct figure_pool *pool)
{
    while (pool->pool.busy > 0) {
        struct result result = wait_for_one(pool);
        finish_one(pool, &result);
    }
}
