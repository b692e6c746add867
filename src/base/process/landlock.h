/* SPDX-License-Identifier: MIT */
/* Linux's Landlock, with which a process gives up its right to open files. */
#ifndef BASE_PROCESS_LANDLOCK_H
#define BASE_PROCESS_LANDLOCK_H

/* Prevents this process from opening files. If Graphviz's plugins are not linked in, it can still
   open files for reading, to load them. Returns the version of Landlock; 0 if the kernel, or the
   headers at build time, don't have it. */
int landlock_forbid_files(void);

#endif
