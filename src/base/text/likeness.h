/* SPDX-License-Identifier: MIT */
/* Names as they are compared: what looks the same is the same. */
#ifndef BASE_TEXT_LIKENESS_H
#define BASE_TEXT_LIKENESS_H

#include "base/memory/buffer.h"

enum likeness { LIKENESS_EXACT, LIKENESS_CASELESS };

/* Appends TEXT with each run of white space of any kind (utf8_space) as one space, none at its
   ends, and without the characters that cannot be seen, which Unicode calls ignorable (UAX 44,
   Default_Ignorable_Code_Point), but for ASCII controls; CASELESS: with ASCII letters in small
   letters. A text in which nothing can be seen is appended as it is. */
void likeness_add(struct buffer *out, const char *text, enum likeness likeness);

#endif
