/* SPDX-License-Identifier: MIT */
/* Selects relations. Criteria combine with "and", the items of one list with "or"; paths and
   focus apply to the relations that the other criteria leave. */
#ifndef QUERY_SELECTION_H
#define QUERY_SELECTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"

/* The selected relations, sorted by type and then by the bytes of their ids, so that nothing
   depends on the order of the file. */
struct selection {
    uint32_t *relations; /* indices, owned */
    size_t count;
    size_t undated;         /* relations left out only because they have no date */
    const char *emptied_by; /* the word of the criterion that left nothing; NULL: not empty */
};

/* Selects by CRITERIA, in which a path, if given, must have two ends, and a condition must be
   compiled. Fails with STATUS_MEMORY, or as the condition does. */
enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria);
void selection_clear(struct selection *selection);

#endif
