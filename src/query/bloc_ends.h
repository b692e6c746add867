/* SPDX-License-Identifier: MIT */
/* The ends of a relation in a folded network, where each bloc stands in place of its members. */
#ifndef QUERY_BLOC_ENDS_H
#define QUERY_BLOC_ENDS_H

#include "base/status.h"
#include "model/network.h"
#include "query/blocs.h"

struct bloc_ends {
    const struct network *network; /* borrowed */
    const struct blocs *blocs;     /* borrowed */
    struct network_ends from, to;  /* of the relation that was read last */
    uint32_t *items;               /* room for them; internal */
    uint32_t *seen, turn;          /* by vertex: the last turn that met it; internal */
};

/* NETWORK and BLOCS, which may have nothing folded, must outlive ENDS. STATUS_MEMORY on failure;
   the caller clears ENDS with bloc_ends_clear in any case. */
enum status bloc_ends_init(struct bloc_ends *ends, const struct network *network,
                           const struct blocs *blocs);
void bloc_ends_clear(struct bloc_ends *ends);

/* Sets FROM and TO of ENDS to those of RELATION, each vertex once. A bloc that is the only start
   is no target as well: what its members do with each other is not shown. The relation must not
   lie within a bloc. FROM and TO are valid until the next call. */
void bloc_ends_read(struct bloc_ends *ends, uint32_t relation);

#endif
