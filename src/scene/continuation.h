/* SPDX-License-Identifier: MIT */
/* Names that go on like a sentence of entente's: what would be read as the end of the name, and
   more that the sentence says. */
#ifndef SCENE_CONTINUATION_H
#define SCENE_CONTINUATION_H

#include <stdbool.h>

/* Whether NAME has, after its first word and with a small letter if its script has any,

   - a word that begins a clause, or a finite verb: "that", "while", "is";
   - one of entente's verb phrases: "is hostile to", or "funds" before a capital letter;
   - a word before a source or a date, as entente adds them: "through", "since", "in 2021";

   or an English verb at the end after a comma and a name ("Bravo, AP adds"); or whether it is
   "each other". Sets *FAILED if there is no memory. */
bool continuation_is_in(const char *name, bool *failed);

#endif
