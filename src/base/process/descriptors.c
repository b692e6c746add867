/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/descriptors.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

void descriptors_discard(int file)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null == file)
        return;
    if (null < 0) {
        close(file);
        return;
    }
    dup2(null, file);
    close(null);
}

/* Closes the files that the system lists as open, from FIRST on. */
static void close_listed(int first, DIR *list)
{
    for (const struct dirent *entry; (entry = readdir(list)) != NULL;) {
        const int file = atoi(entry->d_name);
        if (file >= first && file != dirfd(list))
            close(file);
    }
}

/* Closes all files from FIRST on, one by one. */
static void close_each(int first)
{
    enum { MOST = 1 << 20 };
    struct rlimit limit;
    DIR *list = opendir("/dev/fd");
    if (list != NULL) {
        close_listed(first, list);
        closedir(list);
        return;
    }
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > MOST)
        limit.rlim_cur = MOST;
    for (int file = first; file < (int)limit.rlim_cur; file++)
        close(file);
}

static void close_from(int first)
{
#if HAVE_CLOSE_RANGE
    if (close_range((unsigned)first, ~0U, 0) == 0)
        return;
#endif
    close_each(first);
}

void descriptors_keep_only(int kept)
{
    if (kept != DESCRIPTORS_KEPT)
        dup2(kept, DESCRIPTORS_KEPT);
    close_from(DESCRIPTORS_KEPT + 1);
    for (int file = 0; file < DESCRIPTORS_KEPT; file++)
        descriptors_discard(file);
}
