/* SPDX-License-Identifier: MIT */
/* Amounts: numbers with a unit, of relations and of claims about them. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "base/status.h"
#include "model/date.h"
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

/* An integer for NUMBER, so that larger numbers have larger ones; 0 for 0, never INT64_MIN. */
int64_t amount_order(double number);

/* Appends NUMBER as it is, to 15 significant digits, whatever its size: "0.001",
 * "91000000000000". */
void amount_write_exact(double number, struct buffer *out);

/* Appends NUMBER for people, to three significant digits: "950", "1.2 million", with UNIT behind
   it unless that is "". */
void amount_write(double number, const char *unit, struct buffer *out);

/* The same with other WORDS for thousand, million, billion and trillion. */
void amount_write_in(double number, const char *unit, const char *const words[4],
                     struct buffer *out);

/* The amounts of RELATION, of its claims too: COUNT of them from *FIRST on. */
size_t amount_find(const struct network *network, uint32_t relation, size_t *first);

/* Adds up the amounts of the relation that was added last, for each unit: those that it has
   itself, or if it has none, for each date, or else each period, what the claim says that says
   most, and for the least sum, least. Amounts of one claim for one date add up. A claim of an
   amount without a date is no further one, but says, with its other amounts, how much it is in
   all: it counts instead of the sum if it is more, and for the least sum, if it is less. What a
   claim denies, or makes no comment on, does not count. Call it once, at the end of the relation.
   STATUS_MEMORY on failure. Takes time n log n of their number. */
enum status amount_mark(struct network *network);

/* The sums of a relation in one unit. */
struct amount_sums {
    const struct network_amount *lead; /* the first amount in this unit; NULL: before the first */
    uint32_t unit;                     /* a text; 0: pieces */
    double least, most;
};

/* Whether AMOUNT counts in SPAN, which may be NULL: its claim, if it is of one, does, and its
   date, or else that of the period that it is claimed of, holds then, or it has neither. */
bool amount_holds(const struct network *network, const struct network_amount *amount,
                  const struct date_span *span);

/* Moves SUMS on to the next unit in which RELATION has amounts that count in SPAN; false at the
   end. Zero-initialize SUMS before the first call. */
bool amount_next(const struct network *network, uint32_t relation, const struct date_span *span,
                 struct amount_sums *sums);

/* Sets *SUM to the largest sum of RELATION in UNIT, a text (0: pieces), of what counts in SPAN;
   false if there is none. */
bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit,
                const struct date_span *span, double *sum);

/* Sets *UNIT to the unit, a text, that most of the COUNT relations have an amount in, of two the
   one that comes first in them; to 0 if none has any. STATUS_MEMORY on failure. */
enum status amount_usual_unit(const struct network *network, const uint32_t *relations,
                              size_t count, uint32_t *unit);

#endif
