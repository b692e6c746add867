/* SPDX-License-Identifier: MIT */
/* The words that a command line can go on with, as the scripts of shells read them: one a line,
   each followed by a tab and what it means. Allocation failure is sticky in OUT. */
#ifndef CLI_COMPLETION_CANDIDATES_H
#define CLI_COMPLETION_CANDIDATES_H

#include <stddef.h>

#include "base/memory/buffer.h"
#include "model/strings.h"
#include "model/vocabulary.h"

struct candidates {
    struct buffer *out;
    const char *word; /* the one that is being completed: what is offered begins with its first
                         PREFIX bytes and goes on with a candidate, which begins as the rest */
    size_t prefix;
    size_t list; /* the items of a list from here to PREFIX are not offered again */
    const char *separators;
    struct strings *offered; /* what candidates_offer_once was called with; NULL: it is not */
};

/* Offers TEXT unless it begins otherwise, or is in the list already. MEANING may be NULL, and is
   written in one line, for a terminal. A text that a terminal may not show is not offered. */
void candidates_offer(const struct candidates *candidates, const char *text, const char *meaning);

/* The same, unless this function has been called with TEXT before. */
void candidates_offer_once(const struct candidates *candidates, const char *text,
                           const char *meaning);

void candidates_offer_words(const struct candidates *candidates, const struct vocabulary *words);

#endif
