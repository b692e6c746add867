/* SPDX-License-Identifier: MIT */
/* Verbs of a dataset that say more than what one party does to the other: they are not used in
   sentences (sentence.h). */
#ifndef SCENE_VERB_MIMICRY_H
#define SCENE_VERB_MIMICRY_H

#include <stdbool.h>

/* Whether VERB, without "may in future" and with # for the other party, could pass for more than
   a verb: for another relation ("arms Charlie and"), for who asserts this one ("is said by AP to
   arm"), or for a date ("arms # since 2021"). It could with

   - anything but small Latin letters, hyphens, apostrophes, commas, and digits that stand alone;
   - a word that joins clauses or parties ("and", "which", "unless"), or "as" before anything but
     an article or a possessive ("uses # as a proxy");
   - a word that reports a claim ("proven", "said"), unless it is the verb itself ("reports to"),
     or "by" or "through" anywhere but before the other party; or one of others' opinions ("is
     thought to arm");
   - a word that says whether, how surely or when ("never", "probably", "may", "in march"); but
     "does not recognise" is a verb;
   - after the other party, anything but a preposition or an adverb in "ly"; before it, a comma
     with other words.

   Sets *FAILED if there is no memory. */
bool verb_mimicry_is_in(const char *verb, bool *failed);

#endif
