/* SPDX-License-Identifier: MIT */
/* The random moves that annealing tries: of a node, an end of a line, a bend or a label. */
#ifndef LAYOUT_SEARCH_MOVES_H
#define LAYOUT_SEARCH_MOVES_H

#include "layout/search/random.h"
#include "layout/search/trial.h"

struct moves {
    struct trial *trial;   /* borrowed; it has begun */
    struct random *random; /* borrowed */
    double range;          /* how far nodes are moved, in points */
};

/* Make a random move, of nodes only or of any part. The placement has at least one line. */
void moves_make_of_node(struct moves *moves);
void moves_make(struct moves *moves);

#endif
