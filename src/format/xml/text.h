/* SPDX-License-Identifier: MIT */
/* Normalizes text that has been read, in place. */
#ifndef FORMAT_XML_TEXT_H
#define FORMAT_XML_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the LENGTH bytes are all white space, as XML defines it. */
bool text_is_blank(const char *text, size_t length);

/* Replaces the characters from TEXT to END that end a line, but are no white space for XML
   (U+0085, U+2028, U+2029), with spaces, as many as they have bytes. */
void text_blank_separators(char *text, const char *end);

/* Trims TEXT, and replaces each run of white space in it, and of the separators above, with one
   space. */
void text_fold(char *text);

/* Whether text_fold would change nothing. */
bool text_is_folded(const char *text);

/* The number of bytes that text_fold would leave of the LENGTH bytes at TEXT if more words
   followed. */
size_t text_folded_length(const char *text, size_t length);

/* The same, counted on while the text grows. Zero it before use. */
struct text_length {
    size_t counted, folded; /* bytes */
    bool inked;             /* the last byte was no white space */
};
size_t text_count_on(struct text_length *length, const char *text, size_t count);

/* Replaces bidirectional controls (utf8_is_bidi_control) in the text from TEXT to END with
   U+FFFD, which has the same length, so that text is displayed in the order in which it is
   stored. Returns the first of them; 0 if there is none. */
uint32_t text_replace_bidi_controls(char *text, const char *end);

#endif
