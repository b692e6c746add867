/* SPDX-License-Identifier: MIT */
/* Criteria that test each relation by itself, prepared for testing many. */
#ifndef QUERY_MATCHING_H
#define QUERY_MATCHING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/bitset.h"
#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"

/* A criterion. */
struct matcher {
    enum criterion criterion;
    const struct network *network;
    const struct criteria_value *value;
    struct bitset set;              /* the items of its list, if it has one */
    bool keeps_undated;             /* for criteria on dates */
    const struct date_span *period; /* see phase.h */
};

struct matching {
    struct matcher items[CRITERIA];
    size_t count;
};

/* Prepares the given ones among CRITERIA, which must outlive MATCHING, as must NETWORK. Fails
   only with STATUS_MEMORY; unless it does, the caller clears MATCHING. */
enum status matching_init(struct matching *matching, const struct network *network,
                          const struct criteria *criteria);
void matching_clear(struct matching *matching);

/* The index of the first criterion that a relation does not meet; the number of criteria if it
   meets all. */
size_t matching_first_failed(const struct matching *matching, uint32_t relation);

/* Whether RELATION, of a participant (model/participation.h), meets the criteria on time and
   evidence; those on types and actors chose the event. */
bool matching_fits_event(const struct matching *matching, uint32_t relation);

/* Whether undated relations may be left out. */
bool matching_depends_on_dates(const struct matching *matching);

/* From now on, undated relations meet criteria on dates. */
void matching_keep_undated(struct matching *matching);

#endif
