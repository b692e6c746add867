/* SPDX-License-Identifier: MIT */
/* What becomes of a dataset's words when they are read, in place. */
#ifndef FORMAT_XML_TEXT_H
#define FORMAT_XML_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the LENGTH bytes are white space, as XML has it, and nothing else. */
bool text_is_blank(const char *text, size_t length);

/* Trims TEXT, and makes each run of white space in it one blank. */
void text_fold(char *text);

/* How much text_fold would leave of the LENGTH bytes at TEXT if more words came after them. */
size_t text_folded_length(const char *text, size_t length);

/* Replaces in the text from TEXT to END what turns the direction of text by U+FFFD, which is as
   long: what is written must be what is read. Gives the first of them; 0 if there was none. */
uint32_t text_straighten(char *text, const char *end);

#endif
