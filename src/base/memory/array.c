/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/array.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

void *array_reserve(void *items, size_t count, size_t more, size_t *capacity, size_t size)
{
    if (items != NULL && more <= *capacity - count)
        return items;
    assert(size > 0 && count <= *capacity);
    if (more > SIZE_MAX / 2 / size - count)
        return NULL;
    size_t wanted = count + more;
    size_t grown = *capacity + *capacity / 2 + 8;
    if (grown < wanted)
        grown = wanted;
    void *moved = realloc(items, grown * size);
    if (moved != NULL)
        *capacity = grown;
    return moved;
}
