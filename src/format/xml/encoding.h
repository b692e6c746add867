/* SPDX-License-Identifier: MIT */
/* What a file's bytes are read as. libxml2 goes by a byte order mark or by the first bytes,
   whatever is declared, and only then by the declaration; places, limits and offsets are counted
   in bytes of UTF-8, and hold for nothing else. */
#ifndef FORMAT_XML_ENCODING_H
#define FORMAT_XML_ENCODING_H

#include <libxml/parser.h>
#include <stddef.h>

enum { ENCODING_BYTES = 4 }; /* as many are looked at */

/* The encoding that a file of XML begins in with the LENGTH bytes at BYTES, ENCODING_BYTES or all
   that there are, as iconv calls it; NULL if it may be UTF-8. */
const char *encoding_begun(const char *bytes, size_t length);

/* The encoding that PARSER, which is past the declaration, reads in; NULL if it is UTF-8 or
 * ASCII.
 */
const char *encoding_read(const xmlParserCtxt *parser);

#endif
