/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/xml_memory.h"

#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Exiting here is safe, since no file is being written while libxml2 is in use. */
static void *check_allocation(void *memory)
{
    static const char words[] = "entente: error: out of memory\n";
    if (memory != NULL)
        return memory;
    fflush(stdout);
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
        _exit(2);
    _exit(2);
}

static void *allocate(size_t size)
{
    return check_allocation(malloc(size > 0 ? size : 1));
}

static void *reallocate(void *old, size_t size)
{
    return check_allocation(realloc(old, size > 0 ? size : 1));
}

static char *duplicate(const char *text)
{
    return check_allocation(strdup(text));
}

void xml_memory_guard(void)
{
    xmlMemSetup(free, allocate, reallocate, duplicate);
}
