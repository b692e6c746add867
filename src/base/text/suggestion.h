/* SPDX-License-Identifier: MIT */
/* "Did you mean ...?": finds the known word nearest to a mistyped one. */
#ifndef BASE_TEXT_SUGGESTION_H
#define BASE_TEXT_SUGGESTION_H

#include <stddef.h>

/* A search for the word nearest to WORD: offer each candidate, then read best. */
struct suggestion {
    const char *word;
    const char *best; /* the candidate, not owned; NULL: none is near */
    size_t distance;  /* of best; at first, the least distance that is too far */
};

void suggestion_init(struct suggestion *suggestion, const char *word);

/* Candidates longer than 64 bytes are ignored. Of equally near ones, the first wins. */
void suggestion_offer(struct suggestion *suggestion, const char *candidate);

/* Optimal string alignment distance in bytes (Damerau 1964, restricted): insertions, deletions,
   substitutions and swaps of neighbours count 1 each. At most LIMIT. */
size_t suggestion_distance(const char *a, const char *b, size_t limit);

#endif
