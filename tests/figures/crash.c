/* SPDX-License-Identifier: MIT */
/* Loaded before the program (LD_PRELOAD): a layout of a graph that holds the node $DOOMED
   crashes, as libgvc does now and then; one of a graph that holds $HELD never ends; all others
   go on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#include <gvc.h>

/* Whether GRAPH holds the node that VARIABLE names. */
static int holds(graph_t *graph, const char *variable)
{
    const char *node = getenv(variable);
    return node != NULL && agnode(graph, (char *)node, 0) != NULL;
}

int gvLayout(GVC_t *context, graph_t *graph, const char *engine)
{
    if (holds(graph, "DOOMED"))
        abort();
    while (holds(graph, "HELD"))
        pause();
    int (*layout)(GVC_t *, graph_t *, const char *);
    *(void **)&layout = dlsym(RTLD_NEXT, "gvLayout");
    return layout(context, graph, engine);
}
