/* SPDX-License-Identifier: MIT */
/* Which addresses may become links. */
#ifndef BASE_TEXT_ADDRESS_H
#define BASE_TEXT_ADDRESS_H

#include <stddef.h>

/* ADDRESS without the white space around it, LENGTH bytes; NULL if it may not be a link. One that
   may begins with http:, https: or mailto:, in any case of letters, or is a place in the same
   document, "#…". ADDRESS is decoded already. What a browser skips before a scheme or inside it
   (controls and blanks: WHATWG URL, section 4.4) is no way around: an address that holds one is
   refused. */
const char *address_trim(const char *address, size_t *length);

#endif
