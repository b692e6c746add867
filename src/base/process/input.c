/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/input.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_file(const char *path, int flags, struct messages *messages)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0)
        messages_error(messages, NULL, MESSAGE_IO, "%s: cannot open: %s", path, strerror(errno));
    return descriptor;
}

static bool may_never_end(const struct stat *file)
{
    return (!S_ISREG(file->st_mode) || file->st_size == 0) && !S_ISDIR(file->st_mode);
}

static int reject(const char *path, struct messages *messages)
{
    messages_error(messages, NULL, MESSAGE_IO, "%s: not a regular file, or empty", path);
    return -1;
}

/* Opening a device can have side effects, so the type of the file is checked before; and again
   afterwards, when the path can no longer be replaced by another file. */
int input_open(const char *path, bool regular, struct messages *messages)
{
    struct stat found;
    if (!regular)
        return open_file(path, 0, messages);
    if (stat(path, &found) == 0 && may_never_end(&found))
        return reject(path, messages);
    int descriptor = open_file(path, O_NONBLOCK | O_NOCTTY, messages);
    if (descriptor < 0 || (fstat(descriptor, &found) == 0 && !may_never_end(&found)))
        return descriptor;
    close(descriptor);
    return reject(path, messages);
}

ssize_t input_read(int descriptor, char *bytes, size_t size, size_t minimum)
{
    assert(minimum >= 1 && minimum <= size);
    size_t length = 0;
    do {
        ssize_t got = read(descriptor, bytes + length, size - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        length += (size_t)got;
    } while (length < minimum);
    return (ssize_t)length;
}
