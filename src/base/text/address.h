/* SPDX-License-Identifier: MIT */
/* Addresses that are safe as links. */
#ifndef BASE_TEXT_ADDRESS_H
#define BASE_TEXT_ADDRESS_H

#include <stddef.h>

/* Trims white space from ADDRESS, whose entities are decoded: returns its start and sets *LENGTH
   to its length in bytes. Returns NULL if it is not safe as a link. The safe schemes are http:,
   https: and mailto:, in upper or lower case; "#…", a place in the same document, is safe too.
   Browsers skip control characters and spaces before and inside a scheme (WHATWG URL, section
   4.4), so an address that contains any is not safe. */
const char *address_trim(const char *address, size_t *length);

#endif
