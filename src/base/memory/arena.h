/* SPDX-License-Identifier: MIT */
/* Memory that is allocated in pieces and freed all at once. Pieces never move. Zero-initialize an
   arena before use. */
#ifndef BASE_MEMORY_ARENA_H
#define BASE_MEMORY_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
};

void arena_clear(struct arena *arena);

/* Allocates SIZE bytes, zeroed and aligned for any type; NULL: out of memory. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy of LENGTH bytes, terminated by a NUL; NULL: out of memory. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

#endif
