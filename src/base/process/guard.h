/* SPDX-License-Identifier: MIT */
/* The last guards, under all limits that are counted: what the kernel lets a process have and do.
   Each is set as far as the kernel can; what it can't is no error. */
#ifndef BASE_PROCESS_GUARD_H
#define BASE_PROCESS_GUARD_H

#include <stdbool.h>
#include <stdint.h>

/* This process, and each one that it starts, gets SECONDS of the processor's time; then it says
   so and ends with status 2. A limit that is tighter already stays. */
void guard_processor(unsigned seconds);

/* The same for BYTES of address space; then allocations fail. Not in a program with the address
   sanitizer, which reserves more than any machine has. */
void guard_memory(uint64_t bytes);

/* A write that a limit of the size of files forbids fails as on a full disk, and kills nobody. */
void guard_writes(void);

/* This process is killed when its parent ends; on a system that can't do that, by the clock, one
   second after SECONDS, if they are not 0. */
void guard_orphan(unsigned seconds);

/* From here on a program that is run gives no new privileges. False if the system can't do that.
 */
bool guard_privileges(void);

/* What guard_confine could do. */
struct guards {
    bool privileges; /* see guard_privileges */
    int landlock;    /* version of landlock(7), by which no file can be opened; 0: none */
    bool calls;      /* seccomp(2): no sockets, no programs, no processes, no files changed */
};

/* Shuts this process, which from here on only computes and writes to what it has open, off from
   the rest of the machine. Nothing can be undone. */
struct guards guard_confine(void);

#endif
