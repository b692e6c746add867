/* SPDX-License-Identifier: MIT */
/* Finds where markup begins in a UTF-8 document that arrives in pieces. A parser reports tags and
   instructions in order, but how it reports their positions differs between versions of libxml2.
   This scanner therefore goes through the same bytes, just enough to find the next '<' that the
   parser will report. It is exact for well-formed documents, and a parser stops at the first
   error. For any other input, the worst result is a wrong place in a message. */
#ifndef FORMAT_XML_MARKUP_H
#define FORMAT_XML_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/xml/cursor.h"

/* Markup that the reader wants to locate. The rest is skipped: text, end tags, comments, CDATA
   sections, and the XML declaration. */
enum markup_kind { MARKUP_SKIPPED, MARKUP_TAG, MARKUP_INSTRUCTION, MARKUP_DOCTYPE };

struct markup_form;

struct markup {
    uint64_t next;                    /* everything before this offset has been scanned */
    uint64_t begin;                   /* offset of the markup that was found last */
    const struct markup_form *inside; /* its form, while its end has not been found; else NULL */
};

/* Moves the cursor to the next markup of KIND, which must have been fed to it. Returns false,
   leaving the cursor where it was, if there is none. */
bool markup_find(struct markup *markup, struct cursor *cursor, enum markup_kind kind);

/* Moves the cursor over everything that can be skipped: to the start of markup that is incomplete
   or has not been located yet, or to the end of the bytes. */
void markup_skip(struct markup *markup, struct cursor *cursor);

/* The length in bytes of the start tag or instruction at BYTES, of which LENGTH bytes are
   available; LENGTH if it is incomplete. */
size_t markup_length(const char *bytes, size_t length);

#endif
