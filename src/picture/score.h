/* SPDX-License-Identifier: MIT */
/* How readable a finished layout is: what collides, what crosses, how far things reach. Measured
   on the page, not on the graph: lines as they are drawn, which end where a head begins, sampled
   every 4 points; labels and nodes by their boxes. After Purchase 2002 (Metrics for graph drawing
   aesthetics) for crossings and bends, Kakoulis and Tollis 2003 for labels.

   A relation is all its lines; it ends at the nodes at which they end, its junction among them.
   A place is "at a shared end" if it is within 18 points, across and down, of the ends at one
   node of both lines. */
#ifndef PICTURE_SCORE_H
#define PICTURE_SCORE_H

#include "picture/layout.h"
#include "picture/scene.h"
#include "system/status.h"

/* Counts are of pairs, each counted once, or of labels. Boxes that touch by half a point don't
   overlap, nor do nodes that touch by one. Lengths in points. */
struct score {
    unsigned node_node;   /* nodes whose boxes overlap */
    unsigned label_node;  /* a label and a node whose boxes overlap */
    unsigned label_label; /* labels whose boxes overlap */
    unsigned label_edge;  /* a label and another relation that has a line through its box, which
                             counts without 1 point at its sides and 2 above and below */
    unsigned edge_node;   /* a relation and a node at which it does not end, with a line through
                             the box without 2 points all round; of an ellipse, through the middle
                             0.7 of its width and height, where its name is */
    unsigned crossings;   /* relations that cross, but at a shared end */
    unsigned overlaid;    /* relations that run within 0.75 points of each other for 12 points or
                             more, but at a shared end */
    unsigned label_far;   /* labels more than 14 points from all lines of their relation */
    unsigned label_hides; /* labels that cover an end of a line of their relation, or leave less
                             than 12 points of it to be seen */
    double length;        /* of all lines together */
    double bends;         /* how far all lines turn together, in right angles */
    double aspect;        /* width / height; 0 without height */
};

/* SCENE is finished and LAYOUT is one of it. Takes time in proportion to what is drawn, and to
   the square of how many nodes and labels there are; the only fault is want of memory. */
enum status score_layout(const struct scene *scene, const struct layout *layout,
                         struct score *score);

/* How many collisions: all counts but the crossings. */
unsigned score_collisions(const struct score *score);

/* Adds another's counts and lengths to SUM, whose aspect stays. */
void score_add(struct score *sum, const struct score *score);

/* The size of the smallest text when the drawing, without the page around it, is brought to fit a
   page of WIDTH by HEIGHT points, larger or smaller; 0 without text. */
double score_smallest_text(const struct scene *scene, const struct layout *layout, double width,
                           double height);

#endif
