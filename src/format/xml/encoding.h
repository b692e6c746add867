/* SPDX-License-Identifier: MIT */
/* What a file's bytes are to be read as. A parser goes by a byte order mark or by the first
   bytes, whatever is declared, and only then by the declaration; places, limits and offsets are
   counted in bytes of UTF-8, and hold for nothing else. */
#ifndef FORMAT_XML_ENCODING_H
#define FORMAT_XML_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

enum { ENCODING_BYTES = 4 /* as many are looked at */, ENCODING_NAME = 64 };

/* The encoding that a file of XML begins in with the LENGTH bytes at BYTES, ENCODING_BYTES or all
   that there are, as iconv calls it; NULL if it may be UTF-8. */
const char *encoding_begun(const char *bytes, size_t length);

/* Whether the declaration that the LENGTH bytes at BYTES, a whole one among them, begin with
   names an encoding that is neither UTF-8 nor ASCII; NAME is it, cut to fit. */
bool encoding_declared(const char *bytes, size_t length, char name[ENCODING_NAME]);

#endif
