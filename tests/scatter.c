/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD: small allocations are at addresses in an order that depends on
   $SCATTER, a number, so that what depends on the order of addresses differs from run to run. The
   variable is read at the start: confined children have none. */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { SLOT = 512, SLOTS = 1 << 19 };

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *old);

static char *slots; /* NULL: all is as usual */
static bool *taken;
static uint64_t state;
static unsigned count;

__attribute__((constructor)) static void prepare(void)
{
    const char *seed = getenv("SCATTER");
    if (seed == NULL)
        return;
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void *all = mmap(NULL, (size_t)SLOTS * (SLOT + 1), PROT_READ | PROT_WRITE, flags, -1, 0);
    if (all == MAP_FAILED)
        abort();
    state = strtoull(seed, NULL, 10) * 0x9E3779B97F4A7C15u + 1;
    taken = (bool *)all + (size_t)SLOTS * SLOT;
    slots = all;
}

/* Xorshift. */
static unsigned next_random(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 32) % SLOTS;
}

/* NULL: there is no slot for it. */
static void *take_slot(size_t size)
{
    if (slots == NULL || size > SLOT || count >= SLOTS / 2)
        return NULL;
    unsigned slot = next_random();
    while (taken[slot])
        slot = next_random();
    taken[slot] = true;
    count++;
    return slots + (size_t)slot * SLOT;
}

static bool is_slot(const void *bytes)
{
    return slots != NULL && (const char *)bytes >= slots &&
           (const char *)bytes < slots + (size_t)SLOTS * SLOT;
}

void *malloc(size_t size)
{
    void *slot = take_slot(size);
    return slot != NULL ? slot : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    size_t all;
    void *slot = __builtin_mul_overflow(number, size, &all) ? NULL : take_slot(all);
    return slot != NULL ? memset(slot, 0, all) : __libc_calloc(number, size);
}

void free(void *old)
{
    if (!is_slot(old)) {
        __libc_free(old);
        return;
    }
    taken[((char *)old - slots) / SLOT] = false;
    count--;
}

void *realloc(void *old, size_t size)
{
    if (!is_slot(old))
        return old == NULL ? malloc(size) : __libc_realloc(old, size);
    void *moved = malloc(size);
    if (moved == NULL)
        return NULL;
    memcpy(moved, old, size < SLOT ? size : SLOT);
    free(old);
    return moved;
}
