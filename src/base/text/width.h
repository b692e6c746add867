/* SPDX-License-Identifier: MIT */
/* How wide a text is on a terminal. */
#ifndef BASE_TEXT_WIDTH_H
#define BASE_TEXT_WIDTH_H

#include <stddef.h>

/* The columns that TEXT, in UTF-8, takes: none for combining marks and marks of direction, two
   for the wide characters of East Asia (Unicode Standard Annex 11), else one. The same in every
   locale. */
size_t width_of(const char *text);

/* The same of LENGTH bytes of it. */
size_t width_of_part(const char *text, size_t length);

#endif
