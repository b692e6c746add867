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

#define SUFFIX ".entente-"
enum { UNIQUE = 6, MAX_NAME = 200, MAX_TRIES = 100 };

size_t temporary_folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? (size_t)(slash - path) + 1 : 0;
}

char *temporary_path(const char *path)
{
    size_t folder = temporary_folder_length(path);
    size_t room = strlen(path) + sizeof "." SUFFIX "XXXXXX";
    char *name = malloc(room);
    if (name != NULL)
        snprintf(name, room, "%.*s.%.*s" SUFFIX "XXXXXX", (int)folder, path,
                 (int)utf8_cut(path + folder, MAX_NAME), path + folder);
    return name;
}

/* Letters that no other process, and no other try of this one, is likely to choose. mkstemp(3)
   won't do: its files have mode 0600, and the umask can't be read without being set. */
static void write_unique(char *letters, unsigned try)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
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

/* Another process may see the file before it is locked, and remove it as abandoned: then it is
   created again. */
int temporary_create(char *path, mode_t mode)
{
    assert(strlen(path) >= UNIQUE);
    for (unsigned try = 0; try < MAX_TRIES; try++) {
        struct stat made;
        write_unique(path + strlen(path) - UNIQUE, try);
        int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
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

static bool is_temporary(const char *name)
{
    size_t length = strlen(name);
    const size_t suffix = strlen(SUFFIX) + UNIQUE;
    return name[0] == '.' && length > suffix &&
           strncmp(name + length - suffix, SUFFIX, strlen(SUFFIX)) == 0;
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
    int file = open_abandoned(folder, name);
    if (file < 0)
        return;
    if (flock(file, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(file);
}

void temporary_sweep(const char *folder)
{
    DIR *entries = opendir(folder);
    if (entries == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;)
        if (is_temporary(entry->d_name))
            remove_abandoned(dirfd(entries), entry->d_name);
    closedir(entries);
}
