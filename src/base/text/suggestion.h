/* SPDX-License-Identifier: MIT */
/* "Did you mean": the known word nearest to a mistyped one. */
#ifndef BASE_TEXT_SUGGESTION_H
#define BASE_TEXT_SUGGESTION_H

#include <stddef.h>

/* The search for the word nearest to WORD: offer each candidate, then look at best. */
struct suggestion {
    const char *word;
    const char *best; /* lent by the caller who offered it; NULL if none is near */
    size_t distance;  /* of best; before any offer, the least that is too far */
};

void suggestion_init(struct suggestion *suggestion, const char *word);

/* Candidates longer than 64 bytes are passed over. A tie goes to the one offered first. */
void suggestion_offer(struct suggestion *suggestion, const char *candidate);

/* Optimal string alignment distance in bytes (Damerau 1964, restricted): insertions, deletions,
   substitutions and swaps of neighbours, each 1. Gives LIMIT when it is LIMIT or more. */
size_t suggestion_distance(const char *a, const char *b, size_t limit);

#endif
