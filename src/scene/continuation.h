/* SPDX-License-Identifier: MIT */
/* Names that go on like a sentence of entente's: what would be read as the end of the name, and
   more that the sentence says. */
#ifndef SCENE_CONTINUATION_H
#define SCENE_CONTINUATION_H

#include <stdbool.h>

/* Whether NAME, of an actor, an event or a source, or a form, has, with a small letter if its
   script has any,

   - a word that begins a clause, or a finite verb: "that", "while", "is";
   - one that turns a sentence round, or says how sure it is: "never", "allegedly";
   - after the first word, one of entente's verb phrases: "is hostile to", or "funds" before a
     capital letter or an article; after a conjunction or a comma, any verb in "s" or "ed";
   - what entente writes before a source or a date, in any language: "through", "since", "in the
     2010s", "from the outset", or a day;

   or an English verb at the end after a comma and a name ("Bravo, AP adds"); or whether it begins
   with "not", or is "each other". A word that a hyphen joins to another is none of these words.
   Sets *FAILED if there is no memory. */
bool continuation_is_in(const char *name, bool *failed);

#endif
