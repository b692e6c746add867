/* SPDX-License-Identifier: MIT */
/* Words that are neither built in nor declared: forms of relation types, and kinds of actor. Both
   lists are open, so such a word is used, but with a warning, as it may be a mistake. */
#ifndef FORMAT_ENTENTE_UNDECLARED_H
#define FORMAT_ENTENTE_UNDECLARED_H

#include "format/entente/reading.h"
#include "format/xml/document.h"

/* Warns that WORD is unknown as a form of TYPE, or as a kind of KIND: names the nearest word, or
   else those that there are, and how to declare it. */
void undeclared_warn_of_form(const struct reading *reading, struct document *document,
                             enum relation_type type, const char *word);
void undeclared_warn_of_kind(const struct reading *reading, struct document *document,
                             enum vertex_kind kind, const char *word);

#endif
