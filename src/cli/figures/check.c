/* SPDX-License-Identifier: MIT */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "base/text/escape.h"
#include "base/text/shell.h"
#include "cli/command.h"
#include "cli/figures/figure_list.h"
#include "cli/figures/figure_pool.h"
#include "cli/figures/figure_sharing.h"
#include "cli/figures/figure_state.h"
#include "cli/figures/orphans.h"
#include "cli/figures/page_file.h"
#include "cli/figures/view_warnings.h"
#include "format/json/json.h"
#include "render/stamp.h"

enum { STATES = FIGURE_ERROR + 1 };

static const char *const state_words[STATES] = {"ok",      "stale",  "changed",
                                                "missing", "orphan", "error"};

/* The state of a figure. */
struct check_row {
    enum figure_state state;
    const char *path;
    const struct figure *figure; /* NULL: an orphan */
    bool valid;                  /* the view and the dataset are */
    bool differs;                /* from what was drawn again */
};

struct check_report {
    struct figure_list figures;
    NETWORK_ARRAY(struct check_row) rows;
    struct orphans orphans;
    size_t counts[STATES];
    struct figure_pool *pool; /* draws the figures again; NULL: none are */
    struct messages *messages;
    struct view_warnings warnings;
};

static enum status add_row(struct check_report *report, enum figure_state state, const char *path,
                           const struct figure *figure)
{
    ARRAY_RESERVE(&report->rows, 1);
    report->rows.items[report->rows.count++] =
        (struct check_row){.state = state, .path = path, .figure = figure};
    return STATUS_OK;
}

/* Compares a figure that has been drawn again with its file. */
static void compare_figure(void *context, const struct figure *figure, enum status status,
                           const struct buffer *out)
{
    struct check_report *report = context;
    struct check_row *row = &report->rows.items[figure - report->figures.items.items];
    if (status != STATUS_OK)
        row->state = FIGURE_ERROR;
    else if (!stamp_is_file(figure->path, out))
        row->state = FIGURE_CHANGED;
    row->differs = row->state == FIGURE_CHANGED;
}

/* Adds the row of a figure whose view is valid, and starts to draw it if it is to be compared. */
static enum status check_file(struct check_report *report, struct figure_job *job)
{
    enum figure_state state;
    TRY(figure_state(&report->figures, job->figure, &job->request.scene, report->messages,
                     &state));
    TRY(add_row(report, state, job->figure->path, job->figure));
    report->rows.items[report->rows.count - 1].valid = true;
    if (report->pool != NULL && state == FIGURE_OK)
        return figure_pool_start(report->pool, job);
    figure_job_free(job);
    return STATUS_OK;
}

/* The row of each figure has the index of the figure. */
static enum status check_figure(struct check_report *report, const struct figure *figure)
{
    struct figure_job *job;
    enum status status = figure_job_new(figure, &report->warnings.messages, &job);
    if (status == STATUS_MEMORY)
        return status;
    if (status != STATUS_OK)
        return add_row(report, FIGURE_ERROR, figure->path, figure);
    status = check_file(report, job);
    if (status != STATUS_OK)
        figure_job_free(job);
    return status;
}

/* Adds the figures in the folder that no view defines. */
static enum status add_orphans(struct check_report *report)
{
    TRY(orphans_find(&report->orphans, &report->figures));
    for (size_t i = 0; i < report->orphans.count; i++)
        TRY(add_row(report, FIGURE_ORPHAN, report->orphans.items[i].path, NULL));
    return STATUS_OK;
}

/* Adds the command that brings a figure up to date; none for an error. A figure that differs from
   what was drawn again is up to date for build. Places that are found anew depend on the views of
   the run, so that they are to be kept. */
