/* SPDX-License-Identifier: MIT */
/* The values of a dataset in words: names instead of ids, dates in English, and of long texts
   only the words around what changed. Allocation failure is sticky in OUT. */
#ifndef CLI_DIFF_VALUE_WORDS_H
#define CLI_DIFF_VALUE_WORDS_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "cli/diff/review.h"

/* Appends the noun of a part (query/comparison/parts.h) for people: "name (fa)", "link". */
void value_words_add_noun(struct buffer *out, const char *noun, const char *key);

/* Whether such a part has no value worth saying: it is there or not. */
bool value_words_is_flag(const char *noun);

/* Appends a value that such a part has on SIDE, with the names of that side; OTHER is the value
   on the other side, or NULL. */
void value_words_add(struct buffer *out, const struct review *review, enum comparison_side side,
                     const char *noun, const char *value, const char *other);

#endif
