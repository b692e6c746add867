/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "cli/xml_memory.h"

#include <libxml/threads.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlversion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Exiting here is safe, since no file is being written while libxml2 is in use. */
_Noreturn static void run_out(void)
{
    static const char words[] = "entente: error: out of memory\n";
    fflush(stdout);
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
        _exit(2);
    _exit(2);
}

static void *check_allocation(void *memory)
{
    if (memory == NULL)
        run_out();
    return memory;
}

/* Where libxml2 can't allocate its state, it aborts when that is first used. Before 2.14, it
   keeps its state in static memory. */
static void allocate_state(void)
{
#if LIBXML_VERSION >= 21400
    if (xmlCheckThreadLocalStorage() != 0)
        run_out();
#endif
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
    allocate_state();
    xmlMemSetup(free, allocate, reallocate, duplicate);
}
