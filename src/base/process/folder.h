/* SPDX-License-Identifier: MIT */
/* Makes a folder with everything in it at once: it is filled beside its place, in a folder that
   only this user can enter, and renamed when it is complete. Errors are reported, and the result
   is STATUS_FAILURE; then nothing is left. */
#ifndef BASE_PROCESS_FOLDER_H
#define BASE_PROCESS_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/message.h"
#include "base/status.h"

struct folder {
    const char *path; /* where it will be; not owned */
    bool inside;      /* whether PATH ends in ".", and the cover is in it */
    char *cover;      /* the folder around it until then; owned */
    char *filled;     /* the folder itself until then; owned */
};

/* Starts the folder PATH, which outlives FOLDER and does not end with a slash. */
enum status folder_begin(struct folder *folder, const char *path, struct messages *messages);

/* Writes the file NAME, a relative path whose folders are made as needed. */
enum status folder_add(const struct folder *folder, const char *name, const void *bytes,
                       size_t length, struct messages *messages);

/* Puts it in its place, where nothing or an empty folder may be; one that stays may have git's
   own folder in it. */
enum status folder_publish(const struct folder *folder, struct messages *messages);

/* Removes what was not put in its place. FOLDER may have failed to begin. */
void folder_clear(struct folder *folder);

#endif
