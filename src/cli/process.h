/* SPDX-License-Identifier: MIT */
/* Limits, signals and standard streams of our own process. Only src/cli/ changes these, since all
   other code may run inside another program. */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include <signal.h>
#include <stdint.h>

#include "base/message.h"

/* Opens /dev/null in place of each closed standard stream, so that no other file gets its
   descriptor. It is opened read-only, so that writing to a closed stream is still an error. */
void process_open_streams(void);

/* Makes options mean the same in every environment: with POSIXLY_CORRECT, getopt_long would take
   options behind an operand for operands. */
void process_clear_environment(void);

/* Sets up signals, whatever the parent process has ignored or blocked: a child that ends can be
   waited for, and a write beyond the file size limit fails, as on a full disk, instead of killing
   the process. */
void process_set_signals(void);

/* Raises the limit of the stack to 8 MB, or to as much as this process may have. Less than 1 MB
   is an error, since recursion in libraries would crash. */
enum status process_raise_stack(struct messages *messages);

/* Limits the processor time of this process, and of each process it starts, to SECONDS. A process
   that exceeds the limit reports an error and exits with status 2. A lower limit is kept. */
void process_limit_time(unsigned seconds);

/* Limits the address space likewise; beyond the limit, allocations fail. Has no effect under
   AddressSanitizer, which reserves more address space than any limit. */
void process_limit_memory(uint64_t bytes);

/* Block the signals that terminate a program while a file is being replaced, so that no partial
   or temporary file is left behind; and unblock them. *BEFORE is the mask to restore. */
void process_block_signals(sigset_t *before);
void process_unblock_signals(const sigset_t *before);

/* Holds back the signals by which a user ends a program, unless they are ignored, so that it can
   end by itself: process_ending_signal returns one that has come, and takes it away; 0: none.
   *BEFORE is the mask to restore. */
void process_hold_endings(sigset_t *before);
int process_ending_signal(void);

/* Ends the program as SIGNAL_NUMBER would have; shells then show 128 plus that number. */
_Noreturn void process_end_by(int signal_number);

/* Blocks only the signal of a pipe without a reader, so that writing to it reports an error
   first. process_unblock_signals undoes it. */
void process_block_broken_pipes(sigset_t *before);

#endif
