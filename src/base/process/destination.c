/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/destination.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process/temporary.h"

/* Sets *LINKED to the target of the link PATH, relative to the working directory if it is
   relative; to NULL if PATH is not a link. The caller frees it. */
static enum status read_link(const char *path, char **linked)
{
    char bytes[PATH_MAX];
    ssize_t length = readlink(path, bytes, sizeof bytes);
    *linked = NULL;
    if (length <= 0 || (size_t)length == sizeof bytes)
        return STATUS_OK;
    size_t folder = bytes[0] == '/' ? 0 : temporary_folder_length(path);
    *linked = malloc(folder + (size_t)length + 1);
    if (*linked == NULL)
        return STATUS_MEMORY;
    snprintf(*linked, folder + (size_t)length + 1, "%.*s%.*s", (int)folder, path, (int)length,
             bytes);
    return STATUS_OK;
}

/* Whether the folder in the first LENGTH bytes of PATH has the descriptors of this process as its
   entries (proc(5)). They look like links, but reading such a link gives no path for a pipe, and
   opening it fails for a socket. Sets errno to ENOMEM if memory runs out. */
static bool has_descriptors(const char *path, size_t length)
{
    char own[64];
    char *folder = strndup(path, length);
    char *real = folder != NULL ? realpath(folder, NULL) : NULL;
    snprintf(own, sizeof own, "/proc/%ld/fd", (long)getpid());
    bool has = real != NULL && strcmp(real, own) == 0;
    free(folder);
    free(real);
    return has;
}

/* Sets *DESCRIPTOR to the descriptor of this process that PATH names; to -1 if it names none. */
static enum status read_descriptor(const char *path, int *descriptor)
{
    enum { MAX_DIGITS = 9 };
    size_t folder = temporary_folder_length(path);
    size_t digits = strspn(path + folder, "0123456789");
    *descriptor = -1;
    if (folder == 0 || digits == 0 || digits > MAX_DIGITS || path[folder + digits] != '\0')
        return STATUS_OK;
    errno = 0;
    if (has_descriptors(path, folder))
        *descriptor = (int)strtol(path + folder, NULL, 10);
    else if (errno == ENOMEM)
        return STATUS_MEMORY;
    return STATUS_OK;
}

/* Follows links from *PATH, which is owned, until there are none, or one is a descriptor. The
   user knows the path as NAME. */
static enum status follow(char **path, int *descriptor, const char *name,
                          struct messages *messages)
{
    enum { MAX_LINKS = 40 };
    for (int links = 0; links <= MAX_LINKS; links++) {
        char *linked;
        TRY(read_descriptor(*path, descriptor));
        if (*descriptor >= 0)
            return STATUS_OK;
        TRY(read_link(*path, &linked));
        if (linked == NULL)
            return STATUS_OK;
        free(*path);
        *path = linked;
    }
    messages_error(messages, NULL, MESSAGE_IO, "%s: cannot write: %s", name, strerror(ELOOP));
    return STATUS_FAILURE;
}

static void set_kind(struct destination *target, const struct stat *found)
{
    target->mode = found->st_mode & 07777;
    target->kind = S_ISREG(found->st_mode)   ? DESTINATION_FILE
                   : S_ISDIR(found->st_mode) ? DESTINATION_FOLDER
                                             : DESTINATION_SPECIAL;
}

enum status destination_at(struct destination *target, const char *path)
{
    struct stat found;
    *target =
        (struct destination){.kind = DESTINATION_NEW, .descriptor = -1, .path = strdup(path)};
    if (stat(path, &found) == 0)
        set_kind(target, &found);
    return target->path != NULL ? STATUS_OK : STATUS_MEMORY;
}

/* The links to pipes and devices in /proc can be opened but not read: these keep their path. */
static enum status find(struct destination *target, const char *path, char **end,
                        struct messages *messages)
{
    int descriptor;
    TRY(follow(end, &descriptor, path, messages));
    TRY(destination_at(target, path));
    target->descriptor = descriptor;
    if (descriptor >= 0)
        target->kind = DESTINATION_DESCRIPTOR;
    if (target->kind != DESTINATION_FILE && target->kind != DESTINATION_NEW)
        return STATUS_OK;
    free(target->path);
    target->path = *end;
    *end = NULL;
    return STATUS_OK;
}

enum status destination_find(struct destination *target, const char *path,
                             struct messages *messages)
{
    char *end = strdup(path);
    enum status status = end != NULL ? find(target, path, &end, messages) : STATUS_MEMORY;
    free(end);
    return status;
}

void destination_clear(struct destination *target)
{
    free(target->path);
    target->path = NULL;
}
