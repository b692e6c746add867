/* SPDX-License-Identifier: MIT */
/* Detects XML files that are not UTF-8. Like a parser, it looks for a byte order mark or a
   characteristic sequence of bytes first, then for an encoding declaration. The reader accepts
   UTF-8 only, because places, limits and offsets count bytes of UTF-8. */
#ifndef FORMAT_XML_ENCODING_H
#define FORMAT_XML_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

/* A message about a file of which nothing may be quoted. */
#define ENCODING_REMEDY "this is not UTF-8; save the file as UTF-8"

enum { ENCODING_BYTES = 4 /* examined at the start of a file */, ENCODING_NAME_SIZE = 64 };

/* The encoding of an XML file that begins with the LENGTH bytes at BYTES (ENCODING_BYTES, or
   fewer if the file is shorter), by its name in iconv; NULL if it can be UTF-8. XML 1.0, appendix
   F. */
const char *encoding_detect(const char *bytes, size_t length);

/* Whether the LENGTH bytes at BYTES begin with a complete XML declaration that names an encoding
   other than UTF-8 or ASCII. If so, NAME is set to it, truncated to fit. */
bool encoding_declared(const char *bytes, size_t length, char name[ENCODING_NAME_SIZE]);

/* Whether NAME, which is not "UTF-8", is meant to be: "utf8". */
bool encoding_is_misspelled(const char *name);

/* A noun for a file that begins with the LENGTH bytes at BYTES and is not text, with its article,
   and in *REMEDY how to get text from it; NULL if it is none of those that are known. */
const char *encoding_foreign(const char *bytes, size_t length, const char **remedy);

#endif
