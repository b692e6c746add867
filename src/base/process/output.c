/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/process/destination.h"
#include "base/process/temporary.h"
#include "base/text/shell.h"

#define NO_TEMPORARY "cannot create a temporary file next to it"

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

/* A regular file that is being written or replaced. */
struct replacement {
    const struct destination *target;
    int folder;      /* the directory of the target; -1: not open */
    char *temporary; /* the name of the file in it */
    const void *bytes;
    size_t length;
    bool in_place; /* the target can only be written where it is */
};

static bool finish(int descriptor, const struct destination *target)
{
    return (target->kind == DESTINATION_NEW || fchmod(descriptor, target->mode & 0777) == 0) &&
           fsync(descriptor) == 0;
}

/* Opens the regular file PATH for writing, and empties it; -1: errno says why. It isn't a link:
   what has been put there since is neither followed nor written. */
static int open_emptied(const char *path)
{
    struct stat found;
    int descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    if (fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && ftruncate(descriptor, 0) == 0)
        return descriptor;
    close(descriptor);
    errno = EACCES;
    return -1;
}

/* Writes a file which can't be replaced. */
static enum status write_in_place(const struct replacement *replacement,
                                  struct messages *messages)
{
    const char *path = replacement->target->path;
    int descriptor = open_emptied(path);
    if (descriptor < 0)
        return fail(path, "cannot write", messages);
    bool whole =
        write_all(descriptor, replacement->bytes, replacement->length) && fsync(descriptor) == 0;
    const int why = errno;
    if (close(descriptor) == 0 && whole)
        return STATUS_OK;
    if (!whole)
        errno = why;
    return fail(path, "cannot write; the file is now incomplete", messages);
}

/* Whether errno says that a file in the folder can't be made or replaced, although the file
   itself may be writable: for lack of permission, or because it is a mount point. */
static bool is_folder_closed(void)
{
    return errno == EACCES || errno == EPERM || errno == EROFS || errno == EBUSY;
}

static const char *name_of(const struct destination *target)
{
    return target->path + temporary_folder_length(target->path);
}

/* Puts the temporary file in the place of the target, or marks this as impossible. */
static enum status replace(struct replacement *replacement, struct messages *messages)
{
    const struct destination *target = replacement->target;
    if (renameat(replacement->folder, replacement->temporary, replacement->folder,
                 name_of(target)) == 0)
        return STATUS_OK;
    replacement->in_place = target->kind == DESTINATION_FILE && is_folder_closed();
    if (!replacement->in_place)
        return fail(target->path, "cannot replace", messages);
    unlinkat(replacement->folder, replacement->temporary, 0);
    return STATUS_OK;
}

static enum status fill_and_rename(int descriptor, struct replacement *replacement,
                                   struct messages *messages)
{
    const char *path = replacement->target->path;
    /* close reports the last errors of writing; the lock must last until the file is renamed. */
    int lock = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    enum status status =
        write_descriptor(descriptor, path, replacement->bytes, replacement->length, messages);
    if (status == STATUS_OK && (lock < 0 || !finish(descriptor, replacement->target)))
        status = fail(path, "cannot write", messages);
    if (close(descriptor) != 0 && status == STATUS_OK)
        status = fail(path, "cannot write", messages);
    if (status == STATUS_OK)
        status = replace(replacement, messages);
    if (status != STATUS_OK)
        unlinkat(replacement->folder, replacement->temporary, 0);
    if (lock >= 0)
        close(lock);
    return status;
}

/* Writes a temporary file and renames it, or finds that the target can only be written in place.
 */
static enum status write_beside(struct replacement *replacement, struct messages *messages)
{
    const struct destination *target = replacement->target;
    const mode_t mode = target->kind == DESTINATION_FILE ? (target->mode & 0777) | 0600 : 0666;
    replacement->folder = temporary_open_folder(target->path);
    int descriptor = replacement->folder >= 0
                         ? temporary_create(replacement->folder, replacement->temporary, mode)
                         : -1;
    if (descriptor >= 0)
        return fill_and_rename(descriptor, replacement, messages);
    replacement->in_place = target->kind == DESTINATION_FILE && is_folder_closed();
    return replacement->in_place ? STATUS_OK : fail(target->path, NO_TEMPORARY, messages);
}

/* Reports a file that may not be written. The permissions of the folder would allow to replace
   it, and root may write any file, but its owner has protected it. */
static enum status check_permission(const struct destination *target, struct messages *messages)
{
    struct buffer word = BUFFER_EMPTY;
    if ((target->mode & 0222) != 0 && faccessat(AT_FDCWD, target->path, W_OK, AT_EACCESS) == 0)
        return STATUS_OK;
    if ((target->mode & 0222) != 0)
        return fail(target->path, "cannot write", messages);
    shell_word(&word, target->path);
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: cannot write: the file is read-only; to allow it, run: chmod u+w %s",
                   target->path, buffer_string(&word));
    buffer_clear(&word);
    return STATUS_FAILURE;
}

