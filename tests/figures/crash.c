/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD: the layout of a graph that contains the node $DOOMED crashes, as in
   libgvc sometimes; that of a graph that contains $HELD never ends; all others are normal. The
   variables are read at the start: confined children have none. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include <gvc.h>

static char doomed[64], held[64];

static void copy_variable(char copy[64], const char *name)
{
    const char *value = getenv(name);
    snprintf(copy, 64, "%s", value != NULL ? value : "");
}

__attribute__((constructor)) static void prepare(void)
{
    copy_variable(doomed, "DOOMED");
    copy_variable(held, "HELD");
}

/* Whether GRAPH contains the node NAME; "" is none. */
static int holds(graph_t *graph, char *name)
{
    return name[0] != '\0' && agnode(graph, name, 0) != NULL;
}

int gvLayout(GVC_t *context, graph_t *graph, const char *engine)
{
    if (holds(graph, doomed))
        abort();
    while (holds(graph, held)) /* it cannot sleep, but can stop itself */
        raise(SIGSTOP);
    int (*layout)(GVC_t *, graph_t *, const char *);
    *(void **)&layout = dlsym(RTLD_NEXT, "gvLayout");
    return layout(context, graph, engine);
}
