/* SPDX-License-Identifier: MIT */
/* Long texts for a line of a report: of one that differs from another, the words around that. */
#ifndef BASE_TEXT_EXCERPT_H
#define BASE_TEXT_EXCERPT_H

#include "base/memory/buffer.h"

/* Appends TEXT, in which white space becomes spaces; if it has more than LONGEST bytes, only so
   many of them, with "…" where something was cut off: from the start, or from a few words before
   what is other in OTHER, if that is not NULL. */
void excerpt_add(struct buffer *out, const char *text, const char *other, size_t longest);

/* The same, escaped for a terminal. */
void excerpt_for_terminal(struct buffer *out, const char *text, const char *other,
                          size_t longest);

#endif
