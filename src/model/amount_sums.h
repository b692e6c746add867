/* SPDX-License-Identifier: MIT */
/* What the amounts of a relation, and of the claims about it, come to. */
#ifndef MODEL_AMOUNT_SUMS_H
#define MODEL_AMOUNT_SUMS_H

#include <stdbool.h>

#include "base/status.h"
#include "model/date.h"
#include "model/network.h"

/* The amounts of RELATION, of its claims too: COUNT of them from *FIRST on. */
size_t amount_find(const struct network *network, uint32_t relation, size_t *first);

/* Whether AMOUNT counts in SPAN, which may be NULL: it is not denied, its claim, if it is of one,
   does, and its date (see amount_when) holds then, or it has none. */
bool amount_holds(const struct network *network, const struct network_amount *amount,
                  const struct date_span *span);

/* The sums of a relation in one unit: of what it has itself or, if that is nothing, of what is
   claimed; for each date, what the claim says that says most, and for the least sum, least.
   Amounts of one claim, or of the relation itself, for one date add up; dates are the same if
   their days are. What is said of a year, for instance, is no further amount beside those of its
   months, but says, with what the same claim says of these, how much it is in that year: it
   counts instead of their sum if it is more, and for the least sum, if it is less. So does what
   has no date for all dates. For the least sum, what a source says of months does not count
   instead of what it says of the year, unless others speak of months too. What a claim denies, or
   makes no comment on, does not count. */
struct amount_sums {
    const struct network_amount *lead; /* the first amount in this unit; NULL: before the first */
    uint32_t unit;                     /* a text; 0: pieces */
    double least, most;
};

/* Moves SUMS on to the next unit in which RELATION has amounts that count in SPAN; false at the
   end. Zero-initialize SUMS before the first call. Takes time linear in their number. */
bool amount_next(const struct network *network, uint32_t relation, const struct date_span *span,
                 struct amount_sums *sums);

/* What counts for one date, and the dates within it. */
struct amount_date {
    bool begun;
    uint32_t next;                       /* the place at which the next date begins; internal */
    const struct network_amount *amount; /* one of the date */
    double least, most;
};

/* Moves DATE on to the next date for which SUMS has an amount that counts in SPAN; false at the
   end. It is within no other, but one of several years: amounts of such a date are passed over if
   there is one within, and so are those of no date. Zero-initialize DATE before the first call.
 */
bool amount_next_date(const struct network *network, const struct amount_sums *sums,
                      const struct date_span *span, struct amount_date *date);

/* Sets *SUM to the largest sum of RELATION in UNIT, a text (0: pieces), of what counts in SPAN;
   false if there is none. */
bool amount_sum(const struct network *network, uint32_t relation, uint32_t unit,
                const struct date_span *span, double *sum);

/* Sets *UNIT to the unit, a text, that most of the COUNT relations have an amount in that counts
   in SPAN, of two the one that comes first in them; to 0 if none has any. STATUS_MEMORY on
   failure. */
enum status amount_usual_unit(const struct network *network, const uint32_t *relations,
                              size_t count, const struct date_span *span, uint32_t *unit);

#endif
