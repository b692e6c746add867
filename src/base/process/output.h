/* SPDX-License-Identifier: MIT */
/* Writes whole files. A regular file is written beside its target, flushed to the disk and
   renamed: the target is either the old file or the new one, never half of it. A target that is
   not a regular file (a pipe, a device) is opened and written. Symbolic links are followed first.
   Errors are reported, and the result is STATUS_FAILURE. */
#ifndef BASE_PROCESS_OUTPUT_H
#define BASE_PROCESS_OUTPUT_H

#include <stddef.h>
#include <stdio.h>

#include "base/message.h"
#include "base/status.h"

/* Writes LENGTH bytes to PATH; "-" is standard output. After an error, a regular target is as it
   was. A new file gets the mode 0666 less the umask; one that is replaced keeps its mode. */
enum status output_write(const char *path, const void *bytes, size_t length,
                         struct messages *messages);

/* The same for a target that an attacker may have put there: only a regular file is replaced, or
   none; links and devices are errors. */
enum status output_replace(const char *path, const void *bytes, size_t length,
                           struct messages *messages);

/* Whether output_replace would accept what is at PATH; if not, reports it. */
enum status output_may_replace(const char *path, struct messages *messages);

/* Removes from the folder of PATH the temporary files of killed runs; errors are ignored. */
void output_sweep(const char *path);

/* Flushes STREAM, called NAME in messages, and reports if any write to it failed. For output of
   more than a few lines, use output_write: its messages give the reason. */
enum status output_flush(FILE *stream, const char *name, struct messages *messages);

#endif
