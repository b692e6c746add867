/* SPDX-License-Identifier: MIT */
/* Which claims about the same matter are the same ones, though claims have no ids: those that are
   equal; else those of the same source and stance, in their order; else those of the same
   source. */
#ifndef QUERY_COMPARISON_CLAIMS_H
#define QUERY_COMPARISON_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/memory/arena.h"
#include "base/status.h"
#include "query/comparison/sides.h"

/* Claims of a side: COUNT of them from index FIRST of the network on. */
struct claims_range {
    uint32_t first, count;
    uint32_t relation; /* that they are about, or NETWORK_NONE */
};

struct claims_range claims_of_relation(const struct network *network, uint32_t relation);
struct claims_range claims_of_statement(const struct network *network, uint32_t statement);

/* The period that CLAIM, one of RANGE, is about, or NETWORK_NONE. */
uint32_t claims_period(const struct network *network, const struct claims_range *range,
                       uint32_t claim);

/* Two claims that are the same one but not equal; or one that was added or removed, where the
   other is NETWORK_NONE. Both are, if all claims are equal but in another order. */
typedef enum status claims_report(void *context, uint32_t old, uint32_t new);

/* Calls REPORT with each pair. ARENA is for values that are composed. Returns the first status of
   REPORT that is not STATUS_OK. */
enum status claims_compare(const struct sides *sides, const struct claims_range *old,
                           const struct claims_range *new, struct arena *arena,
                           claims_report *report, void *context);

/* A number that is the same for equal claims of the same source, or WHOEVER makes them. */
enum status claims_hash(const struct sides *sides, enum comparison_side side,
                        const struct claims_range *range, uint32_t claim, bool whoever,
                        struct arena *arena, uint64_t *hash);

#endif
