/* SPDX-License-Identifier: MIT */
/* Reads from files and pipes. */
#ifndef BASE_PROCESS_INPUT_H
#define BASE_PROCESS_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/message.h"

/* Opens PATH for reading and returns the descriptor; on error, reports it and returns -1. If
   REGULAR, only a regular file that is not empty is accepted, or a directory, which then cannot
   be read. Use it for a file that the user did not name: an attacker may have put a link there to
   something that blocks or never ends, such as a pipe, a device, or a kernel file of size 0
   (/proc/kmsg). */
int input_open(const char *path, bool regular, struct messages *messages);

/* Reads at most SIZE bytes, and at least MINIMUM (1 to SIZE) unless the input ends before.
   Returns the number of bytes read, or -1 and sets errno. */
ssize_t input_read(int descriptor, char *bytes, size_t size, size_t minimum);

#endif
