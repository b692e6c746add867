/* SPDX-License-Identifier: MIT */
#ifndef BASE_TEXT_UTF8_H
#define BASE_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands for bytes that are not UTF-8. */
#define UTF8_REPLACEMENT UINT32_C(0xFFFD)

/* Decodes the code point at *TEXT and moves *TEXT behind it. There must be at least one byte
   before END. Bytes that are not UTF-8 (stray, cut off, overlong, surrogates, above U+10FFFF)
   give UTF8_REPLACEMENT, one for each longest run that could have begun a character (Unicode,
   section 3.9, "U+FFFD Substitution of Maximal Subparts"). Never reads at or behind END. */
uint32_t utf8_next(const char **text, const char *end);

/* How many bytes of TEXT, MOST at the most, can be taken without cutting a character. */
size_t utf8_cut(const char *text, size_t most);

/* Whether the character CODE, which utf8_next found at TEXT, may reach a terminal as it stands.
   Controls may not, those of ISO 6429's C1 among them; nor those that turn the direction of text
   or end a line or a paragraph (U+2028, U+2029), or can't be seen at all; nor bytes that are not
   UTF-8. */
bool utf8_is_shown(uint32_t code, const char *text);

/* Whether a file that we write may bear the character CODE: all that XML may hold but the
   controls of C1 and DEL, which a terminal obeys that the file is shown on, and what turns the
   direction of text. Tabs and ends of lines may stand. */
bool utf8_is_clean(uint32_t code);

/* Whether CODE turns the direction of all that follows until it is undone: the embeddings,
   overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, section 2). They make a
   text read otherwise than it is written. The marks U+200E, U+200F and U+061C do not. */
bool utf8_is_turn(uint32_t code);

#endif
