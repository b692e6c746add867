/* SPDX-License-Identifier: MIT */
/* Temporary files beside a target, which are renamed to it when they are complete. Each is locked
   (flock(2)) until it is renamed or removed, which distinguishes a file in use from one whose
   process was killed. */
#ifndef BASE_PROCESS_TEMPORARY_H
#define BASE_PROCESS_TEMPORARY_H

#include <stddef.h>
#include <sys/types.h>

/* The length in bytes of the directory part of PATH, including the slash; 0 if it has none. */
size_t temporary_folder_length(const char *path);

/* The path of a temporary file beside PATH, "FOLDER/.NAME.entente-XXXXXX.tmp", for
   temporary_create. The caller frees it; NULL: out of memory. A name that would become too long
   is truncated. */
char *temporary_path(const char *path);

/* Opens the directory of PATH, so that a temporary file in it can be renamed or removed even if
   something else has been put in the place of the directory since. Returns its descriptor, which
   may be good for nothing but that, or -1 and sets errno. */
int temporary_open_folder(const char *path);

/* Creates and locks the file NAME in the directory FOLDER, whose "XXXXXX" is replaced to make its
   name unique. MODE is as for open(2). Returns its descriptor, or -1 and sets errno. */
int temporary_create(int folder, char *name, mode_t mode);

/* Removes from FOLDER the temporary files of this user whose processes are gone, and which are
   for the same target as PATH, from temporary_path, unless it is NULL. Errors are ignored. */
void temporary_sweep(const char *folder, const char *path);

#endif
