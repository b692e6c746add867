/* SPDX-License-Identifier: MIT */
/* Bytes that come in from files and pipes. */
#ifndef BASE_PROCESS_INPUT_H
#define BASE_PROCESS_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/message.h"

/* The descriptor of PATH, open for reading; -1 if it can't be had, which is told. What its user
   didn't name must be REGULAR: it may be a stranger's link to what never ends, or waits: a pipe,
   a device, or what the kernel shows as a file that is empty (/proc/kmsg). A folder is none of
   these: it can't be read. */
int input_open(const char *path, bool regular, struct messages *messages);

/* Reads up to SIZE bytes, and LEAST of them (1 at least) unless the input ends before. How many
   they are; -1 if it can't, for the reason in errno. */
ssize_t input_read(int descriptor, char *bytes, size_t size, size_t least);

#endif
