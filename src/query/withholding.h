/* SPDX-License-Identifier: MIT */
/* What of a dataset is withheld from readers up to a level (level.h): what is marked above it,
   and what cannot be without that, which is a claim by a withheld source, a parent or a
   participant that is withheld, a relation with too few ends left, and a declared word that
   nothing left uses. It follows from what is left alone: two datasets that differ only above the
   level differ only in what is withheld. */
#ifndef QUERY_WITHHOLDING_H
#define QUERY_WITHHOLDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"

struct withholding {
    uint32_t level;
    bool *elements[TRIVIA_STATEMENT + 1]; /* by kind and index; NULL for kinds without a marking.
                                             What is in a withheld element is withheld, too,
                                             but only of claims in periods, names and the like
                                             this says so */
    bool *pseudonymous; /* by source: withheld, but for its pseudonym, its grade, whether it is
                           anonymous, and what in it is marked */
    bool *silent;       /* by source: whether no claim of it is left */
};

/* Finds what is withheld at LEVEL. Fails only with STATUS_MEMORY; call withholding_clear in any
   case. Takes time proportional to the size of the network. */
enum status withholding_find(const struct network *network, uint32_t level,
                             struct withholding *withholding);
void withholding_clear(struct withholding *withholding);

static inline bool withholding_has(const struct withholding *withholding,
                                   struct trivia_element element)
{
    const bool *of_kind = withholding->elements[element.kind];
    return of_kind != NULL && of_kind[element.index];
}

#endif
