/* SPDX-License-Identifier: MIT */
/* The actors with the most relations, or with those of the greatest weight in sum. */
#ifndef QUERY_RANKING_H
#define QUERY_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/blocs.h"

/* What actors are ranked by: the number of their relations, the sum of the weights of these, or
   the sum of their amounts, in the unit that most of them have; weights and amounts are those of
   a time, if a span is given. */
enum ranking_measure { RANKING_DEGREE, RANKING_WEIGHT, RANKING_AMOUNT };

struct ranking_terms {
    enum ranking_measure measure;
    const struct date_span *span; /* NULL: all times */
};

/* Finds the first MOST ends of the COUNT relations by TERMS; of two that have the same, the one
   whose id comes first in the order of bytes. A relation counts once for each of its ends, blocs
   in place of their members. Sets *TOP, which the caller frees, to these vertices, best first,
   and *FOUND to their number. STATUS_MEMORY on failure. */
enum status ranking_find(const struct network *network, const struct blocs *blocs,
                         const uint32_t *relations, size_t count, struct ranking_terms terms,
                         size_t most, uint32_t **top, size_t *found);

#endif
