/* SPDX-License-Identifier: MIT */
/* What a figure that entente has drawn in DOT says of its ties: their types, by the looks of
   their lines, and their labels. The lines of a relation of several parties meet in a node, a
   junction, and only one of them has the label. */
#ifndef FORMAT_DOT_DOT_DRAWING_H
#define FORMAT_DOT_DOT_DRAWING_H

#include <cgraph.h>
#include <stdbool.h>

/* Whether GRAPH says that entente has drawn it. The other functions demand that it does, but for
   dot_drawing_is_junction. */
bool dot_drawing_is(Agraph_t *graph);

bool dot_drawing_is_junction(Agraph_t *graph, Agnode_t *node);

/* The word for the type of EDGE; NULL: its looks are those of no type. */
const char *dot_drawing_type(Agraph_t *graph, Agedge_t *edge);

/* The label of another line of the same relation; NULL: none has one. */
const char *dot_drawing_label(Agraph_t *graph, Agedge_t *edge);

#endif
