/* SPDX-License-Identifier: MIT */
/* Whole files: a regular file is written beside its target, flushed to the disk and renamed, so
   that the target is the old file or the new one, never half of either. A target that is not a
   regular file (a pipe, a device) is opened and written. A symbolic link is followed first. */
#ifndef BASE_PROCESS_OUTPUT_H
#define BASE_PROCESS_OUTPUT_H

#include <stddef.h>
#include <stdio.h>

#include "base/message.h"
#include "base/status.h"

/* Writes LENGTH bytes to PATH; "-" is standard output. Tells what went wrong and returns
   STATUS_FAILURE, in which case a regular target is as it was. */
enum status output_write(const char *path, const void *bytes, size_t length,
                         struct messages *messages);

/* The same for a target that a stranger may have put there: only a regular file, or none, is
   replaced; links and devices are refused. */
enum status output_replace(const char *path, const void *bytes, size_t length,
                           struct messages *messages);

/* Whether that would be refused for what PATH is: told, and STATUS_FAILURE. */
enum status output_may_replace(const char *path, struct messages *messages);

/* Removes from PATH's folder what runs that were killed left there: files of our own beside their
   targets, ".NAME.entente-XXXXXX", that no run holds a lock on. What can't be removed stays. */
void output_sweep(const char *path);

/* Flushes STREAM, which goes by NAME, and tells if any write to it failed; why, if that is still
   known. What may be long is better written by output_write. */
enum status output_flush(FILE *stream, const char *name, struct messages *messages);

#endif
