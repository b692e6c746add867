/* SPDX-License-Identifier: MIT */
/* Language tags: fa, fa-AF, zh-Hant. */
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"

/* Whether TAG has the form of a language tag: subtags of at most eight letters and digits, the
   first of letters only (RFC 5646, section 2.1). Whether they are registered is not checked. */
bool language_is_tag(const char *tag);

/* How well something in LANGUAGE serves a reader who wants the language WANTED; 0: not at all.
   Best is WANTED itself, then a language that it is a variety of, the longest first (the lookup
   of RFC 4647, section 3.4: fa for fa-AF), then a variety of it (fa-AF for fa). */
size_t language_match(const char *language, const char *wanted);

/* Appends TAG to OUT, its letters in the usual case: fa, fa-AF, zh-Hant (RFC 5646, section
   2.1.1). */
void language_write(struct buffer *out, const char *tag);

#endif
