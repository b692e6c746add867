/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD: the layout of a graph that contains the node $DOOMED crashes, as in
   libgvc sometimes; that of a graph that contains $HELD never ends; all others are normal. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#include <gvc.h>

/* Whether GRAPH contains the node named by the environment variable VARIABLE. */
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
