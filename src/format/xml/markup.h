/* SPDX-License-Identifier: MIT */
/* Where markup begins in a document of UTF-8 that comes in pieces. A parser tells of tags and of
   instructions in their order, but where they stand it tells otherwise in each of its versions;
   so the same bytes are gone through here, as far as it takes to find the next '<' that matters.
   That is sure as long as the document is well-formed, and a parser tells no more where it is
   not. Whatever the bytes are, nothing but a wrong place can come of it. */
#ifndef FORMAT_XML_MARKUP_H
#define FORMAT_XML_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/xml/cursor.h"

/* What a parser tells of. The rest is passed over: text, end tags, comments, CDATA sections, and
   the declaration that a document begins with. */
enum markup_kind { MARKUP_PASSED, MARKUP_TAG, MARKUP_INSTRUCTION, MARKUP_DOCTYPE };

struct markup_form;

struct markup {
    uint64_t next;                    /* all before this offset has been gone through */
    uint64_t begin;                   /* of what it is in, */
    const struct markup_form *inside; /* which is this; NULL if it is in none */
};

/* Moves the cursor to the next thing of KIND, which must have been fed to it. False, with the
   cursor as it was, if it is not there. */
bool markup_find(struct markup *markup, struct cursor *cursor, enum markup_kind kind);

/* Moves the cursor over what is passed, to what is not complete yet or has not been asked for. Of
   a text and of a CDATA section, nothing is held back. */
void markup_settle(struct markup *markup, struct cursor *cursor);

/* How long the start tag or instruction at BYTES is, of which LENGTH are there; LENGTH, if it
   goes on. */
size_t markup_length(const char *bytes, size_t length);

#endif
