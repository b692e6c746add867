/* SPDX-License-Identifier: MIT */
/* Linux's Landlock, with which a process gives up rights. */
#ifndef BASE_PROCESS_LANDLOCK_H
#define BASE_PROCESS_LANDLOCK_H

/* The versions of Landlock from which on it restricts TCP, and signals to other processes. */
enum { LANDLOCK_NETWORK = 4, LANDLOCK_SIGNALS = 6 };

/* Prevents this process from opening files, from TCP connections, and from sending signals to
   other processes, as far as the kernel's version of Landlock can do so. If Graphviz's plugins
   are not linked in, it can still open files for reading, to load them. Returns the version; 0 if
   the kernel, or the headers at build time, don't have Landlock. */
int landlock_restrict(void);

#endif
