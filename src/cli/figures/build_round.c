/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/build_round.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process/output.h"
#include "base/text/shell.h"
#include "cli/figures/dependencies.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_pool.h"
#include "cli/figures/figure_sharing.h"
#include "cli/figures/figure_state.h"
#include "cli/figures/orphans.h"
#include "cli/figures/page_file.h"
#include "cli/figures/view_warnings.h"
#include "cli/process.h"

struct build_state {
    struct figure_list figures;
    struct figure_pool pool;
    struct messages *messages;
    struct view_warnings warnings;
    bool force;           /* replace files that entente has not drawn */
    bool redraw;          /* draw figures that are up to date, too */
    bool prune;           /* remove figures that no view defines */
    bool wait;            /* but not in this round */
    bool out_of_memory;   /* for some figure, which counts as failed */
    const char *rules;    /* the file for the rules of make; NULL: none */
    struct timespec time; /* if there is one: when the inputs were last changed */
    size_t built, fresh, failed, removed;
};

/* Says what was DONE with the file at PATH. */
static void print_done(const char *done, const char *path)
{
    struct buffer word = BUFFER_EMPTY;
    shell_word(&word, path);
    printf("%s %s\n", done, word.failed ? path : buffer_string(&word));
    buffer_clear(&word);
}

/* What is in the place of a figure was looked at before it was drawn, which may take minutes. */
static enum status check_place(const struct build_state *state, const struct figure *figure)
{
    return state->force ? figure_state_check_place(&state->figures, figure, state->messages)
                        : figure_state_may_replace(&state->figures, figure, state->messages);
}

static enum status replace_figure(const struct build_state *state, const struct figure *figure,
                                  const struct buffer *out)
{
    sigset_t before;
    process_block_signals(&before);
    enum status status = check_place(state, figure);
    if (status == STATUS_OK)
        status = output_replace(figure->path, buffer_string(out), out->length, state->messages);
    process_unblock_signals(&before);
    return status;
}

/* Writes a figure that has been drawn. */
static void finish_figure(void *context, const struct figure *figure, enum status status,
                          const struct buffer *out)
{
    struct build_state *state = context;
    if (status == STATUS_OK)
        status = replace_figure(state, figure, out);
    if (status == STATUS_OK) {
        state->built++;
        print_done("built", figure->path);
    } else {
        state->failed++;
        state->out_of_memory |= status == STATUS_MEMORY;
    }
}

/* Sets *STATE to the state of JOB's figure; to FIGURE_ERROR if it is to be drawn but can't be
   written. Fails only with STATUS_MEMORY. */
static enum status find_state(const struct build_state *state, const struct figure_job *job,
                              enum figure_state *drawn)
{
    const struct figure *figure = job->figure;
    *drawn = FIGURE_STALE;
    if (!state->force)
        TRY(figure_state(&state->figures, figure, &job->request.scene, state->messages, drawn));
    else if (figure_state_check_place(&state->figures, figure, state->messages) != STATUS_OK)
        *drawn = FIGURE_ERROR;
    if (*drawn == FIGURE_OK && state->redraw)
        *drawn = FIGURE_STALE;
    if (*drawn == FIGURE_OK || *drawn == FIGURE_ERROR)
        return STATUS_OK;
    enum status status = output_may_write(figure->path, state->messages);
    if (status != STATUS_OK)
        *drawn = FIGURE_ERROR;
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

static void count_fresh(struct build_state *state, const struct figure *figure)
{
    state->fresh++;
    if (state->rules != NULL)
        dependencies_touch(figure->path, state->time);
}

/* Draws FIGURE unless it is up to date. A failure is counted and does not stop the build. */
static enum status build_figure(struct build_state *state, const struct figure *figure)
{
    struct figure_job *job;
    enum figure_state drawn;
    enum status status = figure_job_new(figure, &state->warnings.messages, &job);
    if (status != STATUS_OK) {
        state->failed++;
        return status == STATUS_MEMORY ? status : STATUS_OK;
    }
    status = find_state(state, job, &drawn);
    if (drawn == FIGURE_OK)
        count_fresh(state, figure);
    state->failed += drawn == FIGURE_ERROR;
    bool wanted = status == STATUS_OK && drawn != FIGURE_OK && drawn != FIGURE_ERROR;
    if (wanted)
        status = figure_pool_start(&state->pool, job);
    if (status != STATUS_OK || !wanted)
        figure_job_free(job);
    return status;
}

static enum status start_figures(struct build_state *state)
{
    const struct figure_list *figures = &state->figures;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        const struct progress progress = {PROGRESS_ITEMS, figure->path, i, figures->items.count,
                                          NULL};
        messages_progress(state->messages, &progress);
        status = build_figure(state, figure);
    }
    figure_pool_finish(&state->pool);
    messages_progress(state->messages, NULL);
    messages_note_suppressed(state->messages, "figures");
    return status;
}

