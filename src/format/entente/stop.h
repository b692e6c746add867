/* SPDX-License-Identifier: MIT */
/* Punctuation with which a sentence ends: within a verb or a form, it would end the sentence that
   entente writes about a relation, so that the rest looked like another sentence of entente's. */
#ifndef FORMAT_ENTENTE_STOP_H
#define FORMAT_ENTENTE_STOP_H

/* The first full stop, exclamation or question mark, semicolon or colon of any script in TEXT, or
   what looks like one, that is not between two digits; NULL if there is none. */
const char *stop_find(const char *text);

/* The same, without semicolons and colons, if words follow that could be another sentence: not
   after "U.S." or "2.", and not before a number or a small letter, as in "No. 1". */
const char *stop_find_between(const char *text);

#endif
