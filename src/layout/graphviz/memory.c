/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "layout/graphviz/memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Address space that is reserved for a graph of a scene, and for one within an engine: enough for
   thousands of ties. Only what is used takes memory. What goes beyond is in further regions,
   whose addresses may be lower. */
enum { OWN = 64 << 20, WITHIN = 4 << 20 };

struct region {
    struct region *earlier;
    size_t size, used; /* bytes, with this header */
};

struct memory {
    struct region *newest;
};

static size_t aligned(size_t size)
{
    const size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

static struct region *add_region(struct memory *memory, size_t size)
{
    struct region *region = mmap(NULL, size, PROT_READ | PROT_WRITE,
                                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (region == MAP_FAILED)
        return NULL;
    *region = (struct region){memory->newest, size, aligned(sizeof *region)};
    return memory->newest = region;
}

static void *open_memory(Agdisc_t *discipline)
{
    struct memory *memory = calloc(1, sizeof *memory);
    const bool own = discipline != NULL && discipline->mem == memory_discipline();
    if (memory == NULL || add_region(memory, own ? OWN : WITHIN) != NULL)
        return memory;
    free(memory);
    return NULL;
}

/* The bytes are zero, since no part of a region is used twice. */
static void *allocate(void *state, size_t size)
{
    struct memory *memory = state;
    struct region *region = memory->newest;
    if (size > SIZE_MAX / 2)
        return NULL;
    const size_t needed = aligned(size);
    if (needed > region->size - region->used) {
        const size_t least = needed + aligned(sizeof *region);
        region = add_region(memory, least > WITHIN ? least : WITHIN);
    }
    if (region == NULL)
        return NULL;
    region->used += needed;
    return (char *)region + region->used - needed;
}

static void *resize(void *state, void *old, size_t old_size, size_t size)
{
    void *new = allocate(state, size);
    if (new != NULL && old != NULL)
        memcpy(new, old, old_size < size ? old_size : size);
    return new;
}

static void forget(void *state, void *bytes)
{
    (void)state;
    (void)bytes;
}

static void close_memory(void *state)
{
    struct memory *memory = state;
    for (struct region *region = memory->newest, *earlier; region != NULL; region = earlier) {
        earlier = region->earlier;
        munmap(region, region->size);
    }
    free(memory);
}

Agmemdisc_t *memory_discipline(void)
{
    static Agmemdisc_t discipline = {open_memory, allocate, resize, forget, close_memory};
    return &discipline;
}

void memory_set_default(void)
{
    AgMemDisc = *memory_discipline();
}
