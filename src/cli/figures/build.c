/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process/output.h"
#include "base/process/pool.h"
#include "base/text/shell.h"
#include "cli/command.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_request.h"
#include "cli/process.h"
#include "layout/graphviz/graphviz.h"
#include "model/value.h"

/* A figure that a child is drawing. The child has a copy of this. */
struct build_job {
    const struct figure *figure;
    struct figure_request request;
    struct messages *messages;
};

struct build_state {
    struct figure_list figures;
    struct pool pool;
    struct messages *messages;
    bool force;
    bool out_of_memory; /* for some figure, which counts as failed */
    size_t built, fresh, failed;
};

/* Runs in the child. */
static enum status draw(void *context, struct buffer *out)
{
    struct build_job *job = context;
    job->messages->default_place = &job->figure->view->place;
    job->messages->progress = NULL; /* the parent shows how many figures are done */
    /* One process only, since other figures are drawn at the same time. */
    return figure_request_draw(&job->request, job->figure->format, 1, out, job->messages);
}

static void free_job(struct build_job *job)
{
    figure_request_clear(&job->request);
    free(job);
}

static void print_built(const char *path)
{
    struct buffer word = BUFFER_EMPTY;
    shell_word(&word, path);
    printf("built %s\n", word.failed ? path : buffer_string(&word));
    buffer_clear(&word);
}

static enum status replace_figure(const char *path, const struct buffer *out,
                                  struct messages *messages)
{
    sigset_t before;
    process_block_signals(&before);
    enum status status = output_replace(path, buffer_string(out), out->length, messages);
    process_unblock_signals(&before);
    return status;
}

/* Writes the figure of JOB. Errors in the child have already been reported. */
static void finish_job(struct build_state *state, struct build_job *job, enum status status,
                       const struct buffer *out)
{
    messages_progress(state->messages, NULL);
    if (status == STATUS_OK)
        status = replace_figure(job->figure->path, out, state->messages);
    if (status == STATUS_OK) {
        state->built++;
        print_built(job->figure->path);
    } else {
        state->failed++;
        state->out_of_memory |= status == STATUS_MEMORY;
    }
    free_job(job);
}

/* A figure that a child has drawn, but that has not been written yet. */
struct build_result {
    struct build_job *job; /* NULL: none */
    enum status status;
    struct buffer out;
};

static struct build_result wait_for_one(struct build_state *state)
{
    struct build_result result = {.out = BUFFER_EMPTY};
    result.job = pool_wait(&state->pool, &result.status, &result.out, state->messages);
    return result;
}

static void finish_one(struct build_state *state, struct build_result *result)
{
    if (result->job != NULL)
        finish_job(state, result->job, result->status, &result->out);
    buffer_clear(&result->out);
}

/* If all children are busy, waits for one to finish. Writes its figure only after the next child
   has been started, so that no processor waits for the disk. */
static enum status start_job(struct build_state *state, struct build_job *job)
{
    const struct child_limits limits = {.relays_messages =
                                            true}; /* no time limit: the layout has one */
    struct build_result result = {.out = BUFFER_EMPTY};
    graphviz_load(job->request.scene.engine);
    if (state->pool.busy == state->pool.size)
        result = wait_for_one(state);
    enum status status =
        pool_start(&state->pool, draw, job, job->figure->path, &limits, state->messages);
    finish_one(state, &result);
    return status;
}

/* Draws FIGURE unless it is up to date. A failure is counted and does not stop the build. */
static enum status build_figure(struct build_state *state, const struct figure *figure)
{
    struct build_job *job = calloc(1, sizeof *job);
    if (job == NULL)
        return STATUS_MEMORY;
    job->figure = figure;
    job->messages = state->messages;
    enum status status = figure_request_of(figure, &job->request, state->messages);
    if (status != STATUS_OK) {
        state->failed++;
        free(job);
        return status == STATUS_MEMORY ? status : STATUS_OK;
    }
    enum figure_state drawn = FIGURE_STALE;
    if (!state->force)
        status = figure_state(figure, &job->request.scene, state->messages, &drawn);
    state->fresh += drawn == FIGURE_OK;
    state->failed += drawn == FIGURE_ERROR;
    bool wanted = drawn != FIGURE_OK && drawn != FIGURE_ERROR;
    if (status == STATUS_OK && wanted)
        status = start_job(state, job);
    if (status != STATUS_OK || !wanted)
        free_job(job);
    return status;
}

static enum status build_all(struct build_state *state)
{
    const struct figure_list *figures = &state->figures;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        const struct progress progress = {PROGRESS_ITEMS, figure->path, i, figures->items.count};
        messages_progress(state->messages, &progress);
        status = build_figure(state, figure);
    }
    while (state->pool.busy > 0) {
        struct build_result result = wait_for_one(state);
        finish_one(state, &result);
    }
    messages_progress(state->messages, NULL);
    messages_note_suppressed(state->messages, "figures");
    return status;
}

static enum status make_folder(const char *folder, struct messages *messages)
{
    struct stat found;
    if (mkdir(folder, 0777) == 0)
        return STATUS_OK;
    int why = errno;
    if (why == EEXIST && stat(folder, &found) == 0 && S_ISDIR(found.st_mode))
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot create directory: %s", folder,
                   strerror(why));
    return STATUS_FAILURE;
}

/* Removes temporary files that killed runs have left. */
static enum status remove_leftovers(const char *folder)
{
    struct buffer inside = BUFFER_EMPTY;
    buffer_format(&inside, "%s/.", folder);
    if (!inside.failed)
        output_sweep(inside.bytes);
    enum status status = buffer_status(&inside);
    buffer_clear(&inside);
    return status;
}

static enum status build(struct build_state *state, unsigned jobs)
{
    TRY(make_folder(state->figures.folder, state->messages));
    TRY(remove_leftovers(state->figures.folder));
    TRY(pool_init(&state->pool, jobs));
    enum status status = build_all(state);
    pool_clear(&state->pool);
    printf("built %zu, fresh %zu, failed %zu\n", state->built, state->fresh, state->failed);
    if (status == STATUS_OK && state->out_of_memory)
        return STATUS_MEMORY;
    return status == STATUS_OK && state->failed > 0 ? STATUS_FAILURE : status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct build_state state = {.messages = messages,
                                .force = options_value(options, "force") != NULL};
    unsigned jobs;
    TRY(options_jobs(options, messages, &jobs));
    TRY(figure_list_init(&state.figures, options, messages));
    enum status status = build(&state, jobs);
    figure_list_clear(&state.figures);
    return status;
}

const struct command build_command = {
    .name = "build",
    .bit = COMMAND_BUILD,
    .synopsis = "[VIEWS]...",
    .operands = OPERANDS_ANY,
    .summary = "Draw the figures that are out of date",
    .run = run,
};
