/* SPDX-License-Identifier: MIT */
/* Waits for files to change. What a file is, is known by its number, size and times, so that one
   that is replaced by renaming has changed too, and one that appears or goes. The folders of the
   files are watched by inotify(7) where there is one, and it works; that only tells when to look.
   All files are looked at now and then in any case, since no system reports what other machines
   do to a shared folder, or what becomes of a folder further up. */
#ifndef BASE_PROCESS_WATCH_H
#define BASE_PROCESS_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

struct watch_item {
    char *path;         /* owned */
    bool pattern;       /* of glob(3): all files that match it */
    bool kept;          /* see watch_sweep */
    struct buffer seen; /* what it was when it was marked */
};

struct watch {
    int notifier;     /* of inotify; -1: none */
    unsigned look;    /* milliseconds between two looks if there is a notifier; 0: the default */
    long long looked; /* by child_clock, when it last looked */
    struct watch_item *items;
    size_t count, capacity;
    struct messages *messages; /* borrowed */
};

/* A note says if the system has notifiers, but none to spare. */
void watch_init(struct watch *watch, struct messages *messages);
void watch_clear(struct watch *watch);

/* Adds PATH, or the PATTERN, unless it is there already. A file that has changed at SINCE or
   later counts as changed; NULL: none does. Fails only with STATUS_MEMORY. */
enum status watch_add(struct watch *watch, const char *path, bool pattern,
                      const struct timespec *since);

/* Notes what all files are now, and that none is to be kept unless it is added again. */
enum status watch_mark(struct watch *watch);

/* Removes those that have not been added since watch_mark. */
void watch_sweep(struct watch *watch);

/* Waits at most TIMEOUT milliseconds. Sets *CHANGED to whether any file has changed since it was
   marked; if so, waits also until files no longer change, since editors write several times, but
   not for more than a few seconds. Fails only with STATUS_MEMORY. */
enum status watch_wait(struct watch *watch, int timeout, bool *changed);

/* The time to be passed as SINCE later on, by the clock that files have. */
struct timespec watch_time(void);

#endif
