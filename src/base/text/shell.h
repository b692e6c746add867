/* SPDX-License-Identifier: MIT */
/* Words of a command line that can be pasted into a shell. */
#ifndef BASE_TEXT_SHELL_H
#define BASE_TEXT_SHELL_H

#include <stdbool.h>

#include "base/memory/buffer.h"

/* Appends WORD, quoted for the shell if necessary (POSIX.1-2024, section 2.2). Characters that
   must not reach a terminal, and signs that a CI service could take for the start of a command
   (escape_for_log), are written in octal. */
void shell_word(struct buffer *out, const char *word);

/* Appends the word of a command line at *AT, as shell_word writes them, to WORD, and moves *AT to
   the start of the next one, or the end. False if there is no word, or it isn't written so. */
bool shell_next(const char **at, struct buffer *word);

#endif
