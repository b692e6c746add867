/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/confinement.h"

#include <sys/resource.h>
#include <unistd.h>
#if HAVE_SYS_PRCTL_H
#include <signal.h>
#include <sys/prctl.h>
#endif

#include "base/process/landlock.h"
#include "base/process/seccomp.h"

/* Coverage data is written to files at exit. */
#if COVERAGE
enum { MAY_WRITE = true };
#else
enum { MAY_WRITE = false };
#endif

#if HAVE_SYS_PRCTL_H
void confinement_follow_parent(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

bool confinement_drop_privileges(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}
#else
void confinement_follow_parent(void)
{
}

bool confinement_drop_privileges(void)
{
    return false;
}
#endif

struct confinement confinement_enter(void)
{
    const struct rlimit none = {0, 0};
    struct confinement confinement = {.privileges = confinement_drop_privileges()};
    if (!MAY_WRITE)
        setrlimit(RLIMIT_FSIZE, &none);
    confinement.landlock = landlock_forbid_files();
    confinement.seccomp = seccomp_forbid_calls();
    return confinement;
}
