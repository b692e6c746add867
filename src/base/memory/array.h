/* SPDX-License-Identifier: MIT */
/* Growing arrays. The caller holds the pointer to the items, their count and the capacity. */
#ifndef BASE_MEMORY_ARRAY_H
#define BASE_MEMORY_ARRAY_H

#include <stddef.h>

#include "base/status.h"

/* Makes room for MORE items of SIZE bytes after the first COUNT. If *CAPACITY, in items, has to
   grow, it grows by half or more. Returns the array, which may have moved; NULL: out of memory,
   and ITEMS is still valid. */
void *array_grow(void *items, size_t count, size_t more, size_t *capacity, size_t size);

/* The same, inline for the usual case that there is room. */
static inline void *array_reserve(void *items, size_t count, size_t more, size_t *capacity,
                                  size_t size)
{
    return items != NULL && more <= *capacity - count
               ? items
               : array_grow(items, count, more, capacity, size);
}

/* The same for ARRAY, a pointer to a struct with the members items, count and capacity. Returns
   STATUS_MEMORY from the calling function if it cannot grow. */
#define ARRAY_RESERVE(array, more)                                                               \
    do {                                                                                         \
        void *array_moved = array_reserve((array)->items, (array)->count, (more),                \
                                          &(array)->capacity, sizeof *(array)->items);           \
        if (array_moved == NULL)                                                                 \
            return STATUS_MEMORY;                                                                \
        (array)->items = array_moved;                                                            \
    } while (0)

#endif
