/* SPDX-License-Identifier: MIT */
/* Texts as they look: in small letters without accents, with the letters that others can be
   confused with, and one space for what separates words. Compared with lists of words, whatever
   script or form of its letters a text has. */
#ifndef SCENE_FOLDING_H
#define SCENE_FOLDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"

/* Appends the text from START to END, folded. Like the next, sets OUT to failed if there is no
   memory. */
void folding_add(struct buffer *out, const char *start, const char *end);

/* Appends the words of TEXT, folded, each between spaces: " arms to ". */
void folding_add_words(struct buffer *out, const char *text);

/* Whether FOLDED, by folding_add_words, has one of WORDS anywhere, or begins with one. They are
   folded as well, and NULL follows them; one without a space at its end may go on: " denie". */
bool folding_has_any(const char *folded, const char *const words[]);
bool folding_begins_with_any(const char *folded, const char *const words[]);

/* Whether CODE is, or looks like, a small letter of a script that has capitals. */
bool folding_is_small(uint32_t code);

/* Whether CODE takes no room, so that the word around it goes on. */
bool folding_is_invisible(uint32_t code);

#endif
