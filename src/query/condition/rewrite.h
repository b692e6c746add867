/* SPDX-License-Identifier: MIT */
/* An expression of XPath, written anew with calls where there were none: while it is parsed,
   marks are set at its bytes.. */
#ifndef QUERY_CONDITION_REWRITE_H
#define QUERY_CONDITION_REWRITE_H

#include "base/memory/buffer.h"
#include "base/status.h"

struct rewrite {
    const char *expression; /* lent */
    const char *prefix;     /* of the names of all that is called; lent */
    struct rewrite_mark *marks;
};

/* STATUS_MEMORY at worst. rewrite_clear in any case. */
enum status rewrite_init(struct rewrite *rewrite, const char *expression, const char *prefix);
void rewrite_clear(struct rewrite *rewrite);

/* The function whose name begins at NAME gets the prefix. */
void rewrite_function(struct rewrite *rewrite, const char *name);

/* What stands from START up to END becomes the argument of number(). */
void rewrite_number(struct rewrite *rewrite, const char *start, const char *end);

/* What stands from START up to END becomes the two arguments of FUNCTION, which must stay; a
   comma takes the place of the LENGTH bytes of its operator at SIGN. */
void rewrite_comparison(struct rewrite *rewrite, const char *function, const char *start,
                        const char *sign, size_t length, const char *end);

/* The expression as its marks say. */
enum status rewrite_write(const struct rewrite *rewrite, struct buffer *out);

#endif
