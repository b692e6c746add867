/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/bitset.h"

#include <stdlib.h>

enum status bitset_init(struct bitset *set, size_t limit)
{
    *set = (struct bitset){calloc(limit / 64 + 1, sizeof *set->words), limit};
    return set->words != NULL ? STATUS_OK : STATUS_MEMORY;
}

void bitset_clear(struct bitset *set)
{
    free(set->words);
    *set = (struct bitset){NULL, 0};
}

void bitset_add(struct bitset *set, size_t number)
{
    if (number < set->limit)
        set->words[number / 64] |= UINT64_C(1) << (number % 64);
}

bool bitset_has_any(const struct bitset *set, const uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bitset_has(set, numbers[i]))
            return true;
    return false;
}
