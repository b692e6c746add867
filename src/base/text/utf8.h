/* SPDX-License-Identifier: MIT */
/* Decodes UTF-8, and classifies characters by where they may be written. */
#ifndef BASE_TEXT_UTF8_H
#define BASE_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point for bytes that are not UTF-8. */
#define UTF8_REPLACEMENT UINT32_C(0xFFFD)

/* Text between these does not affect the order of the text around it (UAX 9). */
#define UTF8_RIGHT_TO_LEFT_ISOLATE "\u2067"
#define UTF8_FIRST_STRONG_ISOLATE "\u2068"
#define UTF8_POP_ISOLATE "\u2069"

/* Decodes the character at *TEXT, which is before END, and advances *TEXT. Invalid bytes (stray,
   truncated, overlong, surrogates, above U+10FFFF) yield UTF8_REPLACEMENT, once for each maximal
   subpart of a character (Unicode, section 3.9, "U+FFFD Substitution of Maximal Subparts"). Never
   reads at END or beyond. */
uint32_t utf8_next(const char **text, const char *end);

/* The length of the longest prefix of TEXT that has at most MAX bytes and ends with a whole
   character. */
size_t utf8_cut(const char *text, size_t max);

/* Whether the character CODE, which utf8_next decoded at TEXT, may be sent to a terminal. False
   for controls, including C1 (ISO 6429), for line and paragraph separators (U+2028, U+2029), for
   bidirectional controls, for invisible characters, and for invalid bytes. */
bool utf8_is_printable(uint32_t code, const char *text);

/* Whether the character CODE may be written to a file: the characters of XML, without DEL and C1
   controls, which affect a terminal that shows the file, and without bidirectional controls. */
bool utf8_is_clean(uint32_t code);

/* Whether CODE is a bidirectional control: an embedding, override or isolate of the Unicode
   Bidirectional Algorithm (UAX 9, section 2), which makes a text appear in another order than it
   is stored. The marks U+200E, U+200F and U+061C are not. */
bool utf8_is_bidi_control(uint32_t code);

/* Whether CODE shows: not white space, a control, or another invisible character. */
bool utf8_has_ink(uint32_t code);
/* Whether any character of TEXT does. */
bool utf8_is_visible(const char *text);

/* Whether CODE is white space, of any width, or a filler, which is as blank; and whether it keeps
   the words beside it on one line (U+00A0 and U+202F). */
enum utf8_space { UTF8_NO_SPACE, UTF8_SPACE, UTF8_NO_BREAK_SPACE };
enum utf8_space utf8_space(uint32_t code);

/* The direction in which the script of CODE is written (UAX 9, strong types), by block: digits,
   punctuation and symbols have none. */
enum utf8_direction { UTF8_NEUTRAL, UTF8_LEFT_TO_RIGHT, UTF8_RIGHT_TO_LEFT };
enum utf8_direction utf8_direction(uint32_t code);
/* The direction of the first letter of TEXT (UAX 9, rule P2). */
enum utf8_direction utf8_first_direction(const char *text);

#endif
