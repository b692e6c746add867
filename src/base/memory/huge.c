/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/huge.h"

#include <stdint.h>
#include <sys/mman.h>

enum { PAGE = 4096, HUGE_PAGE = HUGE_LARGE };

/* Half a page is left for what malloc adds. */
size_t huge_size(size_t size)
{
    if (size < HUGE_LARGE || size > SIZE_MAX - HUGE_PAGE)
        return size;
    return (size + PAGE / 2 + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE - PAGE / 2;
}

/* All pages of the block, also those that it does not fill: else the system would split its
   mapping, so that realloc could not move it. */
void huge_advise(void *block, size_t size)
{
#ifdef MADV_HUGEPAGE
    if (size < HUGE_LARGE)
        return;
    char *first = (char *)block - (uintptr_t)block % PAGE;
    const size_t length = (size_t)((char *)block + size - first);
    madvise(first, (length + PAGE - 1) / PAGE * PAGE, MADV_HUGEPAGE);
#else
    (void)block, (void)size;
#endif
}
