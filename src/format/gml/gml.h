/* SPDX-License-Identifier: MIT */
/* Reads and writes graphs in GML (gml_token.h). */
#ifndef FORMAT_GML_GML_H
#define FORMAT_GML_GML_H

#include "format/exchange/exchange.h"

/* Reads the first graph of the file; others are counted as lost. Attributes of nodes and edges
   are understood as diagram_gather.h says; those in lists, as in graphics [ x 1 ], have the name
   of the list before theirs: graphics.x. */
enum status gml_read(const struct exchange_input *input, struct draft *draft);

/* Writes the actors and events as nodes and the relations as edges of a directed graph, as
   diagram_export.h says. Characters beyond ASCII become references (&#233;), which networkx and
   igraph read. */
enum status gml_write(struct exchange_output *output);

#endif
