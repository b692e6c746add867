/* SPDX-License-Identifier: MIT */
/* Amounts: numbers with a unit, as datasets and options write them, and as people read them. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/memory/buffer.h"

/* Sets *NUMBER to the value of TEXT, as a dataset writes it: digits, with a sign, a decimal point
   and an exponent ("1.2e6") if needed, whatever the locale. False if it is anything else, or
   beyond 1e18. */
bool amount_parse(const char *text, double *number);

/* An amount as an option gives it: a number as above, with k, M, G or T, or thousand, million,
   billion or trillion, if needed, and a unit: "1000000USD", "1e6USD", "1.2M USD", "3 million". */
struct amount_limit {
    double number;
    const char *unit; /* within the text; "": any */
};

bool amount_parse_limit(const char *text, struct amount_limit *limit);

/* An integer for NUMBER, so that larger numbers have larger ones; 0 for 0, never INT64_MIN. */
int64_t amount_order(double number);

/* Appends NUMBER as it is, to 15 significant digits, whatever its size: "0.001",
 * "91000000000000". */
void amount_write_exact(double number, struct buffer *out);

/* Appends NUMBER for people, to three significant digits, or four below 10000: "950",
   "1.2 million", "≈1.23 million" if that is rounded, with UNIT behind it unless that is "". */
void amount_write(double number, const char *unit, struct buffer *out);

/* The same with other WORDS for thousand, million, billion and trillion. */
void amount_write_in(double number, const char *unit, const char *const words[4],
                     struct buffer *out);

#endif
