/* SPDX-License-Identifier: MIT */
/* Writes whole files. A regular file is written beside its target, flushed to the disk and
   renamed: the target is either the old file or the complete new one. Only a writable file that
   can't be replaced, since its folder isn't writable or it is a mount point, is written in place.
   A file without permission to write is an error, even if it could be replaced. A target that is
   not a regular file (a pipe, a device) is opened and written; so is an open file of this process
   (/dev/stdout, /dev/fd/N), at its position. Symbolic links are followed first. Errors are
   reported, and the result is STATUS_FAILURE. */
#ifndef BASE_PROCESS_OUTPUT_H
#define BASE_PROCESS_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/memory/buffer.h"
#include "base/message.h"
#include "base/status.h"

/* Writes LENGTH bytes to PATH; "-" is standard output. After an error, a regular target is
   unchanged unless it was written in place. A new file gets mode 0666, modified by the umask; one
   that is replaced keeps its mode. */
enum status output_write(const char *path, const void *bytes, size_t length,
                         struct messages *messages);

/* Whether output_write is likely to succeed, before the work of a figure; if not, reports why. */
enum status output_may_write(const char *path, struct messages *messages);

/* Whether OUTPUT, a path as for output_write, and INPUT, where "-" is standard input, are the
   same regular file, perhaps by another path or link. */
bool output_is_same_file(const char *output, const char *input);

/* Whether A and B are paths of the same file; if neither exists, whether they would be: they have
   the same name in the same directory. */
bool output_is_same_place(const char *a, const char *b);

/* Appends to OUT a key of the place of PATH: the same for A and B if and only if they are in the
   same place as above. */
void output_write_place(struct buffer *out, const char *path);

/* Whether output_write would write a regular file at PATH, or make one. */
bool output_is_file(const char *path);

/* Whether OUTPUT and OTHER, paths as for output_write, would be written to the same regular file,
   which may not exist yet; links are followed. */
bool output_is_same_target(const char *output, const char *other);

/* Whether PATH, as for output_write, is a terminal that is open already. */
bool output_is_terminal(const char *path);

/* The same as output_write for a target that an attacker may have put there: it must be a regular
   file or not exist; links, directories and devices are errors. */
enum status output_replace(const char *path, const void *bytes, size_t length,
                           struct messages *messages);

/* Whether output_replace would accept what is at PATH; if not, reports it. */
enum status output_may_replace(const char *path, struct messages *messages);

/* Removes the temporary files that killed runs have left beside PATH, of this file only; or in
   FOLDER, of all files. Errors are ignored. */
void output_sweep(const char *path);
void output_sweep_folder(const char *folder);

/* Flushes STREAM, called NAME in messages, and reports if any write to it failed. For output of
   more than a few lines, use output_write: its messages give the reason. */
enum status output_flush(FILE *stream, const char *name, struct messages *messages);

#endif
