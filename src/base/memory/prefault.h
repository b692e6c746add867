/* SPDX-License-Identifier: MIT */
/* Tuning of the heap of malloc(3). */
#ifndef BASE_MEMORY_PREFAULT_H
#define BASE_MEMORY_PREFAULT_H

#include <stddef.h>

/* Maps the next SIZE bytes of the heap at once, and keeps freed memory. One page fault at a time
   costs about five times as much, above all on virtual machines: a third of the time of a small
   figure. Without mallopt and MADV_POPULATE_WRITE (Linux
   5.14) it saves nothing; it can't fail. */
void prefault_heap(size_t size);

#endif
