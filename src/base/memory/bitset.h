/* SPDX-License-Identifier: MIT */
/* A set of numbers below a limit, one bit each. */
#ifndef BASE_MEMORY_BITSET_H
#define BASE_MEMORY_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct bitset {
    uint64_t *words;
    size_t limit; /* numbers from 0 to LIMIT - 1 */
};

/* Makes SET an empty set for numbers below LIMIT. STATUS_MEMORY on failure. */
enum status bitset_init(struct bitset *set, size_t limit);
void bitset_clear(struct bitset *set);

/* Numbers from LIMIT on are ignored. */
void bitset_add(struct bitset *set, size_t number);

static inline bool bitset_has(const struct bitset *set, size_t number)
{
    return number < set->limit && (set->words[number / 64] >> (number % 64) & 1) != 0;
}

/* Whether SET has any of COUNT numbers. */
bool bitset_has_any(const struct bitset *set, const uint32_t *numbers, size_t count);

#endif
