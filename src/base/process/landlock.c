/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/landlock.h"

#if HAVE_LINUX_LANDLOCK_H
#include <linux/landlock.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Coverage data is written to files at exit. */
#if COVERAGE
enum { MAY_OPEN = true };
#else
enum { MAY_OPEN = false };
#endif

/* Graphviz's plugins that are not linked in are loaded on demand. */
#if HAVE_GVPLUGINS
#define READING                                                                                  \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#else
#define READING 0
#endif

/* The access rights to deny. Each version of Landlock adds some, so that version N has the lowest
   known[N] bits. No rule grants any of them back. */
static uint64_t files_forbidden(int version)
{
    static const unsigned known[] = {0, 13, 14, 15, 15, 16};
    const unsigned all = (1u << known[version < 5 ? version : 5]) - 1;
    const unsigned reading =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    return (all & ~reading) | READING;
}

int landlock_forbid_files(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    const struct landlock_ruleset_attr rules = {.handled_access_fs =
                                                    files_forbidden((int)version)};
    const long ruleset =
        syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (ruleset < 0)
        return 0;
    const long done = MAY_OPEN ? 0 : syscall(SYS_landlock_restrict_self, (int)ruleset, 0);
    close((int)ruleset);
    return done == 0 ? (int)version : 0;
}
#else
int landlock_forbid_files(void)
{
    return 0;
}
#endif
