/* SPDX-License-Identifier: MIT */
/* Words for a command line that the user may copy. */
#ifndef BASE_TEXT_SHELL_H
#define BASE_TEXT_SHELL_H

#include "base/memory/buffer.h"

/* Appends WORD as a shell (POSIX.1-2024, section 2.2) has to be given it: as it stands if it is
   plain, in quotes otherwise. What may not reach a terminal is written in octal. */
void shell_word(struct buffer *out, const char *word);

#endif
