/* SPDX-License-Identifier: MIT */
/* Verbs of a dataset that say more than what one party does to the other: they are not used in
   sentences (sentence.h). */
#ifndef SCENE_VERB_MIMICRY_H
#define SCENE_VERB_MIMICRY_H

#include <stdbool.h>

/* Whether VERB, in which # stands for the other party, could pass for more than a verb: for
   another relation ("arms Charlie and"), for who asserts this one ("is said by AP to arm"), or
   for a date ("arms # since 2021"). It could with

   - anything but small Latin letters, hyphens, apostrophes, commas, and digits that stand alone;
   - a word that joins clauses or parties ("and", "which", "unless"), or "as" before anything but
     an article or a possessive ("uses # as a proxy");
   - a word that reports a claim ("proven", "said"), unless it is the verb itself ("reports to"),
     or "by" or "through" anywhere but before the other party.

   Sets *FAILED if there is no memory. */
bool verb_mimicry_is_in(const char *verb, bool *failed);

#endif
