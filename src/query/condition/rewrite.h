/* SPDX-License-Identifier: MIT */
/* Rewrites an XPath expression: calls are marked at the bytes where they start and end while the
   expression is parsed, and inserted when it is written. */
#ifndef QUERY_CONDITION_REWRITE_H
#define QUERY_CONDITION_REWRITE_H

#include "base/memory/buffer.h"
#include "base/status.h"

struct rewrite {
    const char *expression; /* not owned */
    const char *prefix;     /* of the names of all inserted calls; not owned */
    struct rewrite_mark *marks;
};

/* Fails with STATUS_MEMORY only. The caller calls rewrite_clear, even then. */
enum status rewrite_init(struct rewrite *rewrite, const char *expression, const char *prefix);
void rewrite_clear(struct rewrite *rewrite);

/* Adds the prefix to the function name that starts at NAME. */
void rewrite_function(struct rewrite *rewrite, const char *name);

/* Makes the text from START up to END the argument of number(). */
void rewrite_number(struct rewrite *rewrite, const char *start, const char *end);

/* Makes the text from START up to END the two arguments of FUNCTION, which must outlive the
   rewrite. A comma replaces the operator, LENGTH bytes at SYMBOL. */
void rewrite_comparison(struct rewrite *rewrite, const char *function, const char *start,
                        const char *symbol, size_t length, const char *end);

/* Makes the text from START up to END the arguments of FUNCTION, which must outlive the rewrite,
   separated by commas, each of which replaces a byte. */
void rewrite_union(struct rewrite *rewrite, const char *function, const char *start,
                   const char *end);
void rewrite_comma(struct rewrite *rewrite, const char *byte);

/* Appends the rewritten expression to OUT. */
enum status rewrite_write(const struct rewrite *rewrite, struct buffer *out);

#endif
