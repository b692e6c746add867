/* SPDX-License-Identifier: MIT */
/* How much each source says about the selected relations, and how much all say. */
#ifndef CLI_SOURCE_TALLY_H
#define CLI_SOURCE_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/selection.h"

struct source_tally {
    size_t stances[STANCES]; /* relations about which it makes a claim of each stance */
    size_t relations;        /* about which it makes any claim */
    size_t details;          /* names, roles and others (statement.h) about which it makes one */
    size_t claims;           /* about relations and details */
    size_t alone;            /* relations that rest on it alone: see evidence_rests_on */
};

struct tallies {
    struct source_tally *items; /* by source; owned */
    uint32_t *order;            /* the sources, by the bytes of their ids; owned */
    size_t count;
    struct source_tally all; /* of all sources together: a relation counts once */
    size_t speaking;         /* sources with a claim */
};

/* Counts the claims that count in SPAN (model/period.h), which may be NULL. Takes time linear in
   the number of claims and the lengths of chains of bases, but for sorting the sources.
   STATUS_MEMORY on failure; the caller clears TALLIES in any case. */
enum status tallies_init(struct tallies *tallies, const struct network *network,
                         const struct selection *selection, const struct date_span *span);
void tallies_clear(struct tallies *tallies);

#endif
