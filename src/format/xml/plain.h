/* SPDX-License-Identifier: MIT */
/* Reads plain markup without libxml2, which takes several times as long: between the root's tags,
   elements of the vocabulary with attributes of theirs, and text of UTF-8 with the five
   predefined entities. At the first byte that may be anything else (a comment, an error, the end
   of the root), everything from there on is left to libxml2, so that there is one judge of what
   is well-formed. Both pass the same to the grammar and to the messages. */
#ifndef FORMAT_XML_PLAIN_H
#define FORMAT_XML_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "format/xml/sax.h"

/* Zero-initialize it. */
struct plain {
    bool active; /* what has been fed to the cursor is read here, not by libxml2 */
    uint64_t at; /* the offset up to which it has been read */
};

/* The number of bytes up to the end of the root's start tag, all of which the cursor has; 0: it
   does not have the whole tag. */
size_t plain_find_root(const struct document *document);

/* Becomes active if libxml2, to which FED bytes have been passed, is right behind the root's
   start tag, and if the root declares its namespace as that of all elements. */
void plain_begin(struct plain *plain, const struct sax *sax, size_t fed);

/* Reads what the cursor has, but for markup that has not been received completely. May leave the
   rest of the document to libxml2; then it is no longer active. */
void plain_read(struct plain *plain, struct sax *sax);

/* Leaves the rest of the document to libxml2. */
void plain_end(struct plain *plain, struct sax *sax);

#endif
