/* SPDX-License-Identifier: MIT */
/* Large blocks of malloc(3) in huge pages, where the system has them (Linux). Pages are then
   faulted in 512 at a time, and random access to the block seldom has to look up where a page is.
 */
#ifndef BASE_MEMORY_HUGE_H
#define BASE_MEMORY_HUGE_H

#include <stddef.h>

/* Blocks of as many bytes are large: they fill a huge page of most processors. */
enum { HUGE_LARGE = 2 << 20 };

/* How many bytes to allocate for a block of SIZE bytes: a little more if it is large, so that it
   fills huge pages. At least SIZE. */
size_t huge_size(size_t size);

/* Asks for huge pages for BLOCK, which has SIZE bytes, if it is large. Only what is used of them
   takes memory, but for the last one. Pages that have been used already stay as they are. It
   never fails.
 */
void huge_advise(void *block, size_t size);

#endif
