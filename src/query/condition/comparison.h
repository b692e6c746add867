/* SPDX-License-Identifier: MIT */
/* Comparisons in a condition of an attribute with a literal that no relation can have: a word
   that is not in the vocabulary, or an id that nothing has. */
#ifndef QUERY_CONDITION_COMPARISON_H
#define QUERY_CONDITION_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory/buffer.h"
#include "model/network.h"

/* A part of an expression; TEXT is NULL if there is none. */
struct comparison_part {
    const char *text;
    size_t length;
};

/* The attribute at the end of the path TEXT, without "@", or a call of name() or local-name(). */
struct comparison_part comparison_attribute(const char *text, size_t length);

/* The contents of TEXT, if it is a literal or a number. */
struct comparison_part comparison_literal(const char *text, size_t length);

/* Whether some relation of NETWORK can have VALUE as its ATTRIBUTE. If not, appends the reason to
   WHY: 'no actor or event has the id "irn"; did you mean "iran"?'. */
bool comparison_is_possible(const struct network *network, struct comparison_part attribute,
                            struct comparison_part value, struct buffer *why);

#endif
