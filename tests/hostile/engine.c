/* SPDX-License-Identifier: MIT */
/* Loaded before the program (LD_PRELOAD): a layout that does what $ENGINE_DOES says, as a broken
   or a conquered library might. What succeeds though it should not ends with status 66; what is
   refused is followed by the layout that was asked for. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <gvc.h>

static void hang(void)
{
    for (;;)
        pause();
}

static void spin(void)
{
    for (volatile unsigned long turns = 0;; turns++)
        continue;
}

static void eat(void)
{
    for (char *memory; (memory = malloc(1 << 20)) != NULL;)
        memset(memory, 1, 1 << 20);
    _exit(3);
}

static bool succeeds(const char *what)
{
    if (strcmp(what, "read") == 0)
        return open("/etc/passwd", O_RDONLY) >= 0;
    if (strcmp(what, "write") == 0)
        return open("stolen", O_WRONLY | O_CREAT, 0666) >= 0;
    if (strcmp(what, "remove") == 0)
        return unlink("network.xml") == 0;
    if (strcmp(what, "connect") == 0)
        return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    if (strcmp(what, "run") == 0)
        return execl("/bin/true", "true", (char *)NULL) == 0;
    if (strcmp(what, "fork") == 0)
        return fork() >= 0;
    return false;
}

int gvLayout(GVC_t *context, graph_t *graph, const char *engine)
{
    const char *what = getenv("ENGINE_DOES");
    int (*layout)(GVC_t *, graph_t *, const char *);
    if (what != NULL && strcmp(what, "hang") == 0)
        hang();
    if (what != NULL && strcmp(what, "spin") == 0)
        spin();
    if (what != NULL && strcmp(what, "eat") == 0)
        eat();
    if (what != NULL && succeeds(what))
        _exit(66);
    *(void **)&layout = dlsym(RTLD_NEXT, "gvLayout");
    return layout(context, graph, engine);
}
