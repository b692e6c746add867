/* SPDX-License-Identifier: MIT */
/* Growing arrays: a pointer to items, a count and a capacity, which their owner holds. */
#ifndef BASE_MEMORY_ARRAY_H
#define BASE_MEMORY_ARRAY_H

#include <stddef.h>

#include "base/status.h"

/* Makes room for MORE items of SIZE bytes after the first COUNT; if *CAPACITY must grow, it grows
   by half at least. Returns the array, which may have moved; NULL: out of memory, and ITEMS is
   still valid. */
void *array_room(void *items, size_t count, size_t more, size_t *capacity, size_t size);

/* The same for ARRAY, a pointer to a struct with the members items, count and capacity. Returns
   STATUS_MEMORY from the calling function if it cannot grow. */
#define ARRAY_ROOM(array, more)                                                                  \
    do {                                                                                         \
        void *array_grown = array_room((array)->items, (array)->count, (more),                   \
                                       &(array)->capacity, sizeof *(array)->items);              \
        if (array_grown == NULL)                                                                 \
            return STATUS_MEMORY;                                                                \
        (array)->items = array_grown;                                                            \
    } while (0)

#endif
