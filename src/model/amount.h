/* SPDX-License-Identifier: MIT */
/* Amounts: numbers with a unit, of relations and of claims about them. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "model/network.h"

/* Sets *NUMBER to the value of TEXT, as a dataset writes it: digits, with a sign, a decimal point
   and an exponent ("1.2e6") if needed, whatever the locale. False if it is anything else, or
   beyond 1e18. */
bool amount_parse(const char *text, double *number);

/* An amount as an option gives it: a number with k, M, G or T, or thousand, million, billion or
   trillion, if needed, and a unit: "1000000USD", "1.2M USD", "3 million". */
struct amount_limit {
    double number;
    const char *unit; /* within the text; "": any */
};

bool amount_parse_limit(const char *text, struct amount_limit *limit);

/* Appends NUMBER for people, to three significant digits: "950", "1.2 million", with UNIT behind
   it unless that is "". */
void amount_write(double number, const char *unit, struct buffer *out);

/* The same with other WORDS for thousand, million, billion and trillion. */
void amount_write_in(double number, const char *unit, const char *const words[4],
                     struct buffer *out);

/* The amounts of RELATION, of its claims too: COUNT of them from *FIRST on. */
size_t amount_find(const struct network *network, uint32_t relation, size_t *first);

/* Sums the amounts of RELATION in UNIT, a text (0: pieces): those that the relation has itself,
   or if it has none, for each date the largest that is claimed. Sets *SUM; false if there are
   none. */
bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit, double *sum);

/* The same, but where only claims have amounts, *LOW sums up the smallest for each date, and
 *HIGH the largest; else they are equal. */
bool amount_range(const struct network *network, uint32_t relation, uint32_t unit, double *low,
                  double *high);

/* Whether the amount with this INDEX in the network counts in these sums. */
bool amount_is_counted(const struct network *network, size_t index);

/* The unit, a text, that most of the COUNT relations have an amount in, of two the one that was
   read first; 0 if none has any. */
uint32_t amount_usual_unit(const struct network *network, const uint32_t *relations,
                           size_t count);

#endif
