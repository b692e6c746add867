/* SPDX-License-Identifier: MIT */
/* Linux's filter of system calls. */
#ifndef BASE_PROCESS_SECCOMP_H
#define BASE_PROCESS_SECCOMP_H

#include <stdbool.h>

/* From here on this process can open no sockets, run no programs, start no processes and change
   no files. False if there is no filter, in the kernel or in what this was built with, or if the
   machine's calls are not known. */
bool seccomp_forbid_calls(void);

#endif
