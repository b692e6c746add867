/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text/utf8.h"

static enum status fail(const char *path, const char *what, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_IO, "%s: %s: %s", path, what, strerror(errno));
    return STATUS_FAILURE;
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

#define OWN_ENDING ".entente-"
enum { UNIQUE = 6, LONGEST_NAME = 200 };

/* PATH's folder and a name of our own that mkstemp makes unique: "folder/.name.entente-XXXXXX".
   A name that is as long as names may be is cut. */
static char *beside(const char *path)
{
    size_t folder = folder_length(path);
    size_t room = strlen(path) + sizeof "." OWN_ENDING "XXXXXX";
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%.*s.%.*s" OWN_ENDING "XXXXXX", (int)folder, path,
                 (int)utf8_cut(path + folder, LONGEST_NAME), path + folder);
    return name;
}

static bool is_own(const char *name)
{
    size_t length = strlen(name);
    const size_t ending = strlen(OWN_ENDING) + UNIQUE;
    return name[0] == '.' && length > ending &&
           strncmp(name + length - ending, OWN_ENDING, strlen(OWN_ENDING)) == 0;
}

/* Removes NAME unless who made it is still at work, and so holds its lock. */
static void remove_left(int folder, const char *name)
{
    int file = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    if (flock(file, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(file);
}

static void sweep(const char *folder)
{
    DIR *entries = opendir(folder);
    if (entries == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (is_own(entry->d_name))
            remove_left(dirfd(entries), entry->d_name);
    closedir(entries);
}

/* Creates and locks the file NAME, which gets its last letters anew. One that a run beside this
   one took for left over before it was locked is made again. */
static int create_own(char *name)
{
    for (int tries = 0; tries < 100; tries++) {
        struct stat made;
        memset(name + strlen(name) - UNIQUE, 'X', UNIQUE);
        int file = mkstemp(name);
        if (file < 0)
            return -1;
        fcntl(file, F_SETFD, FD_CLOEXEC);
        if (flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            close(file);
            continue;
        }
        if (fstat(file, &made) == 0 && made.st_nlink > 0)
            return file;
        close(file);
    }
    errno = EAGAIN;
    return -1;
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
    /* Closed it has told all its errors; its lock must last until it bears its name. */
    int lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    enum status status = write_descriptor(descriptor, path, bytes, length, messages);
    if (status == STATUS_OK &&
        (lock < 0 || fchmod(descriptor, wanted_mode(path)) != 0 || fsync(descriptor) != 0))
        status = fail(path, "cannot write", messages);
    if (close(descriptor) != 0 && status == STATUS_OK)
        status = fail(path, "cannot write", messages);
    if (status == STATUS_OK && rename(temporary, path) != 0)
        status = fail(path, "cannot replace", messages);
    if (status != STATUS_OK)
        unlink(temporary);
    if (lock >= 0)
        close(lock);
    return status;
}

/* The signals that end a program wait until the file beside the target is renamed or gone. */
static void hold_signals(sigset_t *before)
{
    static const int ending[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGPIPE,
                                 SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, before);
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
    int descriptor = create_own(temporary);
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

enum status output_may_replace(const char *path, struct messages *messages)
{
    struct stat target;
    if (lstat(path, &target) != 0 || S_ISREG(target.st_mode) || S_ISDIR(target.st_mode))
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot replace: it is %s", path,
                   S_ISLNK(target.st_mode) ? "a symbolic link" : "no regular file");
    return STATUS_FAILURE;
}

enum status output_replace(const char *path, const void *bytes, size_t length,
                           struct messages *messages)
{
    TRY(output_may_replace(path, messages));
    return write_resolved(path, bytes, length, messages);
}

void output_sweep(const char *path)
{
    char *resolved;
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    if (strcmp(path, "-") == 0 || resolve(path, &silent, &resolved) != STATUS_OK)
        return;
    size_t folder = folder_length(resolved);
    if (folder > 0)
        resolved[folder] = '\0';
    sweep(folder > 0 ? resolved : ".");
    free(resolved);
}

enum status output_flush(FILE *stream, const char *name, struct messages *messages)
{
    if (fflush(stream) != 0)
        return fail(name, "cannot write", messages);
    if (!ferror(stream))
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot write: a part of it is lost", name);
    return STATUS_FAILURE;
}
