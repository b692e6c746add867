/* SPDX-License-Identifier: MIT */
/* Selecting relations. Criteria combine with "and", the items of one list with "or"; focus works
   on what the others leave. */
#ifndef QUERY_SELECTION_H
#define QUERY_SELECTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"

/* The selected relations, sorted by type and then by the bytes of their ids, so that nothing
   depends on the order of a file. */
struct selection {
    uint32_t *relations;
    size_t count;
    const char *emptied_by; /* the word of the criterion that left nothing, or NULL */
};

/* In CRITERIA, a path has two ends, and a condition that is given is compiled. */
enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria);
void selection_clear(struct selection *selection);

#endif
