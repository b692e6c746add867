/* SPDX-License-Identifier: MIT */
/* Addresses that are safe as links. */
#ifndef BASE_TEXT_ADDRESS_H
#define BASE_TEXT_ADDRESS_H

#include <stddef.h>

/* ADDRESS, which is decoded, without surrounding white space: LENGTH bytes. NULL if it is not
   safe as a link. Safe are http:, https: and mailto:, in either case, and "#…", a place in the
   same document. Browsers skip controls and blanks before and in a scheme (WHATWG URL,
   section 4.4): an address that has any inside is not safe. */
const char *address_trim(const char *address, size_t *length);

#endif
