/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/xml_memory.h"

#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* No file is being written while libxml2 is in use. */
static void *demand(void *memory)
{
    static const char words[] = "entente: error: out of memory\n";
    if (memory != NULL)
        return memory;
    fflush(stdout);
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
        _exit(2);
    _exit(2);
}

static void *take(size_t size)
{
    return demand(malloc(size > 0 ? size : 1));
}

static void *take_again(void *old, size_t size)
{
    return demand(realloc(old, size > 0 ? size : 1));
}

static char *copy(const char *text)
{
    return demand(strdup(text));
}

void xml_memory_guard(void)
{
    xmlMemSetup(free, take, take_again, copy);
}
