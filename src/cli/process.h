/* SPDX-License-Identifier: MIT */
/* Limits, signals and standard streams of our own process. Only src/cli/ sets any: what is below
   can run inside another program. */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include <signal.h>
#include <stdint.h>

/* Opens /dev/null for each standard stream that is closed, so that no other file gets its number.
   It is opened for reading: writing to a closed stream stays an error. */
void process_open_streams(void);

/* Makes a write beyond the limit of the size of files fail, as on a full disk, instead of killing
   the process. */
void process_ignore_full_files(void);

/* Limits the processor time of this process, and of each one that it starts, to SECONDS; a
   process that exceeds it reports so and exits with status 2. A lower limit stays. */
void process_limit_time(unsigned seconds);

/* Limits the address space likewise; then allocations fail. Has no effect under the address
   sanitizer, which reserves more than any machine has. */
void process_limit_memory(uint64_t bytes);

/* Blocks the signals that end a program, while a file is replaced: it must not be left half done.
   BEFORE gets the mask to restore. */
void process_hold_signals(sigset_t *before);
void process_release_signals(const sigset_t *before);

#endif
