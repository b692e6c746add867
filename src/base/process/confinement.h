/* SPDX-License-Identifier: MIT */
/* Confines a child process with the system's means, as a second line of defence after the limits
   on the input. For forked children only. Each measure is taken as far as the system supports
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
    bool privileges;   /* see confinement_drop_privileges */
    bool capabilities; /* it has none left */
    bool hidden;       /* its memory and files are hidden from other processes of the user */
    int landlock;      /* version of landlock(7); 0: not available. See landlock_restrict */
    bool seccomp;      /* see seccomp_restrict */
};

/* Restricts this process to computing, and writing to the file *KEPT, whose descriptor changes.
   All other files are closed, the environment is emptied, and no file can be opened. Cannot be
   undone. */
struct confinement confinement_enter(int *kept);

#endif
