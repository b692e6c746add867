/* SPDX-License-Identifier: MIT */
/* Records comments and processing instructions, and their positions (trivia.h). */
#ifndef FORMAT_ENTENTE_COMMENTS_H
#define FORMAT_ENTENTE_COMMENTS_H

#include "format/entente/reading.h"
#include "format/xml/reader_grammar.h"

/* Adds a comment in an element of RULE. In an element that contains text its position is known;
   any other is placed when the next tag is read. */
enum status comments_add(struct reading *reading, size_t rule,
                         const struct reader_comment *comment);

/* Sets the position of the comments since the last tag: before ELEMENT, which has just started,
   or if not BEFORE, at its end. */
void comments_place(struct reading *reading, struct trivia_element element, bool before);

/* Places comments that directly precede a quote, which has just started after OFFSET bytes of its
   claim's text, before the quote. */
void comments_place_before_quote(struct reading *reading, uint32_t offset);

/* The next element of RULE that will be added to NETWORK. */
struct trivia_element comments_next_element(const struct network *network,
                                            enum grammar_rule rule);

#endif
