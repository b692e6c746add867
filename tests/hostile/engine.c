/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD: the layout misbehaves, as in a broken or compromised library. The
   environment variable ENGINE_DOES is the kind of misbehaviour (see misbehave). If a forbidden
   action succeeds, the process exits with status 66; if it is refused, the layout goes on as
   usual. CHILD_DOES applies to every child that confines itself, whatever its work, or to the
   first $CHILDREN of them. The variables are read at the start: confined children have none. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gvc.h>
#include <libxml/parser.h>

/* What the environment variables say. */
static struct {
    char engine_does[32], child_does[32];
    int children; /* how many of them; -1: all */
} task;

/* A confined child cannot sleep, but can stop itself. */
static void hang(void)
{
    for (;;)
        raise(SIGSTOP);
}

static void spin(void)
{
    for (volatile unsigned long turns = 0;; turns++)
        continue;
}

/* Writes to its pipe without end. */
static void flood(void)
{
    static char bytes[65536];
    for (ssize_t written = 0; written >= 0;)
        written = write(3, bytes, sizeof bytes);
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
    if (strcmp(what, "landlock") == 0) /* not an action: whether this kernel has Landlock */
        return syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, 1u) >= 1;
    return false;
}

/* From now on, truncate replies; write to all other files before a reply. */
static bool lies, spreads;

/* A sanitizer's handler would end the process in another way. */
static void crash(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

static void misbehave(const char *what)
{
    if (strcmp(what, "hang") == 0)
        hang();
    if (strcmp(what, "spin") == 0)
        spin();
    if (strcmp(what, "eat") == 0)
        eat();
    if (strcmp(what, "flood") == 0)
        flood();
    if (strcmp(what, "crash") == 0)
        crash(SIGSEGV);
    if (strcmp(what, "abort") == 0)
        crash(SIGABRT);
    if (strcmp(what, "exit") == 0)
        exit(0);
    if (strcmp(what, "lie") == 0)
        lies = true;
    if (strcmp(what, "append") == 0)
        spreads = true;
    if (succeeds(what))
        _exit(66);
}

static void swap_lines(Agedge_t *one, Agedge_t *other)
{
    splines *kept = ED_spl(one);
    ED_spl(one) = ED_spl(other);
    ED_spl(other) = kept;
}

static void swap_labels(Agedge_t *one, Agedge_t *other)
{
    pointf kept = ED_label(one)->pos;
    ED_label(one)->pos = ED_label(other)->pos;
    ED_label(other)->pos = kept;
}

/* Changes what the engine has done, so that the figure would be a lie, at the first edges that
   share no node. */
static void falsify(graph_t *graph, const char *what)
{
    Agedge_t *one = NULL;
    for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
            if (one == NULL)
                one = edge;
            if (agtail(edge) == agtail(one) || agtail(edge) == aghead(one) ||
                aghead(edge) == agtail(one) || aghead(edge) == aghead(one))
                continue;
            if (strcmp(what, "swap-lines") == 0)
                swap_lines(one, edge);
            if (strcmp(what, "swap-labels") == 0)
                swap_labels(one, edge);
            if (strcmp(what, "stack") == 0)
                ND_coord(agtail(edge)) = ND_coord(agtail(one));
            if (strcmp(what, "detour") == 0)
                ED_spl(edge)->list[0].list[1].y += 900000;
            return;
        }
}

int gvLayout(GVC_t *context, graph_t *graph, const char *engine)
{
    int (*layout)(GVC_t *, graph_t *, const char *);
    misbehave(task.engine_does);
    *(void **)&layout = dlsym(RTLD_NEXT, "gvLayout");
    int result = layout(context, graph, engine);
    falsify(graph, task.engine_does);
    return result;
}

/* The number of children that have confined themselves, shared by all processes of a run. */
static int *confined;

static void copy_variable(char copy[32], const char *name)
{
    const char *value = getenv(name);
    snprintf(copy, 32, "%s", value != NULL ? value : "");
}

