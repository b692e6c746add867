/* SPDX-License-Identifier: MIT */
/* Linux's filter of system calls. */
#ifndef BASE_PROCESS_SECCOMP_H
#define BASE_PROCESS_SECCOMP_H

#include <stdbool.h>

/* From here on, this process may only compute, write to the descriptors up to LAST_FILE, and end:
   the system calls that a layout needs are allowed, with the arguments that it needs. Running a
   program and access to the memory of another process end the process (SIGSYS); all other calls
   fail with ENOSYS. Returns false if the kernel, or the headers at build time, don't have such
   filters, or if the system calls of the architecture are not known. */
bool seccomp_restrict(int last_file);

#endif
