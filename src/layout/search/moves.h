/* SPDX-License-Identifier: MIT */
/* The random moves that annealing tries: a node, an end of a line, a bend or a label changes its
   place. */
#ifndef LAYOUT_SEARCH_MOVES_H
#define LAYOUT_SEARCH_MOVES_H

#include "layout/search/random.h"
#include "layout/search/trial.h"

struct moves {
    struct trial *trial;   /* borrowed; it has begun */
    struct random *random; /* borrowed */
    double range;          /* how far nodes are moved, in points */
};

/* Make a random move in a placement with at least one line: of nodes only, or of any part. */
void moves_make_of_node(struct moves *moves);
void moves_make(struct moves *moves);

#endif
