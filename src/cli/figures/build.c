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

/* A figure that is being drawn by a child, which has a copy of all this. */
struct job {
    const struct figure *figure;
    struct figure_request request;
    struct messages *messages;
};

struct building {
    struct figure_list figures;
    struct pool pool;
    struct messages *messages;
    bool force;
    bool out_of_memory; /* for some figure, which counts as failed */
    size_t built, fresh, failed;
};

/* In the child. */
static enum status draw(void *context, struct buffer *out)
{
    struct job *job = context;
    job->messages->default_place = &job->figure->view->place;
    job->messages->progress = NULL; /* the parent shows how many figures are done */
    /* Other figures are drawn at the same time. */
    return figure_request_draw(&job->request, job->figure->format, 1, out, job->messages);
}

static void free_job(struct job *job)
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
    process_hold_signals(&before);
    enum status status = output_replace(path, buffer_string(out), out->length, messages);
    process_release_signals(&before);
    return status;
}

/* Writes the figure of JOB. What went wrong in the child has been reported. */
static void finish_job(struct building *building, struct job *job, enum status status,
                       const struct buffer *out)
{
    messages_progress(building->messages, NULL);
    if (status == STATUS_OK)
        status = replace_figure(job->figure->path, out, building->messages);
    if (status == STATUS_OK) {
        building->built++;
        print_built(job->figure->path);
    } else {
        building->failed++;
        building->out_of_memory |= status == STATUS_MEMORY;
    }
    free_job(job);
}

/* A figure that a child has drawn, to be written. */
struct finished {
    struct job *job; /* NULL: none */
    enum status status;
    struct buffer out;
};

static struct finished wait_for_one(struct building *building)
{
    struct finished finished = {.out = BUFFER_EMPTY};
    finished.job =
        pool_wait(&building->pool, &finished.status, &finished.out, building->messages);
    return finished;
}

static void finish_one(struct building *building, struct finished *finished)
{
    if (finished->job != NULL)
        finish_job(building, finished->job, finished->status, &finished->out);
    buffer_clear(&finished->out);
}

/* If all children are busy, waits for one; what it drew is written after the next one has been
   started, so that a slow disk keeps no processor waiting. */
static enum status start_job(struct building *building, struct job *job)
{
    const struct child_limits limits = {.relays_messages =
                                            true}; /* no time: the layout in it has one */
    struct finished finished = {.out = BUFFER_EMPTY};
    graphviz_load(job->request.scene.engine);
    if (building->pool.busy == building->pool.size)
        finished = wait_for_one(building);
    enum status status =
        pool_start(&building->pool, draw, job, job->figure->path, &limits, building->messages);
    finish_one(building, &finished);
    return status;
}

/* Draws FIGURE unless it is up to date. A failure is counted; the others go on. */
static enum status build_figure(struct building *building, const struct figure *figure)
{
    struct job *job = calloc(1, sizeof *job);
    if (job == NULL)
        return STATUS_MEMORY;
    job->figure = figure;
    job->messages = building->messages;
    enum status status = figure_make_request(figure, &job->request, building->messages);
    if (status != STATUS_OK) {
        building->failed++;
        free(job);
        return status == STATUS_MEMORY ? status : STATUS_OK;
    }
    enum figure_state state = FIGURE_STALE;
    if (!building->force)
        status = figure_state(figure, &job->request.scene, building->messages, &state);
    building->fresh += state == FIGURE_OK;
    building->failed += state == FIGURE_ERROR;
    bool wanted = state != FIGURE_OK && state != FIGURE_ERROR;
    if (status == STATUS_OK && wanted)
        status = start_job(building, job);
    if (status != STATUS_OK || !wanted)
        free_job(job);
    return status;
}

static enum status build_all(struct building *building)
{
    const struct figure_list *figures = &building->figures;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        const struct progress progress = {PROGRESS_ITEMS, figure->path, i, figures->items.count};
        messages_progress(building->messages, &progress);
        status = build_figure(building, figure);
    }
    while (building->pool.busy > 0) {
        struct finished finished = wait_for_one(building);
        finish_one(building, &finished);
    }
    messages_progress(building->messages, NULL);
    messages_note_suppressed(building->messages, "figures");
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

/* Removes the temporary files of killed runs. */
static enum status sweep(const char *folder)
{
    struct buffer inside = BUFFER_EMPTY;
    buffer_format(&inside, "%s/.", folder);
    if (!inside.failed)
        output_sweep(inside.bytes);
    enum status status = buffer_status(&inside);
    buffer_clear(&inside);
    return status;
}

static enum status build(struct building *building, unsigned jobs)
{
    TRY(make_folder(building->figures.folder, building->messages));
    TRY(sweep(building->figures.folder));
    TRY(pool_init(&building->pool, jobs));
    enum status status = build_all(building);
    pool_clear(&building->pool);
    printf("built %zu, fresh %zu, failed %zu\n", building->built, building->fresh,
           building->failed);
    if (status == STATUS_OK && building->out_of_memory)
        return STATUS_MEMORY;
    return status == STATUS_OK && building->failed > 0 ? STATUS_FAILURE : status;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct building building = {.messages = messages,
                                .force = options_value(options, "force") != NULL};
    unsigned jobs;
    TRY(options_jobs(options, messages, &jobs));
    TRY(figure_list_init(&building.figures, options, messages));
    enum status status = build(&building, jobs);
    figure_list_clear(&building.figures);
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
