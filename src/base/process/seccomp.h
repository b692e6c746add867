/* SPDX-License-Identifier: MIT */
/* Linux's filter of system calls. */
#ifndef BASE_PROCESS_SECCOMP_H
#define BASE_PROCESS_SECCOMP_H

#include <stdbool.h>

/* Prevents this process from opening sockets, running programs, starting processes and changing
   files. False if the kernel, or the headers at build time, don't have such filters, or if the
   system calls of the architecture are not known. */
bool seccomp_forbid_calls(void);

#endif