static enum status write_file(const struct destination *target, const void *bytes, size_t length,
                              struct messages *messages)
{
    struct replacement replacement = {
        .target = target, .folder = -1, .bytes = bytes, .length = length};
    if (target->kind == DESTINATION_FILE)
        TRY(check_permission(target, messages));
    char *path = temporary_path(target->path);
    if (path == NULL)
        return STATUS_MEMORY;
    replacement.temporary = path + temporary_folder_length(path);
    enum status status = write_beside(&replacement, messages);
    if (replacement.folder >= 0)
        close(replacement.folder);
    free(path);
    if (status == STATUS_OK && replacement.in_place)
        status = write_in_place(&replacement, messages);
    return status;
}

static enum status refuse_folder(const struct destination *target, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: cannot write: it is a directory; name a file in it", target->path);
    return STATUS_FAILURE;
}

static enum status write_target(const struct destination *target, const void *bytes,
                                size_t length, struct messages *messages)
{
    switch (target->kind) {
    case DESTINATION_DESCRIPTOR:
        return write_descriptor(target->descriptor, target->path, bytes, length, messages);
    case DESTINATION_SPECIAL: return write_special(target->path, bytes, length, messages);
    case DESTINATION_FOLDER: return refuse_folder(target, messages);
    case DESTINATION_FILE:
    case DESTINATION_NEW: break;
    }
    return write_file(target, bytes, length, messages);
}

enum status output_write(const char *path, const void *bytes, size_t length,
                         struct messages *messages)
{
    if (strcmp(path, "-") == 0)
        return write_descriptor(STDOUT_FILENO, "standard output", bytes, length, messages);
    struct destination target;
    TRY(destination_find(&target, path, messages));
    enum status status = write_target(&target, bytes, length, messages);
    destination_clear(&target);
    return status;
}

/* Without slashes at its end. */
static size_t trimmed_length(const char *folder)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    return length;
}

/* Reports that no file can be made at PATH in FOLDER; errno says why. */
static enum status refuse_new(const char *path, const char *folder, struct messages *messages)
{
    if (errno != ENOENT)
        return fail(path, NO_TEMPORARY, messages);
    messages_error(messages, NULL, MESSAGE_IO,
                   "%s: cannot write: the directory %.*s does not exist; create it first", path,
                   (int)trimmed_length(folder), folder);
    return STATUS_FAILURE;
}

