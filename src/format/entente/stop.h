/* SPDX-License-Identifier: MIT */
/* Punctuation with which a sentence ends: within a verb or a form, it would end the sentence that
   entente writes about a relation, so that the rest looked like another sentence of entente's. */
#ifndef FORMAT_ENTENTE_STOP_H
#define FORMAT_ENTENTE_STOP_H

#include <stdbool.h>
#include <stdint.h>

/* Whether CODE is a full stop, an exclamation or question mark, a semicolon or a colon of any
   script, or looks like one. */
bool stop_is(uint32_t code);

/* Whether CODE is a bracket of any script, or looks like one. */
bool stop_is_bracket(uint32_t code);

/* Whether the character at AT sets words of TEXT apart: an arrow, a long dash, or any dash
   between spaces or beside another. */
bool stop_is_aside(const char *text, const char *at);

/* The first bracket in TEXT, the first character that sets words apart, or the first comma after
   "#", the place of names in a verb; NULL if there is none. */
const char *stop_find_aside(const char *text);

/* The first full stop, exclamation or question mark, semicolon or colon of any script in TEXT, or
   what looks like one, that is not between two digits; NULL if there is none. */
const char *stop_find(const char *text);

/* The same, without semicolons and colons, if words follow that could be another sentence: not
   after "U.S." or "2.", and not before a number or a small letter, as in "No. 1". */
const char *stop_find_between(const char *text);

#endif
