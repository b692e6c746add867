/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/figure_state.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process/output.h"
#include "base/text/shell.h"
#include "cli/figures/input_files.h"
#include "render/origin.h"
#include "render/stamp.h"

static const char *input_path(const struct figure_list *figures, uint32_t value)
{
    switch (value % FIGURE_INPUTS) {
    case FIGURE_INPUT_DATASET: return figures->datasets.items[value / FIGURE_INPUTS].path;
    case FIGURE_INPUT_VIEWS: return figures->files.items[value / FIGURE_INPUTS].path;
    default: return figures->places.items[value / FIGURE_INPUTS]->path;
    }
}

/* Reports that the input VALUE has the place of FIGURE. */
static void report_input(const struct figure_list *figures, const struct figure *figure,
                         uint32_t value, struct messages *messages)
{
    static const char *const kinds[FIGURE_INPUTS] = {"dataset", "views file", "positions file"};
    const bool page = figure_is_page(figure);
    messages->default_subject = page ? NULL : figure->view->id;
    messages_error(messages, &figure->view->place, MESSAGE_IO,
                   "%s is the same file as the %s %s; rename the %s, or "
                   "choose another directory with --output-dir",
                   figure->path, kinds[value % FIGURE_INPUTS], input_path(figures, value),
                   page ? "page" : "view");
    messages->default_subject = NULL;
}

enum status figure_state_check_place(const struct figure_list *figures,
                                     const struct figure *figure, struct messages *messages)
{
    const uint32_t value = input_files_find(&figures->inputs, figure->path);
    if (value == STRINGS_NO_VALUE)
        return output_may_replace(figure->path, messages);
    report_input(figures, figure, value, messages);
    return STATUS_FAILURE;
}

/* Reports that PATH, in FOLDER, cannot be read; errno says why. */
static enum status report_unreadable(const char *path, const char *folder,
                                     struct messages *messages)
{
    const int why = errno;
    struct stat found;
    struct buffer remedy = BUFFER_EMPTY;
    if (why == ENOMEM)
        return STATUS_MEMORY;
    const bool reached = lstat(path, &found) == 0;
    if (why == EACCES) {
        buffer_format(&remedy, "; to allow it, run: chmod %s ", reached ? "u+r" : "u+rwx");
        shell_word(&remedy, reached ? path : folder);
    }
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot read: %s%s", path, strerror(why),
                   buffer_string(&remedy));
    enum status status = buffer_status(&remedy);
    buffer_clear(&remedy);
    return status;
}

/* Only what a user could miss is kept. */
static enum figure_state state_without_stamp(const char *path, struct messages *messages)
{
    switch (origin_of(path)) {
    case ORIGIN_ENTENTE: return FIGURE_CHANGED;
    case ORIGIN_NONE: return FIGURE_STALE;
    case ORIGIN_OTHER: break;
    }
    messages_error(
        messages, NULL, MESSAGE_IO,
        "%s: does not look like a figure of entente; move it, remove it, or overwrite it with "
        "build --force",
        path);
    return FIGURE_ERROR;
}

/* The state of a FIGURE with a right seal. It may be a copy of one in another format, which has
   the same fingerprint. */
static enum figure_state state_with_stamp(const struct figure *figure, bool is_current)
{
    if (!is_current)
        return FIGURE_STALE;
    if (figure_is_page(figure))
        return FIGURE_OK;
    return picture_is_of(figure->format, figure->path) ? FIGURE_OK : FIGURE_CHANGED;
}

/* Sets *STATE to that of FIGURE, whose fingerprint should be WANTED. */
static enum status find_state(const struct figure_list *figures, const struct figure *figure,
                              const char *wanted, struct messages *messages,
                              enum figure_state *state)
{
    char found[FINGERPRINT_SIZE];
    *state = FIGURE_ERROR;
    if (figure_state_check_place(figures, figure, messages) != STATUS_OK)
        return STATUS_OK;
    switch (stamp_read(figure->path, found)) {
    case STAMP_FOUND: *state = state_with_stamp(figure, strcmp(wanted, found) == 0); break;
    case STAMP_CHANGED:
        *state = strcmp(wanted, found) == 0 ? FIGURE_CHANGED : FIGURE_STALE;
        break;
    case STAMP_OLD: *state = FIGURE_STALE; break;
    case STAMP_NONE: *state = state_without_stamp(figure->path, messages); break;
    case STAMP_MISSING: *state = FIGURE_MISSING; break;
    case STAMP_FAILURE: return report_unreadable(figure->path, figures->folder, messages);
    }
    return STATUS_OK;
}

enum status figure_state(const struct figure_list *figures, const struct figure *figure,
                         const struct scene *scene, struct messages *messages,
                         enum figure_state *state)
{
    char wanted[FINGERPRINT_SIZE];
    TRY(picture_fingerprint(scene, figure->format, wanted));
    return find_state(figures, figure, wanted, messages, state);
}

enum status figure_state_of_page(const struct figure_list *figures, const struct figure *page,
                                 const char *wanted, struct messages *messages,
                                 enum figure_state *state)
{
    return find_state(figures, page, wanted, messages, state);
}

enum status figure_state_may_replace(const struct figure_list *figures,
                                     const struct figure *figure, struct messages *messages)
{
    char found[FINGERPRINT_SIZE];
    TRY(figure_state_check_place(figures, figure, messages));
    switch (stamp_read(figure->path, found)) {
    case STAMP_FOUND:
    case STAMP_CHANGED:
    case STAMP_OLD:
    case STAMP_MISSING: return STATUS_OK;
    case STAMP_NONE: break;
    case STAMP_FAILURE:
        TRY(report_unreadable(figure->path, figures->folder, messages));
        return STATUS_FAILURE;
    }
    bool kept = state_without_stamp(figure->path, messages) == FIGURE_ERROR;
    return kept ? STATUS_FAILURE : STATUS_OK;
}
