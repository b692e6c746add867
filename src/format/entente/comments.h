/* SPDX-License-Identifier: MIT */
/* Comments and processing instructions of a dataset, and the elements next to them (trivia.h). */
#ifndef FORMAT_ENTENTE_COMMENTS_H
#define FORMAT_ENTENTE_COMMENTS_H

#include "format/entente/reading.h"
#include "format/xml/reader_grammar.h"

/* Keeps a comment. In an element of text its place is known; any other is placed by the start tag
   or the end tag that follows. */
enum status comments_add(struct reading *reading, size_t rule,
                         const struct reader_comment *comment);

/* Places the comments since the last tag: before ELEMENT, which begins, or in it, at its end. */
void comments_place(struct reading *reading, struct trivia_element element, bool before);

/* The element of RULE that is added next to NETWORK. */
struct trivia_element comments_next_element(const struct network *network, enum rule rule);

#endif
