/* SPDX-License-Identifier: MIT */
/* Appends text from untrusted files to a buffer, with replacements for unsafe characters. */
#ifndef BASE_TEXT_ESCAPE_H
#define BASE_TEXT_ESCAPE_H

#include <stddef.h>

#include "base/memory/buffer.h"

/* For a terminal: bytes of characters that must not be shown (utf8_is_printable), such as
   controls and line breaks, become "\x1B". */
void escape_for_terminal(struct buffer *buffer, const char *text, size_t length);

/* For a line of a log that a CI service reads, which takes some texts for commands: "##[error]",
   "##vso[…]" and "##teamcity[…]" anywhere, and "::error::" at the start of the line. One of the
   signs that make it a command becomes "\x23" or "\x3A". TEXT is the whole line. */
void escape_for_log(struct buffer *buffer, const char *text, size_t length);

/* For a file: invalid UTF-8, and characters that must not be written (utf8_is_clean), become
   U+FFFD. Isolates, U+2068 and U+2069, are kept if each has its counterpart in TEXT: then they
   cannot affect anything around it (UAX 9, BD9). */
void escape_for_file(struct buffer *buffer, const char *text, size_t length);

/* Like escape_for_file, for a string; also replaces each character that is in SPECIAL, all ASCII,
   with the string that ESCAPED returns for it. */
void escape_special(struct buffer *buffer, const char *text, const char *special,
                    const char *(*escaped)(char));

#endif
