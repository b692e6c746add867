/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/figures/orphans.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/memory/array.h"
#include "base/process/output.h"
#include "base/text/ascii.h"
#include "render/picture.h"
#include "render/stamp.h"

/* --- finding them */

static bool is_figure(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name &&
           (picture_of_suffix(dot + 1) < PICTURE_FORMATS || strcasecmp(dot + 1, "html") == 0);
}

/* Adds PATH in lower case. */
static void add_folded(struct buffer *out, const char *path)
{
    for (; *path != '\0'; path++)
        buffer_char(out, ascii_lower(*path));
}

/* The paths of the figures and pages that views files define, in lower case, with their numbers
   as values. No two are the same. */
static enum status find_wanted(const struct figure_list *figures, struct strings *wanted)
{
    for (size_t i = 0; i < figure_list_count(figures); i++) {
        struct buffer folded = BUFFER_EMPTY;
        uint32_t number;
        add_folded(&folded, figure_list_at(figures, i)->path);
        enum status status = buffer_status(&folded);
        if (status == STATUS_OK)
            status = strings_intern(wanted, STRINGS_OFTEN, folded.bytes, folded.length, &number);
        buffer_clear(&folded);
        TRY(status);
        strings_set_value(wanted, number, (uint32_t)i);
    }
    return STATUS_OK;
}

/* Sets *IS_WANTED to whether PATH is that of a figure, or leads to its file, as one that differs
   in case does on macOS and Windows. */
static enum status look_up(const struct figure_list *figures, const struct strings *wanted,
                           const char *path, bool *is_wanted)
{
    struct buffer folded = BUFFER_EMPTY;
    add_folded(&folded, path);
    uint32_t index = strings_value(wanted, strings_find(wanted, buffer_string(&folded)));
    enum status status = buffer_status(&folded);
    buffer_clear(&folded);
    const char *found = index != STRINGS_NO_VALUE ? figure_list_at(figures, index)->path : NULL;
    *is_wanted = found != NULL && (strcmp(found, path) == 0 || output_is_same_file(found, path));
    return status;
}

static int is_listed(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && is_figure(entry->d_name);
}

/* Whether the file at PATH is a figure drawn by entente, which may have been edited. Others have
   nothing to do with views. */
static enum status is_drawn(const char *path, bool *drawn)
{
    char fingerprint[FINGERPRINT_SIZE];
    enum stamp_state state = stamp_read(path, fingerprint);
    *drawn = state == STAMP_FOUND || state == STAMP_CHANGED || state == STAMP_OLD;
    return state == STAMP_FAILURE && errno == ENOMEM ? STATUS_MEMORY : STATUS_OK;
}

/* Adds the file NAME if it is a figure whose path is not among those WANTED. */
static enum status add_orphan(struct orphans *orphans, const struct figure_list *figures,
                              const struct strings *wanted, const char *name)
{
    struct buffer path = BUFFER_EMPTY;
    ARRAY_RESERVE(orphans, 1);
    buffer_format(&path, "%s/%s", figures->folder, name);
    bool drawn = false, is_wanted = true;
    enum status status = buffer_status(&path);
    if (status == STATUS_OK)
        status = look_up(figures, wanted, path.bytes, &is_wanted);
    if (status == STATUS_OK && !is_wanted)
        status = is_drawn(path.bytes, &drawn);
    if (!drawn) {
        buffer_clear(&path);
        return status;
    }
    orphans->items[orphans->count++] = (struct orphan){path.bytes};
    return STATUS_OK;
}

/* Adds the figures in the folder whose paths are not among those WANTED. */
static enum status add_orphans(struct orphans *orphans, const struct figure_list *figures,
                               const struct strings *wanted)
{
    struct dirent **entries;
    int count = scandir(figures->folder, &entries, is_listed, alphasort);
    enum status status = count < 0 && errno == ENOMEM ? STATUS_MEMORY : STATUS_OK;
    for (int i = 0; i < count; i++) {
        if (status == STATUS_OK)
            status = add_orphan(orphans, figures, wanted, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return status;
}

enum status orphans_find(struct orphans *orphans, const struct figure_list *figures)
{
    struct strings wanted;
    enum status status = strings_init(&wanted);
    if (status == STATUS_OK)
        status = find_wanted(figures, &wanted);
    if (status == STATUS_OK)
        status = add_orphans(orphans, figures, &wanted);
    strings_clear(&wanted);
    return status;
}

void orphans_clear(struct orphans *orphans)
{
    for (size_t i = 0; i < orphans->count; i++)
        free(orphans->items[i].path);
    free(orphans->items);
    *orphans = (struct orphans){.items = NULL};
}

/* --- removing them */

static enum status report_kept(const char *path, enum stamp_state state,
                               struct messages *messages)
{
    if (state == STAMP_FAILURE && errno == ENOMEM)
        return STATUS_MEMORY;
    if (state == STAMP_CHANGED)
        messages_note(
            messages, MESSAGE_ORPHAN_KEPT,
            "%s: no view defines it, but it is kept, since it has been changed after it "
            "was drawn",
            path);
    else if (state == STAMP_OLD)
        messages_note(
            messages, MESSAGE_ORPHAN_KEPT,
            "%s: no view defines it, but it is kept, since nothing shows whether it has "
            "been changed",
            path);
    return STATUS_OK;
}

static enum status remove_one(const char *path, orphan_removed *removed, void *context,
                              struct messages *messages)
{
    char fingerprint[FINGERPRINT_SIZE];
    const enum stamp_state state = stamp_read(path, fingerprint);
    if (state != STAMP_FOUND)
        return report_kept(path, state, messages);
    if (unlink(path) == 0) {
        removed(context, path);
        return STATUS_OK;
    }
    if (errno == ENOENT) /* somebody else was faster */
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot remove: %s", path, strerror(errno));
    return STATUS_FAILURE;
}

enum status orphans_remove(const struct orphans *orphans, orphan_removed *removed, void *context,
                           struct messages *messages)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < orphans->count && status != STATUS_MEMORY; i++) {
        const enum status one = remove_one(orphans->items[i].path, removed, context, messages);
        status = one != STATUS_OK ? one : status;
    }
    return status;
}
