/* SPDX-License-Identifier: MIT */
/* Reads GraphML (Brandes et al. 2002, http://graphml.graphdrawing.org/specification.html), with
   the additions of yEd, whose labels are the key "label" and whose arrows give edges their
   directions. A node that contains a graph is the parent of its nodes. */
#ifndef FORMAT_GRAPH_GRAPHML_PARSE_H
#define FORMAT_GRAPH_GRAPHML_PARSE_H

#include "format/exchange/exchange.h"
#include "format/graph/item.h"

/* Hands each value of the graph itself, each node and each edge to TAKE, in the order of the
   file, but a node before those in it. */
enum status graphml_parse(const struct exchange_input *input, struct graph_keys *keys,
                          graph_taker *take, void *context);

#endif
