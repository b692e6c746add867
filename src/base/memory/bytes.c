/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/memory/bytes.h"

#include <stddef.h>
#include <string.h>

const char *bytes_find(const char *at, const char *end, const char *word)
{
    const size_t length = strlen(word);
    for (; end - at >= (ptrdiff_t)length; at++)
        if (memcmp(at, word, length) == 0)
            return at;
    return NULL;
}
