/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/confinement.h"

#include <sys/resource.h>
#include <unistd.h>
#if HAVE_SYS_PRCTL_H
#include <signal.h>
#include <sys/prctl.h>
#endif

#include "base/process/capabilities.h"
#include "base/process/descriptors.h"
#include "base/process/environment.h"
#include "base/process/landlock.h"
#include "base/process/seccomp.h"

/* Coverage data is written to files at exit. */
#if COVERAGE
enum { MAY_WRITE = true };
#else
enum { MAY_WRITE = false };
#endif
/* Graphviz's plugins that are not linked in are loaded on demand. */
#if HAVE_GVPLUGINS
enum { MAY_READ = MAY_WRITE };
#else
enum { MAY_READ = true };
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

static bool hide(void)
{
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}
#else
void confinement_follow_parent(void)
{
}

bool confinement_drop_privileges(void)
{
    return false;
}

static bool hide(void)
{
    return false;
}
#endif

/* Limits that any system has: no byte written to a file, no file opened, no process started. Open
   files stay usable; pipes have no size. */
static void set_limits(void)
{
    const struct rlimit none = {0, 0};
    if (!MAY_WRITE)
        setrlimit(RLIMIT_FSIZE, &none);
    if (!MAY_READ)
        setrlimit(RLIMIT_NOFILE, &none);
    setrlimit(RLIMIT_NPROC, &none);
}

struct confinement confinement_enter(int *kept)
{
    descriptors_keep_only(*kept);
    *kept = DESCRIPTORS_KEPT;
    environment_wipe();
    struct confinement confinement = {.privileges = confinement_drop_privileges(),
                                      .capabilities = capabilities_drop(),
                                      .hidden = hide()};
    confinement.landlock = landlock_restrict();
    set_limits();
    confinement.seccomp = seccomp_restrict(DESCRIPTORS_KEPT);
    return confinement;
}
