/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/watch.h"

#include <errno.h>
#include <glob.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory/array.h"
#include "base/process/child.h"

/* In milliseconds: between two looks, with a notifier and without; and how long files must stay
   the same. An editor writes the parts of a file within less. */
enum { LOOK = 2000, POLLING = 250, QUIET = 100, MOST_QUIETS = 50 };

/* --- the notifier */

#if HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>

static int open_notifier(void)
{
    return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

/* False if the system cannot watch FOLDER; one that isn't there may come later. */
static bool watch_folder(int notifier, const char *folder)
{
    const uint32_t changes = IN_ATTRIB | IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
                             IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;
    return inotify_add_watch(notifier, folder, changes | IN_ONLYDIR) >= 0 ||
           (errno != ENOSPC && errno != ENOMEM);
}
#else
static int open_notifier(void)
{
    errno = 0;
    return -1;
}

static bool watch_folder(int notifier, const char *folder)
{
    (void)notifier, (void)folder;
    return true;
}
#endif

static void note_polling(const struct watch *watch)
{
    if (errno != 0)
        messages_note(watch->messages, MESSAGE_IO,
                      "the system cannot report changes (%s), so files are looked at several "
                      "times a second",
                      strerror(errno));
}

static void give_up_notifier(struct watch *watch)
{
    note_polling(watch);
    close(watch->notifier);
    watch->notifier = -1;
}

/* Watches the folder that PATH, a path of a file or a pattern, is in. */
static enum status watch_folder_of(struct watch *watch, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (watch->notifier < 0)
        return STATUS_OK;
    char *folder = slash == NULL ? strdup(".") : strndup(path, (size_t)(slash - path) + 1);
    if (folder == NULL)
        return STATUS_MEMORY;
    if (!watch_folder(watch->notifier, folder))
        give_up_notifier(watch);
    free(folder);
    return STATUS_OK;
}

/* Watches the folders of ITEM: that of the path and, if it is a link, that of the file. */
static enum status watch_folders(struct watch *watch, const struct watch_item *item)
{
    TRY(watch_folder_of(watch, item->path));
    char *target = item->pattern ? NULL : realpath(item->path, NULL);
    if (target == NULL)
        return STATUS_OK;
    const enum status status = watch_folder_of(watch, target);
    free(target);
    return status;
}

/* Forgets what has been reported: all files are looked at anyway. */
static void drain(const struct watch *watch)
{
    char reports[4096];
    while (watch->notifier >= 0 && read(watch->notifier, reports, sizeof reports) > 0)
        continue;
}

/* --- what files are */

static void describe_file(struct buffer *out, const char *path)
{
    struct stat link, file;
    if (lstat(path, &link) != 0 || stat(path, &file) != 0) {
        buffer_format(out, "%s: none\n", path);
        return;
    }
    buffer_format(out, "%s: %llu %llu %llu %llu %lld %lld.%ld %lld.%ld\n", path,
                  (unsigned long long)link.st_ino, (unsigned long long)file.st_dev,
                  (unsigned long long)file.st_ino, (unsigned long long)file.st_mode,
                  (long long)file.st_size, (long long)file.st_mtim.tv_sec, file.st_mtim.tv_nsec,
                  (long long)file.st_ctim.tv_sec, file.st_ctim.tv_nsec);
}

static void describe_matches(struct buffer *out, const char *pattern)
{
    glob_t found;
    if (glob(pattern, 0, NULL, &found) != 0)
        return;
    for (size_t i = 0; i < found.gl_pathc; i++)
        describe_file(out, found.gl_pathv[i]);
    globfree(&found);
}

/* Sets OUT to what ITEM is now. */
static enum status describe(const struct watch_item *item, struct buffer *out)
{
    out->length = 0;
    if (item->pattern)
        describe_matches(out, item->path);
    else
        describe_file(out, item->path);
    return buffer_status(out);
}

/* Appends to OUT what all files are. */
static enum status describe_all(const struct watch *watch, struct buffer *out)
{
    struct buffer one = BUFFER_EMPTY;
    out->length = 0;
    for (size_t i = 0; i < watch->count; i++) {
        if (describe(&watch->items[i], &one) == STATUS_OK)
            buffer_add(out, buffer_string(&one), one.length);
        else
            out->failed = true;
    }
    buffer_clear(&one);
    return buffer_status(out);
}

/* Appends what all files were when they were marked. */
static enum status recall_all(const struct watch *watch, struct buffer *out)
{
    for (size_t i = 0; i < watch->count; i++)
        buffer_add(out, buffer_string(&watch->items[i].seen), watch->items[i].seen.length);
    return buffer_status(out);
}

static bool are_equal(const struct buffer *a, const struct buffer *b)
{
    return a->length == b->length && memcmp(buffer_string(a), buffer_string(b), a->length) == 0;
}

/* --- the files */

void watch_init(struct watch *watch, struct messages *messages)
{
    *watch = (struct watch){.notifier = open_notifier(), .messages = messages};
    if (watch->notifier < 0)
        note_polling(watch);
}

static void clear_item(struct watch_item *item)
{
    free(item->path);
    buffer_clear(&item->seen);
}

void watch_clear(struct watch *watch)
{
    for (size_t i = 0; i < watch->count; i++)
        clear_item(&watch->items[i]);
    free(watch->items);
    if (watch->notifier >= 0)
        close(watch->notifier);
    *watch = (struct watch){.notifier = -1};
}

static bool has_changed_since(const char *path, const struct timespec *since)
{
    struct stat file;
    return stat(path, &file) == 0 &&
           (file.st_ctim.tv_sec > since->tv_sec ||
            (file.st_ctim.tv_sec == since->tv_sec && file.st_ctim.tv_nsec >= since->tv_nsec));
}

enum status watch_add(struct watch *watch, const char *path, bool pattern,
                      const struct timespec *since)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->items[i].pattern == pattern && strcmp(watch->items[i].path, path) == 0) {
            watch->items[i].kept = true;
            return STATUS_OK;
        }
    ARRAY_RESERVE(watch, 1);
    struct watch_item *item = &watch->items[watch->count];
    *item = (struct watch_item){.path = strdup(path), .pattern = pattern, .kept = true};
    if (item->path == NULL)
        return STATUS_MEMORY;
    watch->count++;
    TRY(watch_folders(watch, item));
    TRY(describe(item, &item->seen));
    if (since != NULL && has_changed_since(path, since))
        item->seen.length = 0; /* which no file is */
    return STATUS_OK;
}