static enum status write_page(struct build_state *state, struct page_file *file, unsigned jobs)
{
    struct buffer out = BUFFER_EMPTY;
    enum status status = output_may_write(file->page->path, state->messages);
    if (status == STATUS_OK)
        status = page_file_make(file, jobs, &out, &state->warnings.messages);
    finish_figure(state, file->page, status, &out);
    buffer_clear(&out);
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

/* Makes PAGE unless it is up to date. */
static enum status build_page(struct build_state *state, const struct figure *page, unsigned jobs)
{
    struct page_file file;
    enum figure_state found = FIGURE_ERROR;
    enum status status = page_file_init(&file, &state->figures, page, state->messages);
    if (status == STATUS_OK && !state->force)
        status = page_file_state(&file, state->messages, &found);
    else if (status == STATUS_OK)
        found = FIGURE_STALE;
    const bool fresh = found == FIGURE_OK && !state->redraw;
    if (fresh)
        count_fresh(state, page);
    state->failed += found == FIGURE_ERROR;
    if (status == STATUS_OK && !fresh && found != FIGURE_ERROR)
        status = write_page(state, &file, jobs);
    page_file_clear(&file);
    return status == STATUS_MEMORY ? status : STATUS_OK;
}

/* Pages are made of figures, and so after them. */
static enum status build_pages(struct build_state *state, unsigned jobs)
{
    for (size_t i = 0; i < state->figures.pages.count; i++)
        TRY(build_page(state, &state->figures.pages.items[i], jobs));
    return STATUS_OK;
}

static enum status make_folder(const struct figure_list *figures, struct messages *messages)
{
    TRY(figure_list_check_folder(figures, messages));
    if (mkdir(figures->folder, 0777) == 0 || errno == EEXIST)
        return STATUS_OK;
    if (errno == ENOENT)
        messages_error(messages, NULL, MESSAGE_IO,
                       "%s: cannot create directory: the directory that it is in does not exist; "
                       "create it first",
                       figures->folder);
    else
        messages_error(messages, NULL, MESSAGE_IO, "%s: cannot create directory: %s",
                       figures->folder, strerror(errno));
    return STATUS_FAILURE;
}

static void note_removed(void *context, const char *path)
{
    struct build_state *state = context;
    state->removed++;
    print_done("removed", path);
}

/* Removes the figures that no view defines. */
static enum status prune_figures(struct build_state *state)
{
    struct orphans orphans = {.items = NULL};
    enum status status = orphans_find(&orphans, &state->figures);
    if (status == STATUS_OK)
        status = orphans_remove(&orphans, note_removed, state, state->messages);
    orphans_clear(&orphans);
    return status;
}

static void print_counts(const struct build_state *state)
{
    printf("built %zu, fresh %zu, failed %zu", state->built, state->fresh, state->failed);
    if (state->prune)
        printf(", removed %zu", state->removed);
    putchar('\n');
}

static enum status build_figures(struct build_state *state, unsigned jobs)
{
    TRY(figure_pool_init(&state->pool, jobs, finish_figure, state, &state->warnings.messages));
    enum status status = start_figures(state);
    figure_pool_clear(&state->pool);
    return status;
}

static enum status build_all(struct build_state *state, unsigned jobs)
{
    TRY(view_warnings_init(&state->warnings, state->messages));
    enum status status = build_figures(state, jobs);
    if (status == STATUS_OK)
        status = build_pages(state, jobs);
    view_warnings_clear(&state->warnings);
    return status;
}

static enum status build(struct build_state *state, unsigned jobs)
{
    output_sweep_folder(state->figures.folder);
    enum status status = build_all(state, jobs);
    if (status == STATUS_OK && state->prune && !state->wait)
        status = prune_figures(state);
    print_counts(state);
    if (status == STATUS_OK && state->out_of_memory)
        return STATUS_MEMORY;
    return status == STATUS_OK && state->failed > 0 ? STATUS_FAILURE : status;
}

/* Draws the figures, also if their places cannot be kept. */
static enum status draw_figures(struct build_state *state, unsigned jobs,
                                const struct options *options)
{
    const enum status kept = figure_sharing_finish(&state->figures, options, state->messages);
    if (kept == STATUS_MEMORY)
        return kept;
    const enum status built = build(state, jobs);
    return built != STATUS_OK ? built : kept;
}

/* The same; then writes the rules of make, unless some figure has failed: make is to ask for it
   again. */
static enum status draw_with_rules(struct build_state *state, unsigned jobs,
                                   const struct options *options)
{
    if (state->rules == NULL)
        return draw_figures(state, jobs, options);
    state->time = dependencies_time(&state->figures);
    TRY(draw_figures(state, jobs, options));
    return dependencies_write(&state->figures, state->rules, state->messages);
}

/* Makes sure that there is room for what is to be written. */
static enum status prepare(const struct build_state *state)
{
    if (state->rules != NULL)
        TRY(dependencies_check(&state->figures, state->rules, state->messages));
    return make_folder(&state->figures, state->messages);
}

/* --- a round */

static void add_input(struct buffer *inputs, const char *path)
{
    if (strcmp(path, "-") != 0)
        buffer_add(inputs, path, strlen(path) + 1);
}

/* Notes what the figures are made of: also files that are missing or invalid. */
static enum status list_inputs(struct build_round *round, const struct figure_list *figures)
{
    if (round->inputs == NULL)
        return STATUS_OK;
    for (size_t i = 0; i < figures->files.count; i++)
        add_input(round->inputs, figures->files.items[i].path);
    round->views = round->inputs->length;
    for (size_t i = 0; i < figures->datasets.count; i++)
        add_input(round->inputs, figures->datasets.items[i].path);
    figure_sharing_list(figures, round->options, round->inputs);
    return buffer_status(round->inputs);
}

static bool has_views(const struct figure_list *figures, const char *path)
{
    for (size_t i = 0; i < figures->files.count; i++)
        if (strcmp(figures->files.items[i].path, path) == 0)
            return true;
    return false;
}

/* A views file of an earlier round that is gone; NULL: none is. */
static const char *find_gone(const struct build_round *round, const struct figure_list *figures)
{
    size_t at = 0;
    for (; round->earlier != NULL && at < round->earlier->length;
         at += strlen(round->earlier->bytes + at) + 1)
        if (!has_views(figures, round->earlier->bytes + at))
            return round->earlier->bytes + at;
    return NULL;
}

/* Lets figures be that nothing may define but a views file that is gone. */
static void wait_for_views(struct build_round *round, struct build_state *state)
{
    const char *gone = state->prune ? find_gone(round, &state->figures) : NULL;
    round->unpruned = state->wait = gone != NULL;
    if (gone != NULL)
        messages_note(state->messages, MESSAGE_HINT,
                      "%s is gone; while it is, no figures are removed until this session ends",
                      gone);
}

static enum status draw_listed(struct build_round *round, struct build_state *state,
                               unsigned jobs)
{
    TRY(list_inputs(round, &state->figures));
    wait_for_views(round, state);
    enum status status = figure_sharing_init(&state->figures, round->options, state->messages);
    round->begun = status != STATUS_FAILURE;
    if (status == STATUS_OK && round->drafts != NULL)
        status = drafts_apply(round->drafts, &state->figures);
    if (status != STATUS_OK)
        return status;
    round->begun = false;
    TRY(prepare(state));
    round->begun = true;
    return draw_with_rules(state, jobs, round->options);
}

enum status build_round_run(struct build_round *round, struct messages *messages)
{
    const struct options *options = round->options;
    const bool places = options_value(options, "positions") != NULL;
    struct build_state state = {
        .messages = messages,
        .force = round->first && options_value(options, "force") != NULL,
        .redraw = round->first && options_value(options, "redraw") != NULL,
        .prune = options_value(options, "prune") != NULL && !places, /* else, of places */
        .rules = options_value(options, "dependencies")};
    unsigned jobs;
    TRY(options_jobs(options, messages, &jobs));
    enum status status = figure_list_init(&state.figures, options, messages);
    round->begun = status == STATUS_OK || status == STATUS_INVALID;
    TRY(status);
    status = draw_listed(round, &state, jobs);
    figure_list_clear(&state.figures);
    return status;
}
