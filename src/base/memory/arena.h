/* SPDX-License-Identifier: MIT */
/* Memory that is given piece by piece and freed in one go. Pieces never move. */
#ifndef BASE_MEMORY_ARENA_H
#define BASE_MEMORY_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
};

void arena_clear(struct arena *arena);

/* SIZE bytes, zeroed, aligned for any type; NULL for want of memory. */
void *arena_take(struct arena *arena, size_t size);

/* A copy of LENGTH bytes and a NUL; NULL for want of memory. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

#endif
