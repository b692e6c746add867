/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/temporary.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text/utf8.h"

/* A name is ".NAME" INFIX, UNIQUE characters, SUFFIX. */
#define INFIX ".entente-"
#define SUFFIX ".tmp"
static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
enum { UNIQUE = 6, MAX_NAME = 200, MAX_TRIES = 100 };

size_t temporary_folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? (size_t)(slash - path) + 1 : 0;
}

char *temporary_path(const char *path)
{
    size_t folder = temporary_folder_length(path);
    size_t room = strlen(path) + sizeof "." INFIX "XXXXXX" SUFFIX;
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%.*s.%.*s" INFIX "XXXXXX" SUFFIX, (int)folder, path,
                 (int)utf8_cut(path + folder, MAX_NAME), path + folder);
    return name;
}

/* Letters that no other process, and no other try of this one, is likely to choose. mkstemp(3)
   won't do: its files have mode 0600, and the umask can't be read without being set. */
static void write_unique(char *letters, unsigned try)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t number =
        (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec << 30 ^ (uint64_t)getpid() << 16;
    number = (number + try) * UINT64_C(0x9E3779B97F4A7C15);
    for (int i = 0; i < UNIQUE; i++) {
        letters[i] = digits[(number >> 32) % (sizeof digits - 1)];
        number *= UINT64_C(0x9E3779B97F4A7C15);
    }
}

/* Whoever may write to a directory need not be allowed to list it. */
#ifdef O_PATH
enum { OPEN_FOLDER = O_PATH };
#else
enum { OPEN_FOLDER = O_RDONLY };
#endif

int temporary_open_folder(const char *path)
{
    const size_t length = temporary_folder_length(path);
    char *folder = length > 0 ? strndup(path, length) : strdup(".");
    const int opened = folder != NULL ? open(folder, OPEN_FOLDER | O_DIRECTORY | O_CLOEXEC) : -1;
    const int why = errno;
    free(folder);
    errno = why;
    return opened;
}

/* Another process may see the file before it is locked, and remove it as abandoned: then it is
   created again. */
int temporary_create(int folder, char *name, mode_t mode)
{
    const size_t after = UNIQUE + sizeof SUFFIX - 1;
    assert(strlen(name) >= after);
    for (unsigned try = 0; try < MAX_TRIES; try++) {
        struct stat made;
        write_unique(name + strlen(name) - after, try);
        int file = openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file < 0 && errno == EEXIST)
            continue;
        if (file < 0)
            return -1;
        bool locked = flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
        if (locked && fstat(file, &made) == 0 && made.st_nlink > 0)
            return file;
        close(file);
    }
    errno = EAGAIN;
    return -1;
}

/* Whether NAME is that of a temporary file. */
static bool is_temporary(const char *name)
{
    const size_t length = strlen(name), infix = sizeof INFIX - 1, suffix = sizeof SUFFIX - 1;
    if (name[0] != '.' || length <= 1 + infix + UNIQUE + suffix)
        return false;
    const char *unique = name + length - suffix - UNIQUE;
    return memcmp(unique - infix, INFIX, infix) == 0 && strspn(unique, digits) == UNIQUE &&
           strcmp(unique + UNIQUE, SUFFIX) == 0;
}

/* Whether the temporary file NAME is for the same target as OTHER, or OTHER is NULL. */
static bool is_for(const char *name, const char *other)
{
    const size_t rest = UNIQUE + sizeof SUFFIX - 1;
    return other == NULL ||
           (strlen(name) == strlen(other) && memcmp(name, other, strlen(name) - rest) == 0);
}

/* A lock on NFS needs a file open for writing, but the file may be read-only. */
static int open_abandoned(int folder, const char *name)
{
    const int flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int file = openat(folder, name, O_RDWR | flags);
    return file >= 0 || errno != EACCES ? file : openat(folder, name, O_RDONLY | flags);
}

static void remove_abandoned(int folder, const char *name)
{
    struct stat found;
    int file = open_abandoned(folder, name);
    if (file < 0)
        return;
    if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) && found.st_uid == geteuid() &&
        flock(file, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(file);
}

void temporary_sweep(const char *folder, const char *path)
{
    DIR *entries = opendir(folder);
    const char *other = path != NULL ? path + temporary_folder_length(path) : NULL;
    if (entries == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (is_temporary(entry->d_name) && is_for(entry->d_name, other))
            remove_abandoned(dirfd(entries), entry->d_name);
    closedir(entries);
}
