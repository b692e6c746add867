/* SPDX-License-Identifier: MIT */
/* How readable a figure is, in counts of what makes it hard to read. Everything is measured on
   what is drawn: boxes of shapes and texts, and lines as they run between their heads.

   What counts follows H. C. Purchase, "Metrics for Graph Drawing Aesthetics", Journal of Visual
   Languages and Computing 13 (2002), pp. 501-516: crossings first, then bends and length. What
   she leaves out, since her graphs have no labels and her nodes no size, are collisions: a text
   or a line that is hidden or seems to belong to another relation.

   A relation counts once for each thing it meets, however many lines it has. Near a common end,
   within 18 px both ways of an end of either's lines, lines have to come together: there they
   neither cross nor overlie each other. */
#ifndef LAYOUT_SCORE_SCORE_H
#define LAYOUT_SCORE_SCORE_H

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/outline.h"
#include "scene/scene.h"

struct score {
    unsigned nodes, edges;
    unsigned labels;      /* edges that have one */
    unsigned node_node;   /* pairs of nodes whose boxes overlap by more than 1 px */
    unsigned label_node;  /* a label and a node whose boxes overlap by more than 0.5 px */
    unsigned label_label; /* pairs of labels, likewise */
    unsigned label_edge;  /* another edge's line runs through the label, 1 px from its sides and
                             2 px from its top and bottom or more */
    unsigned edge_node; /* an edge's line runs through a node that is none of its ends, 2 px deep
                           or more; through an ellipse, 15 % of its size */
    unsigned crossings; /* pairs of edges whose lines cross, away from a common end */
    unsigned overlaid;  /* pairs of edges within 0.75 px of each other for 12 px or more */
    unsigned label_far; /* labels more than 14 px from their own lines */
    unsigned label_hides; /* labels that cover an end of their own line, or leave less than 12 px
                             of it to be seen */
    unsigned overflow;    /* nodes whose text sticks out by more than 1 px */
    unsigned outside; /* nodes, labels and texts that stick out of the view by more than 0.5 px;
                         a text counts as what it is and as a text */
    double length;    /* of all lines, in px */
    double bend;      /* by how much all lines are longer than straight ones would be, in px */
    double smallest;  /* text, in points of print, when the view is fitted to 170 x 240 mm */
    double aspect;    /* width / height of the view */
};

/* Only fails with STATUS_MEMORY. The same figure gives the same score on every machine. */
enum status score_outline(const struct outline *outline, struct score *score);

/* Measures a layout without the page around it: see outline_from_layout. Takes about a
   millisecond for 35 actors and 52 relations. */
enum status score_layout(const struct scene *scene, const struct layout *layout,
                         struct score *score);

/* All collisions: everything counted but crossings, and nodes, edges and labels themselves. */
unsigned score_collisions(const struct score *score);

#endif