/* Whether a file can be made at TARGET. */
static enum status check_folder(const struct destination *target, struct messages *messages)
{
    size_t length = temporary_folder_length(target->path);
    char *folder = length > 0 ? strndup(target->path, length) : strdup(".");
    enum status status = STATUS_OK;
    if (folder == NULL)
        return STATUS_MEMORY;
    if (faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
        status = refuse_new(target->path, folder, messages);
    free(folder);
    return status;
}

static enum status check_target(const struct destination *target, struct messages *messages)
{
    switch (target->kind) {
    case DESTINATION_DESCRIPTOR:
    case DESTINATION_SPECIAL: break;
    case DESTINATION_FOLDER: return refuse_folder(target, messages);
    case DESTINATION_FILE: return check_permission(target, messages);
    case DESTINATION_NEW: return check_folder(target, messages);
    }
    return STATUS_OK;
}

enum status output_may_write(const char *path, struct messages *messages)
{
    struct destination target;
    if (strcmp(path, "-") == 0)
        return STATUS_OK;
    TRY(destination_find(&target, path, messages));
    enum status status = check_target(&target, messages);
    destination_clear(&target);
    return status;
}

/* Finds what PATH leads to, without messages. */
static bool find_silently(const char *path, struct destination *target)
{
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    return strcmp(path, "-") != 0 && destination_find(target, path, &silent) == STATUS_OK;
}

static bool is_file(const struct destination *target)
{
    return target->kind == DESTINATION_FILE || target->kind == DESTINATION_NEW;
}

bool output_is_terminal(const char *path)
{
    struct destination target;
    if (strcmp(path, "-") == 0)
        return isatty(STDOUT_FILENO);
    if (!find_silently(path, &target))
        return false;
    bool terminal = target.kind == DESTINATION_DESCRIPTOR && isatty(target.descriptor);
    destination_clear(&target);
    return terminal;
}

/* Finds the file that PATH, which may be "-", stands for. */
static bool find_file(const char *path, int standard, struct stat *found)
{
    return strcmp(path, "-") == 0 ? fstat(standard, found) == 0 : stat(path, found) == 0;
}

bool output_is_same_file(const char *output, const char *input)
{
    struct stat written, read;
    return find_file(output, STDOUT_FILENO, &written) && find_file(input, STDIN_FILENO, &read) &&
           S_ISREG(written.st_mode) && written.st_dev == read.st_dev &&
           written.st_ino == read.st_ino;
}

/* Finds the directory of PATH; returns the name of the file there. */
static const char *find_directory(const char *path, struct stat *found, bool *failed)
{
    const char *slash = strrchr(path, '/');
    struct buffer directory = BUFFER_EMPTY;
    if (slash != NULL)
        buffer_add(&directory, path, (size_t)(slash - path) + 1);
    else
        buffer_text(&directory, ".");
    *failed =
        buffer_status(&directory) != STATUS_OK || stat(buffer_string(&directory), found) != 0;
    buffer_clear(&directory);
    return slash != NULL ? slash + 1 : path;
}

void output_write_place(struct buffer *out, const char *path)
{
    struct stat found;
    bool failed = false;
    const bool exists = stat(path, &found) == 0;
    const char *name = exists ? "" : find_directory(path, &found, &failed);
    if (failed)
        buffer_format(out, "?%s", path);
    else
        buffer_format(out, "%llu %llu%s%s", (unsigned long long)found.st_dev,
                      (unsigned long long)found.st_ino, exists ? "" : "/", name);
}

bool output_is_same_place(const char *a, const char *b)
{
    struct buffer first = BUFFER_EMPTY, second = BUFFER_EMPTY;
    output_write_place(&first, a);
    output_write_place(&second, b);
    const bool same =
        strcmp(a, b) == 0 || (!first.failed && !second.failed &&
                              strcmp(buffer_string(&first), buffer_string(&second)) == 0);
    buffer_clear(&first);
    buffer_clear(&second);
    return same;
}

bool output_is_file(const char *path)
{
    struct destination target;
    if (!find_silently(path, &target))
        return false;
    const bool file = is_file(&target);
    destination_clear(&target);
    return file;
}

bool output_is_same_target(const char *output, const char *other)
{
    struct destination first, second;
    if (!find_silently(output, &first))
        return false;
    bool same = is_file(&first) && find_silently(other, &second);
    if (same) {
        same = is_file(&second) && output_is_same_place(first.path, second.path);
        destination_clear(&second);
    }
    destination_clear(&first);
    return same;
}

/* Reports that what is at PATH cannot be replaced, and how to remove it with COMMAND. */
static enum status refuse(const char *path, const char *what, const char *command,
                          struct messages *messages)
{
    struct buffer word = BUFFER_EMPTY;
    shell_word(&word, path);
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot replace: it is %s; %s%s", path, what,
                   command, buffer_string(&word));
    enum status status = word.failed ? STATUS_MEMORY : STATUS_FAILURE;
    buffer_clear(&word);
    return status;
}

enum status output_may_replace(const char *path, struct messages *messages)
{
    struct stat target;
    if (lstat(path, &target) != 0 || S_ISREG(target.st_mode))
        return STATUS_OK;
    if (S_ISLNK(target.st_mode))
        return refuse(path, "a symbolic link, which is not followed",
                      "to remove the link, run: rm ", messages);
    if (S_ISDIR(target.st_mode))
        return refuse(path, "a directory", "move it, or if it is empty, run: rmdir ", messages);
    return refuse(path, "not a regular file", "to remove it, run: rm ", messages);
}

enum status output_replace(const char *path, const void *bytes, size_t length,
                           struct messages *messages)
{
    struct destination target;
    TRY(output_may_replace(path, messages));
    enum status status = destination_at(&target, path);
    /* A pipe that has been put there since must not be opened: it could wait for ever. */
    if (status == STATUS_OK)
        status = is_file(&target)
                     ? write_file(&target, bytes, length, messages)
                     : refuse(path, "not a regular file", "to remove it, run: rm ", messages);
    destination_clear(&target);
    return status;
}

void output_sweep(const char *path)
{
    struct destination target;
    struct messages silent;
    messages_init(&silent, NULL, NULL);
    if (strcmp(path, "-") == 0 || destination_find(&target, path, &silent) != STATUS_OK)
        return;
    char *temporary = temporary_path(target.path);
    size_t folder = temporary_folder_length(target.path);
    if (folder > 0)
        target.path[folder] = '\0';
    if (temporary != NULL && target.kind != DESTINATION_DESCRIPTOR &&
        target.kind != DESTINATION_SPECIAL)
        temporary_sweep(folder > 0 ? target.path : ".", temporary);
    free(temporary);
    destination_clear(&target);
}

void output_sweep_folder(const char *folder)
{
    temporary_sweep(folder, NULL);
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
