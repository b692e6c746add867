/* SPDX-License-Identifier: MIT */
/* Loaded before the program (LD_PRELOAD): a layout of a graph that holds the node $DOOMED
   crashes, as libgvc does now and then; all others go on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

#include <gvc.h>

int gvLayout(GVC_t *context, graph_t *graph, const char *engine)
{
    const char *doomed = getenv("DOOMED");
    if (doomed != NULL && agnode(graph, (char *)doomed, 0) != NULL)
        abort();
    int (*layout)(GVC_t *, graph_t *, const char *);
    *(void **)&layout = dlsym(RTLD_NEXT, "gvLayout");
    return layout(context, graph, engine);
}
