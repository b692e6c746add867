/* SPDX-License-Identifier: MIT */
/* What users should know of a dataset that has been gathered: what it lacks, what its markings
   leave for all to see, and what of it does not count. */
#ifndef FORMAT_EXCHANGE_GATHERING_REVIEW_H
#define FORMAT_EXCHANGE_GATHERING_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "format/exchange/gathering.h"

/* Whether ties have dates, but the dataset has no date as of which it is current. */
bool gathering_lacks_as_of(const struct gathering *gathering);

/* The number of ties, and of sources, of which every claim is marked as not for everybody while
   they themselves are not: what the claims say is withheld from some readers, but not that there
   is something to be said. */
size_t gathering_bare_ties(const struct gathering *gathering);
enum status gathering_bare_sources(const struct gathering *gathering, size_t *count);

/* The number of amounts of claims beside another amount of the same source, tie, unit and date,
   in another claim: sums count the largest only. */
enum status gathering_rival_amounts(const struct gathering *gathering, size_t *count);

/* The number of actors, not marked and not listed, whose ties are all marked, or have claims that
   all are. */
enum status gathering_bare_actors(const struct gathering *gathering, size_t *count);

#endif
