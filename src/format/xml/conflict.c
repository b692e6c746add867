/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "format/xml/conflict.h"

#include <string.h>

const char *conflict_find(const char *text, size_t length)
{
    static const char begin[] = "\n" CONFLICT_BEGIN;
    const char *found = memmem(text, length, begin, strlen(begin));
    return found != NULL ? found + 1 : NULL;
}