static void add_remedy(struct buffer *out, const struct check_report *report,
                       const struct check_row *row)
{
    if (row->state == FIGURE_ORPHAN) {
        buffer_text(out, "rm ");
        shell_word(out, row->path);
    }
    if (row->state != FIGURE_STALE && row->state != FIGURE_CHANGED &&
        row->state != FIGURE_MISSING)
        return;
    buffer_text(out, row->differs ? "entente build --redraw " : "entente build ");
    shell_word(out, row->figure->views->path);
    if (row->figure->places != NULL && row->figure->places->added > 0)
        buffer_text(out, " --positions=shared");
    if (strcmp(report->figures.folder, "output") != 0) {
        buffer_text(out, " --output-dir=");
        shell_word(out, report->figures.folder);
    }
}

/* Adds what the user has to fix, if the view or the dataset is invalid or places are missing. */
static void add_error(struct buffer *out, const struct check_row *row)
{
    const struct figure *figure = row->figure;
    if (row->state != FIGURE_ERROR || row->valid)
        return;
    if (figure->network == NULL) {
        buffer_text(out, "fix the dataset ");
        escape_for_terminal(out, figure->views->dataset, strlen(figure->views->dataset));
        return;
    }
    if (figure->places != NULL && figure->places->failed) {
        buffer_text(out, "its places are missing");
        return;
    }
    const struct message_place *place = &figure->view->place;
    buffer_text(out, "fix the view in ");
    escape_for_terminal(out, place->file, strlen(place->file));
    buffer_format(out, ":%lu", (unsigned long)place->line);
}

static enum status print_row(const struct check_report *report, const struct check_row *row)
{
    struct buffer remedy = BUFFER_EMPTY, line = BUFFER_EMPTY, shown = BUFFER_EMPTY;
    add_remedy(&remedy, report, row);
    add_error(&remedy, row);
    buffer_format(&line, "%-8s ", state_words[row->state]);
    shell_word(&line, row->path); /* on one line, and quoted for the shell */
    buffer_format(&line, "%s%s", remedy.length > 0 ? ": " : "", buffer_string(&remedy));
    escape_for_log(&shown, buffer_string(&line), line.length);
    puts(buffer_string(&shown));
    bool failed = remedy.failed || line.failed || shown.failed;
    buffer_clear(&remedy);
    buffer_clear(&line);
    buffer_clear(&shown);
    return failed ? STATUS_MEMORY : STATUS_OK;
}

static enum status print_text(const struct check_report *report)
{
    for (size_t i = 0; i < report->rows.count; i++)
        TRY(print_row(report, &report->rows.items[i]));
    printf("checked %zu:", report->rows.count);
    bool first = true;
    for (size_t i = 0; i < STATES; i++) {
        if (report->counts[i] == 0 && i != FIGURE_OK)
            continue;
        printf("%s %zu %s", first ? "" : ",", report->counts[i], state_words[i]);
        first = false;
    }
    putchar('\n');
    return STATUS_OK;
}

static void add_json_row(struct json *json, const struct check_report *report,
                         const struct check_row *row)
{
    struct buffer remedy = BUFFER_EMPTY;
    add_remedy(&remedy, report, row);
    json_open(json, '{');
    json_key(json, "figure");
    json_text(json, row->path);
    json_key(json, "state");
    json_text(json, state_words[row->state]);
    json_key(json, "view");
    json_text(json, row->figure != NULL ? row->figure->view->id : NULL);
    json_key(json, "views");
    json_text(json, row->figure != NULL ? row->figure->views->path : NULL);
    json_key(json, "mend");
    json_text(json, remedy.length > 0 ? remedy.bytes : NULL);
    json_close(json, '}');
    json->out->failed |= remedy.failed;
    buffer_clear(&remedy);
}

static enum status print_json(const struct check_report *report, struct messages *messages)
{
    struct buffer out = BUFFER_EMPTY;
    struct json json = {.out = &out};
    json_open(&json, '[');
    for (size_t i = 0; i < report->rows.count; i++)
        add_json_row(&json, report, &report->rows.items[i]);
    json_close(&json, ']');
    json_end(&json);
    enum status status = buffer_status(&out);
    if (status == STATUS_OK)
        status = output_write("-", buffer_string(&out), out.length, messages);
    buffer_clear(&out);
    return status;
}

