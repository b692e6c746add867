/* SPDX-License-Identifier: MIT */
/* Confines a child process with the kernel's means, as a second line of defence after the limits
   on the input. For forked children only. Each measure is taken as far as the kernel supports
   it. */
#ifndef BASE_PROCESS_CONFINEMENT_H
#define BASE_PROCESS_CONFINEMENT_H

#include <stdbool.h>

/* Arranges for this process to be killed when its parent ends, on systems that can do so. */
void confinement_follow_parent(void);

/* Programs executed from here on gain no privileges (PR_SET_NO_NEW_PRIVS). False: not supported.
 */
bool confinement_drop_privileges(void);

/* The measures that were taken. */
struct confinement {
    bool privileges; /* see confinement_drop_privileges */
    int landlock;    /* version of landlock(7), which prevents opening files; 0: not available */
    bool seccomp;    /* seccomp(2): no sockets, programs, processes, or changes to files */
};

/* Restricts this process to computing, and writing to its open files. Cannot be undone. */
struct confinement confinement_enter(void);

#endif
