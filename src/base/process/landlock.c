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

/* The rights to deny; no rule grants any of them back. As in the current kernel's struct
   landlock_ruleset_attr, which the headers may have without its later members. */
struct rights {
    uint64_t files;
    uint64_t network; /* 1: bind, 2: connect */
    uint64_t scopes;  /* 1: abstract Unix sockets, 2: signals */
};

/* Each version of Landlock adds rights to files: version N has the lowest known[N] bits. */
static uint64_t files_forbidden(int version)
{
    static const unsigned known[] = {0, 13, 14, 15, 15, 16};
    const unsigned all = (1u << known[version < 5 ? version : 5]) - 1;
    const unsigned reading =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    return (all & ~reading) | READING;
}

/* The size of the rights that VERSION knows. */
static size_t rights_size(int version)
{
    return version >= LANDLOCK_SIGNALS   ? sizeof(struct rights)
           : version >= LANDLOCK_NETWORK ? offsetof(struct rights, scopes)
                                         : offsetof(struct rights, network);
}

int landlock_restrict(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    const struct rights rights = {
        .files = files_forbidden((int)version), .network = 1 | 2, .scopes = 1 | 2};
    const long ruleset =
        syscall(SYS_landlock_create_ruleset, &rights, rights_size((int)version), 0);
    if (ruleset < 0)
        return 0;
    const long done = MAY_OPEN ? 0 : syscall(SYS_landlock_restrict_self, (int)ruleset, 0);
    close((int)ruleset);
    return done == 0 ? (int)version : 0;
}
#else
int landlock_restrict(void)
{
    return 0;
}
#endif
