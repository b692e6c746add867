/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/build_watch.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/process/child.h"
#include "base/process/output.h"
#include "base/process/watch.h"
#include "cli/figures/build_round.h"
#include "cli/figures/drafts.h"
#include "cli/process.h"

/* In milliseconds: how often a session looks whether it is to end. */
enum { TURN = 200 };

/* Each round runs in a child, so that it has limits of its own, and that whatever happens to it,
   the session goes on. What rounds tell each other is in the memory of the session. */
struct session {
    const struct options *options;
    struct messages *messages;
    struct watch watch;
    sigset_t signals; /* the mask of a round */
    unsigned rounds;
    bool plain;           /* the last round: no drafts, and nothing to wait for */
    bool drafted;         /* there may be drafts */
    bool unpruned;        /* there may be figures to remove */
    struct buffer memory; /* drafts, packed */
    struct buffer views;  /* the paths of the views files so far, with a zero after each */
};

/* What a round tells, before the paths of its inputs, each with a zero after it, and then the
   memory. */
struct round_report {
    enum status status;
    bool begun;
    bool drafts; /* there are some */
    bool unpruned;
    size_t views;  /* the bytes of the paths of views files, which come first */
    size_t inputs; /* the bytes of the paths */
};

/* --- a round, in the child */

static enum status report_round(const struct build_round *round, enum status status,
                                const struct drafts *drafts, struct buffer *out)
{
    const struct round_report report = {.status = status,
                                        .begun = round->begun,
                                        .drafts = drafts->count > 0,
                                        .unpruned = round->unpruned,
                                        .views = round->views,
                                        .inputs = round->inputs->length};
    buffer_add(out, &report, sizeof report);
    buffer_add(out, buffer_string(round->inputs), round->inputs->length);
    drafts_pack(drafts, out);
    return buffer_status(out);
}

/* Runs a round with DRAFTS, and keeps its INPUTS. */
static enum status run_with(const struct session *session, struct drafts *drafts,
                            struct buffer *inputs, struct buffer *out)
{
    struct build_round round = {.options = session->options,
                                .first = session->rounds == 1,
                                .drafts = session->plain || session->rounds == 1 ? NULL : drafts,
                                .inputs = inputs,
                                .earlier = session->plain ? NULL : &session->views};
    size_t at = 0;
    TRY(drafts_unpack(drafts, &session->memory, &at));
    const enum status status = build_round_run(&round, session->messages);
    if (output_flush(stdout, "standard output", session->messages) != STATUS_OK)
        return STATUS_FAILURE;
    return report_round(&round, status, drafts, out);
}

static enum status work(void *context, struct buffer *out)
{
    const struct session *session = context;
    struct drafts drafts = {.items = NULL};
    struct buffer inputs = BUFFER_EMPTY;
    process_unblock_signals(&session->signals);
    setvbuf(stdout, NULL, _IOLBF, 0);
    const enum status status = run_with(session, &drafts, &inputs, out);
    buffer_clear(&inputs);
    drafts_clear(&drafts);
    return status;
}

/* --- a round, in the session */

/* Waits for CHILD to end; ends it if the user wants to end the session. Returns the signal that
   says so; 0: none. */
static int await(struct child *child, const struct messages *messages)
{
    int ending = 0;
    while (child->state == CHILD_RUNNING) {
        struct pollfd file = {.fd = child->pipe, .events = POLLIN};
        child_poll(&file, 1, TURN);
        if (ending == 0 && (ending = process_ending_signal()) != 0)
            kill(child->pid, SIGTERM);
        if (ending == 0)
            child_report_progress(child, messages);
        child_read(child);
    }
    return ending != 0 ? ending : process_ending_signal();
}

/* Watches the files that a round has read, which began at SINCE. */
static enum status watch_inputs(struct session *session, const char *paths, size_t length,
                                const struct timespec *since)
{
    for (const char *path = paths; path < paths + length; path += strlen(path) + 1)
        TRY(watch_add(&session->watch, path, false, since));
    return STATUS_OK;
}

/* Watches the views files, or where they appear. */
static enum status watch_views(struct session *session)
{
    const struct options *options = session->options;
    if (options->operand_count == 0)
        return watch_add(&session->watch, FIGURE_LIST_VIEWS, true, NULL);
    for (size_t i = 0; i < options->operand_count; i++)
        TRY(watch_add(&session->watch, options->operands[i], false, NULL));
    return STATUS_OK;
}

static bool has_path(const struct buffer *paths, const char *path)
{
    for (size_t at = 0; at < paths->length; at += strlen(paths->bytes + at) + 1)
        if (strcmp(paths->bytes + at, path) == 0)
            return true;
    return false;
}

