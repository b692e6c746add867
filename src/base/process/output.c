/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/temporary.h"

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

/* Writes to a device or a pipe. */
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

/* The mode, before the umask, of the file to be created for PATH: that of the file which it
   replaces, if there is one. */
static mode_t wanted_mode(const char *path, bool *exists)
{
    struct stat found;
    *exists = stat(path, &found) == 0;
    return *exists ? found.st_mode & 07777 : 0666;
}

/* A regular file that is being replaced. */
struct replacement {
    const char *path; /* the target */
    char *temporary;
    mode_t mode;
    bool exists; /* the target does: the new file gets exactly its mode */
};

static bool finish(int descriptor, const struct replacement *replacement)
{
    return (!replacement->exists || fchmod(descriptor, replacement->mode) == 0) &&
           fsync(descriptor) == 0;
}

static enum status fill_and_rename(int descriptor, const struct replacement *replacement,
                                   const void *bytes, size_t length, struct messages *messages)
{
    const char *path = replacement->path;
    /* close reports the last errors of writing; the lock must last until the file is renamed. */
    int lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    enum status status = write_descriptor(descriptor, path, bytes, length, messages);
    if (status == STATUS_OK && (lock < 0 || !finish(descriptor, replacement)))
        status = fail(path, "cannot write", messages);
    if (close(descriptor) != 0 && status == STATUS_OK)
        status = fail(path, "cannot write", messages);
    if (status == STATUS_OK && rename(replacement->temporary, path) != 0)
        status = fail(path, "cannot replace", messages);
    if (status != STATUS_OK)
        unlink(replacement->temporary);
    if (lock >= 0)
        close(lock);
    return status;
}

static enum status write_regular(const char *path, const void *bytes, size_t length,
                                 struct messages *messages)
{
    struct replacement replacement = {.path = path, .temporary = temporary_path(path)};
    if (replacement.temporary == NULL)
        return STATUS_MEMORY;
    enum status status;
    replacement.mode = wanted_mode(path, &replacement.exists);
    int descriptor = temporary_create(replacement.temporary, (replacement.mode & 0777) | 0600);
    if (descriptor < 0)
        status = fail(path, "cannot create a temporary file next to it", messages);
    else
        status = fill_and_rename(descriptor, &replacement, bytes, length, messages);
    free(replacement.temporary);
    return status;
}

/* Sets *TARGET to the target of the link PATH, relative to the working directory if it is
   relative; to NULL if PATH is not a link. The caller frees it. */
static enum status read_link(const char *path, char **target)
{
    char bytes[PATH_MAX];
    ssize_t length = readlink(path, bytes, sizeof bytes);
    *target = NULL;
    if (length <= 0 || (size_t)length == sizeof bytes)
        return STATUS_OK;
    size_t folder = bytes[0] == '/' ? 0 : temporary_folder_length(path);
    *target = malloc(folder + (size_t)length + 1);
    if (*target == NULL)
        return STATUS_MEMORY;
    snprintf(*target, folder + (size_t)length + 1, "%.*s%.*s", (int)folder, path, (int)length,
             bytes);
    return STATUS_OK;
}

/* The file to which PATH leads through any links, whether it exists or not. The caller frees it.
 */
static enum status resolve(const char *path, struct messages *messages, char **resolved)
{
    enum { MAX_LINKS = 40 };
    *resolved = strdup(path);
    for (int links = 0; *resolved != NULL; links++) {
        char *target;
        enum status status = read_link(*resolved, &target);
        if (status == STATUS_OK && target == NULL)
            return STATUS_OK;
        free(*resolved);
        *resolved = target;
        if (links == MAX_LINKS) {
            free(target);
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
                   S_ISLNK(target.st_mode) ? "a symbolic link" : "not a regular file");
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
    size_t folder = temporary_folder_length(resolved);
    if (folder > 0)
        resolved[folder] = '\0';
    temporary_sweep(folder > 0 ? resolved : ".");
    free(resolved);
}

enum status output_flush(FILE *stream, const char *name, struct messages *messages)
{
    if (fflush(stream) != 0)
        return fail(name, "cannot write", messages);
    if (!ferror(stream))
        return STATUS_OK;
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot write: some output was lost", name);
    return STATUS_FAILURE;
}
