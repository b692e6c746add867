/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "system/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status fail(const char *path, const char *what, struct messages *messages)
{
    messages_error(messages, NULL, "%s: %s: %s", path, what, strerror(errno));
    return STATUS_TROUBLE;
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

static enum status write_descriptor(int descriptor, const char *path, const void *bytes,
                                    size_t length, struct messages *messages)
{
    if (write_all(descriptor, bytes, length))
        return STATUS_OK;
    return fail(path, "cannot write", messages);
}

/* A device or a pipe: opened and written as it stands. */
static enum status write_special(const char *path, const void *bytes, size_t length,
                                 struct messages *messages)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return fail(path, "cannot open", messages);
    enum status status = write_descriptor(descriptor, path, bytes, length, messages);
    if (close(descriptor) != 0 && status == STATUS_OK)
        status = fail(path, "cannot write", messages);
    return status;
}

/* How much of PATH is its folder, with the slash. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? (size_t)(slash - path) + 1 : 0;
}

/* PATH's folder and a name of our own that mkstemp makes unique: "folder/.name.XXXXXX". */
static char *beside(const char *path)
{
    size_t folder = folder_length(path);
    size_t room = strlen(path) + sizeof "..XXXXXX";
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%.*s.%s.XXXXXX", (int)folder, path, path + folder);
    return name;
}

/* The new file gets the old one's permissions, or those that the umask leaves. */
static mode_t wanted_mode(const char *path)
{
    struct stat old;
    if (stat(path, &old) == 0)
        return old.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static enum status fill_and_rename(int descriptor, const char *temporary, const char *path,
                                   const void *bytes, size_t length, struct messages *messages)
{
    enum status status = write_descriptor(descriptor, path, bytes, length, messages);
    if (status == STATUS_OK &&
        (fchmod(descriptor, wanted_mode(path)) != 0 || fsync(descriptor) != 0))
        status = fail(path, "cannot write", messages);
    if (close(descriptor) != 0 && status == STATUS_OK)
        status = fail(path, "cannot write", messages);
    if (status == STATUS_OK && rename(temporary, path) != 0)
        status = fail(path, "cannot replace", messages);
    if (status != STATUS_OK)
        unlink(temporary);
    return status;
}

/* The signals that end a program wait until the file beside the target is renamed or gone. */
static void hold_signals(sigset_t *before)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigprocmask(SIG_BLOCK, &ending, before);
}

static enum status write_regular(const char *path, const void *bytes, size_t length,
                                 struct messages *messages)
{
    char *temporary = beside(path);
    if (temporary == NULL)
        return STATUS_MEMORY;
    enum status status;
    sigset_t before;
    hold_signals(&before);
    int descriptor = mkstemp(temporary);
    if (descriptor < 0)
        status = fail(path, "cannot create a file beside it", messages);
    else
        status = fill_and_rename(descriptor, temporary, path, bytes, length, messages);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(temporary);
    return status;
}

/* Where the link PATH points, seen from where we are; NULL if it is no link. */
static char *link_target(const char *path)
{
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof target);
    if (length <= 0 || (size_t)length == sizeof target)
        return NULL;
    size_t folder = target[0] == '/' ? 0 : folder_length(path);
    char *seen = malloc(folder + (size_t)length + 1);
    if (seen != NULL)
        snprintf(seen, folder + (size_t)length + 1, "%.*s%.*s", (int)folder, path, (int)length,
                 target);
    return seen;
}

/* The file that PATH leads to, through any links, whether it is there or not yet. */
static enum status resolve(const char *path, struct messages *messages, char **resolved)
{
    enum { MOST_LINKS = 40 };
    char *at = strdup(path);
    for (int links = 0; at != NULL; links++) {
        char *target = link_target(at);
        if (target == NULL) {
            *resolved = at;
            return STATUS_OK;
        }
        free(at);
        at = target;
        if (links == MOST_LINKS) {
            free(at);
            errno = ELOOP;
            return fail(path, "cannot write", messages);
        }
    }
    return STATUS_MEMORY;
}

static enum status write_resolved(const char *path, const void *bytes, size_t length,
                                  struct messages *messages)
{
    struct stat target;
    bool there = stat(path, &target) == 0;
    if (there && S_ISDIR(target.st_mode)) {
        errno = EISDIR;
        return fail(path, "cannot write", messages);
    }
    if (there && !S_ISREG(target.st_mode))
        return write_special(path, bytes, length, messages);
    return write_regular(path, bytes, length, messages);
}

enum status output_write(const char *path, const void *bytes, size_t length,
                         struct messages *messages)
{
    if (strcmp(path, "-") == 0)
        return write_descriptor(STDOUT_FILENO, "standard output", bytes, length, messages);
    char *resolved;
    TRY(resolve(path, messages, &resolved));
    enum status status = write_resolved(resolved, bytes, length, messages);
    free(resolved);
    return status;
}

enum status output_flush(FILE *stream, const char *name, struct messages *messages)
{
    errno = 0;
    if (fflush(stream) == 0 && !ferror(stream))
        return STATUS_OK;
    return fail(name, "cannot write", messages);
}