/* Remembers the views files of a round: PATHS, of LENGTH bytes. */
static enum status keep_views(struct session *session, const char *paths, size_t length)
{
    for (const char *path = paths; path < paths + length; path += strlen(path) + 1)
        if (!has_path(&session->views, path))
            buffer_add(&session->views, path, strlen(path) + 1);
    return buffer_status(&session->views);
}

/* Takes what a round has told in OUT. */
static enum status take_report(struct session *session, const struct buffer *out,
                               const struct timespec *since)
{
    struct round_report report;
    size_t at = 0;
    if (!buffer_read(out, &at, &report, sizeof report) || report.inputs > out->length - at ||
        report.views > report.inputs)
        return STATUS_FAILURE;
    if (report.status == STATUS_MEMORY)
        messages_error(session->messages, NULL, MESSAGE_OUT_OF_MEMORY, "out of memory");
    if (!report.begun && session->rounds == 1)
        return report.status;
    TRY(watch_inputs(session, out->bytes + at, report.inputs, since));
    TRY(watch_views(session));
    TRY(keep_views(session, out->bytes + at, report.views));
    session->unpruned = report.unpruned;
    if (report.begun)
        watch_sweep(&session->watch);
    at += report.inputs;
    session->drafted = report.drafts;
    buffer_clear(&session->memory);
    buffer_add(&session->memory, out->bytes + at, out->length - at);
    return buffer_status(&session->memory);
}

/* Ends CHILD, a round that began at SINCE, as ENDING says. What a round tells that was over
   before it was to end is taken: its figures need not be drawn again. One that has crashed is
   reported, and tells nothing. */
static enum status finish_round(struct session *session, struct child *child, int ending,
                                const struct timespec *since)
{
    struct messages silent, own = messages_separate(session->messages);
    messages_init(&silent, NULL, NULL);
    message_filter_silence(&own.filter, MESSAGE_REARRANGED);
    messages_progress(session->messages, NULL);
    enum status status = child_finish(child, ending != 0 ? &silent : &own);
    if (status == STATUS_OK)
        status = take_report(session, &child->out, since);
    else if (session->rounds > 1 || ending != 0)
        status = STATUS_OK;
    buffer_clear(&child->out);
    return status;
}

/* Draws what has changed. Sets *ENDING to the signal that ended it; 0: none did. */
static enum status run_round(struct session *session, int *ending)
{
    const struct child_limits limits = {.relays_messages = true};
    const struct timespec since = watch_time();
    struct child child;
    *ending = 0;
    session->rounds++;
    session->drafted |= session->rounds > 1 && !session->plain;
    TRY(watch_mark(&session->watch));
    TRY(output_flush(stdout, "standard output", session->messages));
    if (child_start(&child, work, session, "build", &limits, session->messages) != STATUS_OK)
        return session->rounds > 1 ? watch_views(session) : STATUS_FAILURE;
    *ending = await(&child, session->messages);
    return finish_round(session, &child, *ending, &since);
}

/* --- a session */

static enum status wait_for_change(struct session *session, int *ending)
{
    bool changed = false;
    while (!changed && (*ending = process_ending_signal()) == 0)
        TRY(watch_wait(&session->watch, TURN, &changed));
    return STATUS_OK;
}

/* Draws the drafts plainly, and removes the figures of views files that did not come back, unless
   the user has lost patience or the terminal. */
static enum status draw_plainly(struct session *session, int ending)
{
    int again;
    if ((!session->drafted && !session->unpruned) || ending == SIGHUP)
        return STATUS_OK;
    if (session->drafted)
        messages_note(
            session->messages, MESSAGE_HINT,
            "drawing the figures of this session as build draws them; interrupt again to "
            "leave that to the next build");
    session->plain = true;
    return run_round(session, &again);
}

static void note_watching(const struct session *session)
{
    const size_t count = session->watch.count;
    messages_note(session->messages, MESSAGE_HINT,
                  "watching %zu file%s for changes; end with Ctrl-C", count,
                  count == 1 ? "" : "s");
}

static enum status run(struct session *session)
{
    int ending = 0;
    TRY(watch_views(session));
    TRY(run_round(session, &ending));
    if (ending == 0)
        note_watching(session);
    while (ending == 0) {
        TRY(wait_for_change(session, &ending));
        if (ending == 0)
            TRY(run_round(session, &ending));
    }
    TRY(draw_plainly(session, ending));
    TRY(output_flush(stdout, "standard output", session->messages));
    process_end_by(ending);
}

enum status build_watch(const struct options *options, struct messages *messages)
{
    struct session session = {.options = options, .messages = messages, .memory = BUFFER_EMPTY};
    process_hold_endings(&session.signals);
    watch_init(&session.watch, messages);
    const enum status status = run(&session);
    watch_clear(&session.watch);
    buffer_clear(&session.views);
    buffer_clear(&session.memory);
    process_unblock_signals(&session.signals);
    return status;
}
