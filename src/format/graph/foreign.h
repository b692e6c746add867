/* SPDX-License-Identifier: MIT */
/* Makes a dataset of a graph that another program wrote, as diagram_gather.h describes. */
#ifndef FORMAT_GRAPH_FOREIGN_H
#define FORMAT_GRAPH_FOREIGN_H

#include "format/diagram/diagram.h"
#include "format/exchange/exchange.h"
#include "format/graph/item.h"

struct foreign {
    const struct graph_keys *keys; /* not owned */
    struct diagram diagram;
    struct buffer when; /* of an edge */
};

enum status foreign_init(struct foreign *foreign, const struct exchange_input *input,
                         const struct graph_keys *keys);
void foreign_clear(struct foreign *foreign);

/* A graph_taker. */
enum status foreign_take(void *foreign, const struct graph_item *item);

enum status foreign_finish(struct foreign *foreign, struct draft *draft);

#endif
