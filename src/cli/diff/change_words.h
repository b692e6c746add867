/* SPDX-License-Identifier: MIT */
/* A change in plain English, in one line. Allocation failure is sticky in OUT. */
#ifndef CLI_DIFF_CHANGE_WORDS_H
#define CLI_DIFF_CHANGE_WORDS_H

#include "base/memory/buffer.h"
#include "cli/diff/review.h"

/* Appends "now disputed (was asserted): Russia supplies arms to the National Resistance Front
   [russia-nrf-arms]; denied by Ali Nazari". */
void change_words_add(struct buffer *out, const struct review *review,
                      const struct change *change);

/* What the change is of: "relation", "actor", "event", "source", "form", "kind" or "dataset". */
const char *change_words_what(const struct review *review, const struct change *change);

/* The side that sentences about the change are from: NEW unless it is not there any more. */
enum comparison_side change_words_side(const struct change *change);

#endif
