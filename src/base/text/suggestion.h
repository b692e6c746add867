/* SPDX-License-Identifier: MIT */
/* "Did you mean ...?": finds the known word nearest to a mistyped one. */
#ifndef BASE_TEXT_SUGGESTION_H
#define BASE_TEXT_SUGGESTION_H

#include <stddef.h>

/* A search for the known word nearest to WORD: call suggestion_offer with each candidate, then
   read BEST. */
struct suggestion {
    const char *word;
    const char *best; /* the candidate, not owned; NULL: none is near */
    size_t distance;  /* of BEST from WORD; if it is NULL, the smallest that is too large */
};

void suggestion_init(struct suggestion *suggestion, const char *word);

/* Candidates longer than 64 bytes, and those that differ in every byte, are ignored. Of equally
   near candidates, the first wins. */
void suggestion_offer(struct suggestion *suggestion, const char *candidate);

/* Optimal string alignment distance in bytes (Damerau 1964, restricted): insertions, deletions,
   substitutions and transpositions of adjacent bytes count 1 each, a difference in the case of a
   letter counts 0. Never returns more than LIMIT. */
size_t suggestion_distance(const char *a, const char *b, size_t limit);

#endif
