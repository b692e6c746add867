/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD that makes one call of a kind fail. Environment variables:

   FAULT_CALL   the kind of call, a word passed to fails() below. With the prefix "again-", the
   call fails with EINTR and must be retried. "grow" is a realloc to FAULT_LARGE bytes or more.
   FAULT_AT     the number of the call that fails, counted from 1 in each process; a child
                continues the count of its parent.
   FAULT_CHILD  count only calls in this child of a process, numbered from 1.
   FAULT_STATE  a file of two longs that all processes share: the highest count so far, and the
                number of calls that were made to fail.
   FAULT_HOW    the number of a signal that is sent to the process instead of failing the call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if __linux__
#include <sys/inotify.h>
#endif
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
    char call[32]; /* confined children have no environment */
    bool again;
    long at, count, child, forks;
    bool idle; /* this is not the child FAULT_CHILD */
    size_t large;
    long *shared; /* the highest count, and the number of failed calls */
    int signal;
} fault;

__attribute__((constructor)) static void prepare(void)
{
    const char *state = getenv("FAULT_STATE"), *at = getenv("FAULT_AT"), *how;
    int file = state != NULL ? open(state, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *shared = mmap(NULL, 2 * sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (shared == MAP_FAILED)
        return;
    how = getenv("FAULT_HOW");
    fault.signal = how != NULL ? atoi(how) : 0;
    fault.at = at != NULL ? atol(at) : 0;
    fault.shared = shared;
    const char *large = getenv("FAULT_LARGE"), *call = getenv("FAULT_CALL");
    const char *child = getenv("FAULT_CHILD");
    fault.child = child != NULL ? atol(child) : 0;
    fault.idle = fault.child > 0;
    fault.large = large != NULL ? (size_t)atol(large) : 0;
    fault.again = call != NULL && strncmp(call, "again-", 6) == 0;
    if (call != NULL)
        snprintf(fault.call, sizeof fault.call, "%s", fault.again ? call + 6 : call);
}

/* Whether this CALL is the one that must fail; if so, sets errno to ERROR or EINTR. */
static bool fails(const char *call, int error)
{
    if (fault.call[0] == '\0' || fault.idle || strcmp(fault.call, call) != 0)
        return false;
    if (++fault.count > fault.shared[0])
        fault.shared[0] = fault.count;
    if (fault.count != fault.at)
        return false;
    fault.shared[1]++;
    errno = fault.again ? EINTR : error;
    return fault.signal == 0 || kill(getpid(), fault.signal) != 0;
}

/* Sets FOUND to the function that this one replaces. */
#define NEXT(found, name) (*(void **)&(found) = dlsym(RTLD_NEXT, name))

/* The replaced function may be a sanitizer's, which then reports leaks. */
void *malloc(size_t size)
{
    static void *(*next)(size_t);
    if (next == NULL)
        NEXT(next, "malloc");
    return fails("alloc", ENOMEM) ? NULL : next(size);
}

void *calloc(size_t count, size_t size)
{
    static void *(*next)(size_t, size_t);
    if (next == NULL)
        NEXT(next, "calloc");
    return fails("alloc", ENOMEM) ? NULL : next(count, size);
}

void *realloc(void *old, size_t size)
{
    static void *(*next)(void *, size_t);
    if (next == NULL)
        NEXT(next, "realloc");
    bool grows = old != NULL && size >= fault.large;
    return fails("alloc", ENOMEM) || (grows && fails("grow", ENOMEM)) ? NULL : next(old, size);
}

/* Replaced because a sanitizer's strdup doesn't call malloc. */
char *strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy != NULL ? memcpy(copy, text, size) : NULL;
}

ssize_t read(int file, void *bytes, size_t count)
{
    static ssize_t (*next)(int, void *, size_t);
    NEXT(next, "read");
    return fails("read", EIO) ? -1 : next(file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t at)
{
    static ssize_t (*next)(int, void *, size_t, off_t);
    NEXT(next, "pread");
    return fails("read", EIO) ? -1 : next(file, bytes, count, at);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    static ssize_t (*next)(int, const void *, size_t);
    NEXT(next, "write");
    return fails("write", ENOSPC) ? -1 : next(file, bytes, count);
}

int fsync(int file)
{
    static int (*next)(int);
    NEXT(next, "fsync");
    return fails("fsync", EIO) ? -1 : next(file);
}

/* Closes the file in any case, even if it then reports failure. */
int close(int file)
{
    static int (*next)(int);
    NEXT(next, "close");
    int closed = next(file);
    return fails("close", EIO) ? -1 : closed;
}

int fchmod(int file, mode_t mode)
{
    static int (*next)(int, mode_t);
    NEXT(next, "fchmod");
    return fails("fchmod", EPERM) ? -1 : next(file, mode);
}

int renameat(int there, const char *from, int here, const char *to)
{
    static int (*next)(int, const char *, int, const char *);
    NEXT(next, "renameat");
    return fails("rename", EACCES) ? -1 : next(there, from, here, to);
}

int rename(const char *from, const char *to)
{
    static int (*next)(const char *, const char *);
    NEXT(next, "rename");
    return fails("rename", EACCES) ? -1 : next(from, to);
}

pid_t fork(void)
{
    static pid_t (*next)(void);
    NEXT(next, "fork");
    if (fails("fork", EAGAIN))
        return -1;
    fault.forks++;
    pid_t child = next();
    if (child == 0)
        fault.idle = fault.child > 0 && fault.child != fault.forks;
    return child;
}

int pipe(int ends[2])
{
    static int (*next)(int[2]);
    NEXT(next, "pipe");
    return fails("pipe", EMFILE) ? -1 : next(ends);
}

int open(const char *path, int flags, ...)
{
    static int (*next)(const char *, int, ...);
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    NEXT(next, "open");
    /* The coverage runtime, which is not part of the program, cannot cope without memory. */
    size_t length = strlen(path);
    if (length > 5 && strcmp(path + length - 5, ".gcda") == 0)
        fault.idle = true;
    return fails("open", EMFILE) ? -1 : next(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    static int (*next)(int, const char *, int, ...);
    va_list list;
    va_start(list, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0;
    va_end(list);
    NEXT(next, "openat");
    return fails("open", EMFILE) ? -1 : next(folder, path, flags, mode);
}

int poll(struct pollfd *files, nfds_t count, int time)
{
    static int (*next)(struct pollfd *, nfds_t, int);
    NEXT(next, "poll");
    return fails("poll", EINVAL) ? -1 : next(files, count, time);
}

pid_t wait4(pid_t child, int *status, int options, struct rusage *used)
{
    static pid_t (*next)(pid_t, int *, int, struct rusage *);
    NEXT(next, "wait4");
    return fails("wait4", ECHILD) ? -1 : next(child, status, options, used);
}
#if __linux__
int inotify_init1(int flags)
{
    static int (*next)(int);
    NEXT(next, "inotify_init1");
    return fails("notify", EMFILE) ? -1 : next(flags);
}

int inotify_add_watch(int file, const char *path, uint32_t changes)
{
    static int (*next)(int, const char *, uint32_t);
    NEXT(next, "inotify_add_watch");
    return fails("notify", ENOSPC) ? -1 : next(file, path, changes);
}
#endif
