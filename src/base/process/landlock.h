/* SPDX-License-Identifier: MIT */
/* Linux's Landlock, by which a process gives up its right to open files. */
#ifndef BASE_PROCESS_LANDLOCK_H
#define BASE_PROCESS_LANDLOCK_H

/* From here on this process can open no file; it may read those of Graphviz's plugins where they
   are not linked. The version of Landlock that sees to it; 0 if there is none, in the kernel or
   in what this was built with. */
int landlock_forbid_files(void);

#endif
