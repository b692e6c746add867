/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "base/process/capabilities.h"

#if HAVE_LINUX_CAPABILITY_H
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The system call has three sets of 64 bits, in two parts. */
enum { PARTS = _LINUX_CAPABILITY_U32S_3 };

static bool has_some(const struct __user_cap_data_struct sets[PARTS])
{
    for (int i = 0; i < PARTS; i++)
        if ((sets[i].effective | sets[i].permitted | sets[i].inheritable) != 0)
            return true;
    return false;
}

bool capabilities_drop(void)
{
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[PARTS] = {{.effective = 0}};
    /* Those that programs could get; only a privileged process may change them. */
    for (unsigned long capability = 0; capability < 64; capability++)
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0)
            break;
    if (syscall(SYS_capset, &head, sets) != 0 || syscall(SYS_capget, &head, sets) != 0)
        return false;
    return !has_some(sets);
}
#else
bool capabilities_drop(void)
{
    return false;
}
#endif