static enum status check_figures(struct check_report *report)
{
    const struct figure_list *figures = &report->figures;
    for (size_t i = 0; i < figures->items.count; i++) {
        const struct figure *figure = &figures->items.items[i];
        const struct progress progress = {PROGRESS_ITEMS, figure->path, i, figures->items.count,
                                          NULL};
        if (report->pool != NULL)
            messages_progress(report->messages, &progress);
        TRY(check_figure(report, figure));
    }
    return STATUS_OK;
}

/* Draws the figures again, at most JOBS at a time. */
static enum status check_strictly(struct check_report *report, unsigned jobs)
{
    struct figure_pool pool;
    TRY(figure_pool_init(&pool, jobs, compare_figure, report, &report->warnings.messages));
    report->pool = &pool;
    enum status status = check_figures(report);
    figure_pool_finish(&pool);
    figure_pool_clear(&pool);
    report->pool = NULL;
    messages_progress(report->messages, NULL);
    return status;
}

/* Adds the row of a page, which has the index that it has in the list. If STRICT, compares the
   page with one made again. */
static enum status check_page(struct check_report *report, const struct figure *page, bool strict,
                              unsigned jobs)
{
    struct page_file file;
    enum figure_state state = FIGURE_ERROR;
    enum status status = page_file_init(&file, &report->figures, page, report->messages);
    const bool valid = status == STATUS_OK;
    if (valid)
        status = page_file_state(&file, report->messages, &state);
    bool differs = false;
    if (status == STATUS_OK && strict && state == FIGURE_OK)
        status = page_file_compare(&file, jobs, &report->warnings.messages, &differs);
    page_file_clear(&file);
    if (status == STATUS_MEMORY)
        return status;
    TRY(add_row(report, differs ? FIGURE_CHANGED : state, page->path, page));
    struct check_row *row = &report->rows.items[report->rows.count - 1];
    row->valid = valid;
    row->differs = differs;
    return STATUS_OK;
}

static enum status check_pages(struct check_report *report, bool strict, unsigned jobs)
{
    for (size_t i = 0; i < report->figures.pages.count; i++)
        TRY(check_page(report, &report->figures.pages.items[i], strict, jobs));
    return STATUS_OK;
}

/* Checks figures and pages. If STRICT, draws them again, at most JOBS at a time. */
static enum status check(struct check_report *report, bool strict, unsigned jobs)
{
    TRY(view_warnings_init(&report->warnings, report->messages));
    enum status status = strict ? check_strictly(report, jobs) : check_figures(report);
    if (status == STATUS_OK)
        status = check_pages(report, strict, jobs);
    view_warnings_clear(&report->warnings);
    return status;
}

static enum status print(struct check_report *report, bool as_json)
{
    messages_note_suppressed(report->messages, "figures");
    TRY(add_orphans(report));
    for (size_t i = 0; i < report->rows.count; i++)
        report->counts[report->rows.items[i].state]++;
    TRY(as_json ? print_json(report, report->messages) : print_text(report));
    return report->counts[FIGURE_OK] == report->rows.count ? STATUS_OK : STATUS_INVALID;
}

static enum status run(const struct options *options, struct messages *messages)
{
    struct check_report report = {.messages = messages};
    unsigned jobs;
    TRY(options_jobs(options, messages, &jobs));
    enum status status = figure_list_init(&report.figures, options, messages);
    messages_note_newly_refused(messages);
    TRY(status);
    status = figure_list_check_folder(&report.figures, messages);
    if (status == STATUS_OK)
        status = figure_sharing_init(&report.figures, options, messages);
    if (status == STATUS_OK)
        figure_sharing_note(&report.figures, messages);
    if (status == STATUS_OK)
        status = check(&report, options_value(options, "strict") != NULL, jobs);
    if (status == STATUS_OK)
        status = print(&report, options_value(options, "json") != NULL);
    orphans_clear(&report.orphans);
    free(report.rows.items);
    figure_list_clear(&report.figures);
    return status;
}

const struct command check_command = {
    .name = "check",
    .bit = COMMAND_CHECK,
    .synopsis = "[VIEWS]...",
    .operands = OPERANDS_ANY,
    .summary = "Report which figures are out of date",
    .run = run,
};
