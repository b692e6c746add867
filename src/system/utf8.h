/* SPDX-License-Identifier: MIT */
#ifndef ENTENTE_SYSTEM_UTF8_H
#define ENTENTE_SYSTEM_UTF8_H

#include <stdbool.h>
#include <stdint.h>

/* What stands for bytes that are not UTF-8. */
#define UTF8_REPLACEMENT UINT32_C(0xFFFD)

/* Decodes the code point at *TEXT and moves *TEXT behind it. There must be at least one byte
   before END. Bytes that are not UTF-8 (stray, cut off, overlong, surrogates, above U+10FFFF)
   give UTF8_REPLACEMENT, one for each longest run that could have begun a character (Unicode,
   section 3.9, "U+FFFD Substitution of Maximal Subparts"). Never reads at or behind END. */
uint32_t utf8_next(const char **text, const char *end);

/* Whether the character CODE, which utf8_next found at TEXT, may reach a terminal as it stands.
   Controls may not, those of ISO 6429's C1 among them; nor bytes that are not UTF-8. */
bool utf8_is_shown(uint32_t code, const char *text);

#endif
