/* SPDX-License-Identifier: MIT */
/* Growing arrays: an items pointer with a count and a capacity that the owner keeps. */
#ifndef BASE_MEMORY_ARRAY_H
#define BASE_MEMORY_ARRAY_H

#include <stddef.h>

#include "base/status.h"

/* Makes room for MORE items of SIZE bytes behind COUNT used ones; *CAPACITY grows by half at
   least. Returns the array, perhaps moved, or NULL for want of memory, in which case ITEMS is
   still good. */
void *array_room(void *items, size_t count, size_t more, size_t *capacity, size_t size);

/* ARRAY is a struct with the members items, count and capacity. STATUS_MEMORY if it can't grow.
 */
#define ARRAY_ROOM(array, more)                                                                  \
    do {                                                                                         \
        void *array_grown = array_room((array)->items, (array)->count, (more),                   \
                                       &(array)->capacity, sizeof *(array)->items);              \
        if (array_grown == NULL)                                                                 \
            return STATUS_MEMORY;                                                                \
        (array)->items = array_grown;                                                            \
    } while (0)

#endif
