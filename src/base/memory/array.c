/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/array.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/huge.h"

/* A block that becomes large is copied, so that all of it is in huge pages. */
static void *resize(void *items, size_t old, size_t size)
{
    if (size < HUGE_LARGE || old >= HUGE_LARGE || items == NULL) {
        void *moved = realloc(items, size);
        if (moved != NULL)
            huge_advise(moved, size);
        return moved;
    }
    void *copy = malloc(size);
    if (copy == NULL)
        return NULL;
    huge_advise(copy, size);
    memcpy(copy, items, old);
    free(items);
    return copy;
}

void *array_grow(void *items, size_t count, size_t more, size_t *capacity, size_t size)
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
    grown = huge_size(grown * size) / size;
    void *moved = resize(items, count * size, grown * size);
    if (moved != NULL)
        *capacity = grown;
    return moved;
}
