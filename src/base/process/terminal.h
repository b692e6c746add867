/* SPDX-License-Identifier: MIT */
/* The terminal that a stream may be. */
#ifndef BASE_PROCESS_TERMINAL_H
#define BASE_PROCESS_TERMINAL_H

#include <stddef.h>

/* The columns of the terminal at DESCRIPTOR, at most MOST; MOST where there is no terminal, or it
   doesn't tell. */
size_t terminal_columns(int descriptor, size_t most);

#endif