__attribute__((constructor)) static void prepare(void)
{
    const char *most = getenv("CHILDREN");
    task.children = most != NULL ? atoi(most) : -1;
    copy_variable(task.engine_does, "ENGINE_DOES");
    copy_variable(task.child_does, "CHILD_DOES");
    void *shared =
        mmap(NULL, sizeof *confined, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared != MAP_FAILED)
        confined = shared;
}

/* A program that exits normally, which its children don't, writes its peak memory in KiB to the
   file $MEMORY_FILE. */
__attribute__((destructor)) static void write_peak_memory(void)
{
    const char *path = getenv("MEMORY_FILE");
    struct rusage usage;
    if (path == NULL || getrusage(RUSAGE_SELF, &usage) != 0)
        return;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    dprintf(file, "%ld\n", usage.ru_maxrss);
    close(file);
}

/* The last call in confining a child. */
int prctl(int option, ...)
{
    static int (*next)(int, ...);
    unsigned long arguments[4];
    va_list list;
    va_start(list, option);
    for (int i = 0; i < 4; i++)
        arguments[i] = va_arg(list, unsigned long);
    va_end(list);
    *(void **)&next = dlsym(RTLD_NEXT, "prctl");
    int result = next(option, arguments[0], arguments[1], arguments[2], arguments[3]);
    if (option != PR_SET_SECCOMP || confined == NULL)
        return result;
    if (task.children < 0 || __atomic_fetch_add(confined, 1, __ATOMIC_SEQ_CST) < task.children)
        misbehave(task.child_does);
    return result;
}

/* Waits until a child has ended, without reaping it. */
static void wait_for_a_child(void)
{
    siginfo_t ending;
    waitid(P_ALL, 0, &ending, WEXITED | WNOWAIT);
}

/* If $SLIP is set, inserts it into a figure that is being checked, as if we had written it. If
   $PATIENT is set, nothing is parsed before the child that was started before has ended. */
int xmlParseChunk(xmlParserCtxtPtr parser, const char *chunk, int size, int last)
{
    static int (*next)(xmlParserCtxtPtr, const char *, int, int);
    static const char head[] = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
    const char *slip = getenv("SLIP");
    *(void **)&next = dlsym(RTLD_NEXT, "xmlParseChunk");
    if (getenv("PATIENT") != NULL)
        wait_for_a_child();
    if (slip == NULL || size < 100 || memmem(chunk, (size_t)size, "<svg ", 5) == NULL)
        return next(parser, chunk, size, last);
    next(parser, head, (int)strlen(head), 0);
    next(parser, slip, (int)strlen(slip), 0);
    return next(parser, "</svg>", 6, last);
}

/* If $READ_AT_MOST is set, returns at most that many bytes at a time. */
ssize_t read(int file, void *bytes, size_t count)
{
    static ssize_t (*next)(int, void *, size_t);
    const char *most = getenv("READ_AT_MOST");
    *(void **)&next = dlsym(RTLD_NEXT, "read");
    return next(file, bytes,
                most != NULL && count > (size_t)atoi(most) ? (size_t)atoi(most) : count);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    static ssize_t (*next)(int, const void *, size_t);
    *(void **)&next = dlsym(RTLD_NEXT, "write");
    if (lies && next(file, bytes, 1) == 1)
        _exit(0);
    for (int other = 0; spreads && other < 1024; other++)
        if (other != file && next(other, "appended", 8) < 0)
            continue;
    spreads = false;
    return next(file, bytes, count);
}

/* If $SWAP is set, an attacker puts another directory in the place of "output" before a figure is
   renamed. */
int fsync(int file)
{
    static int (*next)(int);
    *(void **)&next = dlsym(RTLD_NEXT, "fsync");
    if (getenv("SWAP") != NULL && rename("output", "moved") == 0)
        mkdir("output", 0777);
    return next(file);
}
