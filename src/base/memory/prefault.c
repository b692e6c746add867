/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/prefault.h"

#if HAVE_MALLOPT
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { PAGE = 4096, KEPT = 8 << 20 };

void prefault_heap(size_t size)
{
    /* Makes malloc extend the heap instead of creating a separate mapping. */
    mallopt(M_MMAP_THRESHOLD, KEPT);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    char *room = malloc(size + PAGE);
    if (room == NULL)
        return;
#ifdef MADV_POPULATE_WRITE
    madvise(room + PAGE - (uintptr_t)room % PAGE, size / PAGE * PAGE, MADV_POPULATE_WRITE);
#endif
    free(room);
}
#else
void prefault_heap(size_t size)
{
    (void)size;
}
#endif
