/* SPDX-License-Identifier: MIT */
/* Properties of terminals. */
#ifndef BASE_PROCESS_TERMINAL_H
#define BASE_PROCESS_TERMINAL_H

#include <stddef.h>

/* The width of the terminal DESCRIPTOR in columns, at most MAX; MAX if it is not a terminal, or
   its width is unknown. */
size_t terminal_columns(int descriptor, size_t max);

#endif