enum status watch_mark(struct watch *watch)
{
    for (size_t i = 0; i < watch->count; i++) {
        watch->items[i].kept = false;
        TRY(watch_folders(watch, &watch->items[i]));
        TRY(describe(&watch->items[i], &watch->items[i].seen));
    }
    return STATUS_OK;
}

void watch_sweep(struct watch *watch)
{
    size_t count = 0;
    for (size_t i = 0; i < watch->count; i++) {
        if (watch->items[i].kept)
            watch->items[count++] = watch->items[i];
        else
            clear_item(&watch->items[i]);
    }
    watch->count = count;
}

/* --- waiting */

/* Sleeps until the system reports something, but at most TIMEOUT milliseconds. Returns whether it
   has. */
static bool sleep_until_reported(const struct watch *watch, int timeout)
{
    struct pollfd file = {.fd = watch->notifier, .events = POLLIN};
    child_poll(&file, watch->notifier >= 0, timeout);
    const bool reported = watch->notifier >= 0 && file.revents != 0;
    drain(watch);
    return reported;
}

/* Waits until files stay as they are for a moment; NOW is what they are. */
static enum status settle(const struct watch *watch, struct buffer *now)
{
    struct buffer next = BUFFER_EMPTY;
    enum status status = STATUS_OK;
    bool same = false;
    for (int i = 0; i < MOST_QUIETS && status == STATUS_OK && !same; i++) {
        const long long until = child_clock() + QUIET;
        for (long long left = QUIET; left > 0; left = until - child_clock())
            sleep_until_reported(watch, (int)left);
        status = describe_all(watch, &next);
        same = are_equal(now, &next);
        const struct buffer before = *now;
        *now = next;
        next = before;
    }
    buffer_clear(&next);
    return status;
}

static enum status look(struct watch *watch, bool *changed)
{
    struct buffer seen = BUFFER_EMPTY, now = BUFFER_EMPTY;
    watch->looked = child_clock();
    enum status status = recall_all(watch, &seen);
    if (status == STATUS_OK)
        status = describe_all(watch, &now);
    *changed = status == STATUS_OK && !are_equal(&seen, &now);
    if (*changed)
        status = settle(watch, &now);
    buffer_clear(&seen);
    buffer_clear(&now);
    return status;
}

enum status watch_wait(struct watch *watch, int timeout, bool *changed)
{
    const unsigned between = watch->look > 0 ? watch->look : LOOK;
    const bool polling = watch->notifier < 0;
    *changed = false;
    const bool reported =
        sleep_until_reported(watch, polling && timeout > POLLING ? POLLING : timeout);
    if (polling || reported || child_clock() - watch->looked >= between)
        return look(watch, changed);
    return STATUS_OK;
}

struct timespec watch_time(void)
{
    struct timespec now = {0, 0};
#ifdef CLOCK_REALTIME_COARSE
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
#else
    clock_gettime(CLOCK_REALTIME, &now);
#endif
    return now;
}
