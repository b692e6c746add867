/* SPDX-License-Identifier: MIT */
/* Makes a dataset of a graph that graphml_write.h wrote, and that another program may have
   changed since: its nodes and edges are the actors, events and ties, whatever they were before.
 */
#ifndef FORMAT_GRAPH_RESTORING_H
#define FORMAT_GRAPH_RESTORING_H

#include "format/exchange/exchange.h"
#include "format/graph/item.h"

struct restoring;

enum status restoring_new(const struct exchange_input *input, struct graph_keys *keys,
                          struct restoring **restoring);
void restoring_free(struct restoring *restoring); /* NULL is ignored */

/* A graph_taker. */
enum status restoring_take(void *restoring, const struct graph_item *item);

/* Writes the dataset to DRAFT. */
enum status restoring_finish(struct restoring *restoring, struct draft *draft);

#endif
