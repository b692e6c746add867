/* SPDX-License-Identifier: MIT */
/* Which relations are asked for. Criteria combine with "and", the words of one list with "or";
   focus works on what the others leave. */
#ifndef QUERY_SELECTION_H
#define QUERY_SELECTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/network.h"
#include "query/criteria.h"

/* The relations that were selected, sorted by type and then by id (bytes), so that nothing
   depends on the order of a file. */
struct selection {
    uint32_t *relations;
    size_t count;
    const char *emptied_by; /* the long name of the option that left nothing, or NULL */
};

enum status selection_init(struct selection *selection, const struct network *network,
                           const struct criteria *criteria);
void selection_clear(struct selection *selection);

#endif
