/* SPDX-License-Identifier: MIT */
/* The heap, as malloc manages it. */
#ifndef BASE_MEMORY_PREFAULT_H
#define BASE_MEMORY_PREFAULT_H

#include <stddef.h>

/* Has the heap's next SIZE bytes in one go, and keeps what is freed from going back. A page at a
   time, at its first touch, costs about five times as much, most of all on a virtual machine: it
   was a third of a small drawing's time. Without mallopt and MADV_POPULATE_WRITE (Linux
   5.14) it saves nothing; it can't fail. */
void prefault_heap(size_t size);

#endif
