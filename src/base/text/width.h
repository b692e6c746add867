/* SPDX-License-Identifier: MIT */
/* The width of text on a terminal. */
#ifndef BASE_TEXT_WIDTH_H
#define BASE_TEXT_WIDTH_H

#include <stddef.h>

/* The number of columns that TEXT, in UTF-8, occupies: 0 for combining and directional marks, 2
   for wide characters of East Asia (Unicode Standard Annex 11), 1 for others. The locale has no
   effect. */
size_t width_of(const char *text);

/* The same for the first LENGTH bytes. */
size_t width_of_part(const char *text, size_t length);

#endif
