/* SPDX-License-Identifier: MIT */
/* The amounts and periods that a cell lists, separated by semicolons: "300 EUR (2019); 5", each
   amount with its date in brackets, each period with its weight. */
#ifndef FORMAT_TABLE_AMOUNTS_H
#define FORMAT_TABLE_AMOUNTS_H

#include "format/table/table.h"

enum { AMOUNTS_MAX = 50 };

struct amounts {
    struct {
        uint32_t value, unit, when; /* texts of the gathering; 0: none */
    } items[AMOUNTS_MAX];
    size_t count;
};

/* Reads the amounts of the current row. Reports what is none. */
enum status amounts_read(struct table *table, struct amounts *amounts);

/* Adds them to a claim, or if CLAIM is GATHERED_NONE, to the tie. */
enum status amounts_add(struct table *table, const struct amounts *amounts, uint32_t tie,
                        uint32_t claim);

/* Adds the periods in the cell with ROLE to TIE. *PERIOD is the last of them, see
   gathering_period; 0: there is none. */
enum status amounts_add_periods(struct table *table, enum role role, uint32_t tie,
                                uint32_t *period);

/* Adds the weight of TIE as an amount of it, or if it is beyond 1e18, as an attribute; without
   its sign if that is the SIGN of the tie. */
enum status amounts_keep_weight(struct table *table, uint32_t tie, double weight, int sign);

#endif
