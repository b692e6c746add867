/* SPDX-License-Identifier: MIT */
/* Normalizes text that has been read, in place. */
#ifndef FORMAT_XML_TEXT_H
#define FORMAT_XML_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the LENGTH bytes are all white space, as XML defines it. */
bool text_is_blank(const char *text, size_t length);

/* Trims TEXT, and replaces each run of white space of any kind (utf8_space) in it with one space,
   or with U+00A0 or U+202F if it begins with that; characters between that cannot be seen are no
   end of a run. So no text can be padded until what follows begins a line. */
void text_fold(char *text);

/* Whether text_fold would change nothing. */
bool text_is_folded(const char *text);

/* The number of bytes that text_fold would leave of the LENGTH bytes at TEXT if more words
   followed. */
size_t text_folded_length(const char *text, size_t length);

/* The same, counted on while the text grows by whole characters. Zero it before use. */
struct text_length {
    size_t counted, folded; /* bytes */
    bool inked;             /* something could be seen since the last white space */
};
size_t text_count_on(struct text_length *length, const char *text, size_t count);

/* Replaces bidirectional controls (utf8_is_bidi_control) in the text from TEXT to END with
   U+FFFD, which has the same length, so that text is displayed in the order in which it is
   stored. Returns the first of them; 0 if there is none. */
uint32_t text_replace_bidi_controls(char *text, const char *end);

#endif
