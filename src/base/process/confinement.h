/* SPDX-License-Identifier: MIT */
/* Confines a child process: what the kernel lets it do, beyond all limits on the input. For
   forked children only. Each measure is taken as far as the kernel supports it. */
#ifndef BASE_PROCESS_CONFINEMENT_H
#define BASE_PROCESS_CONFINEMENT_H

#include <stdbool.h>

/* This process is killed when its parent ends; on systems that cannot do so, after SECONDS and
   one more, unless SECONDS is 0. */
void confinement_follow_parent(unsigned seconds);

/* Programs run from here on gain no privileges (PR_SET_NO_NEW_PRIVS). False: not supported. */
bool confinement_drop_privileges(void);

/* The measures that were taken. */
struct confinement {
    bool privileges; /* see confinement_drop_privileges */
    int landlock;    /* the version of landlock(7), with which no file can be opened; 0: none */
    bool calls;      /* seccomp(2): no sockets, programs, processes, or changes to files */
};

/* Restricts this process to computing, and writing to its open files. Cannot be undone. */
struct confinement confinement_enter(void);

#endif
