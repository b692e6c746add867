/* SPDX-License-Identifier: MIT */
/* The readability of a figure: counts of the flaws that make it hard to read, measured on its
   outline: the boxes of shapes and texts, and the lines between their heads.

   The counts follow H. C. Purchase, "Metrics for graph drawing aesthetics", Journal of Visual
   Languages and Computing 13 (2002), pp. 501-516: crossings first, then bends and length. Her
   graphs have no labels and her nodes no size, so we add collisions: texts and lines that are
   hidden or seem to belong to another relation.

   An edge, which is a relation with all its lines, counts once for each part that it meets.
   Within 18 px of a common end, along x and along y, lines necessarily converge: there, they do
   not count as crossing or overlaid. */
#ifndef LAYOUT_SCORE_SCORE_H
#define LAYOUT_SCORE_SCORE_H

#include "base/status.h"
#include "layout/layout.h"
#include "layout/score/outline.h"
#include "scene/scene.h"

struct score {
    unsigned nodes, edges;
    unsigned labels;      /* edges with a label */
    unsigned node_node;   /* pairs of nodes whose boxes overlap by more than 1 px */
    unsigned label_node;  /* a label and a node whose boxes overlap by more than 0.5 px */
    unsigned label_label; /* pairs of labels, likewise */
    unsigned label_edge;  /* a line of another edge runs through the label, at least 1 px from its
                             sides and 2 px from its top and bottom */
    unsigned edge_node;   /* a line runs through a node that is not an end of its edge, at least
                             2 px deep, or 15 % of its size if it is an ellipse */
    unsigned crossings;   /* pairs of edges whose lines cross, away from a common end */
    unsigned overlaid;    /* pairs of edges within 0.75 px of each other for 12 px or more */
    unsigned label_far;   /* labels more than 14 px from their own lines */
    unsigned label_ambiguous; /* labels beside their own line, more than 2 px from it, that are
                                 nearer to a line of another edge, or less than 3 px farther */
    unsigned head_hidden;     /* heads of which more than half is within the shape of a node */
    unsigned head_cut;        /* heads of which more than a fifth, and at most half, is */
    unsigned head_head;       /* pairs of a head and another one, or a label of another edge, of
                                 which more than a fifth of a head is within the other */
    unsigned label_hides; /* labels that cover an end of their own line, or leave less than 12 px
                             of it visible */
    unsigned overflow;    /* nodes whose text protrudes by more than 1 px */
    unsigned outside; /* nodes, labels and texts that protrude from the view by more than 0.5 px;
                         a label counts again as a text */
    unsigned bloc_node; /* a node whose box overlaps the region of a bloc by more than 0.5 px, but
                           does not belong to it */
    unsigned bloc_edge; /* an edge of which a line runs through the region of a bloc without
                           ending in it */
    unsigned parallel;  /* pairs of edges within 7 px of each other for 50 px or more */
    unsigned label_share;  /* labels that hide more than half of a line of their own */
    unsigned legend_share; /* 1 if the legend takes more than a tenth of the height of the view */
    double length;         /* of all lines, in px */
    double bend;           /* total length of all lines in excess of straight ones, in px */
    double smallest; /* font size in points of print, with the view scaled to 170 x 240 mm */
    double aspect;   /* width / height of the view */
};

/* Measures an outline. Fails only with STATUS_MEMORY. The same figure has the same score on every
   machine. */
enum status score_outline(const struct outline *outline, struct score *score);

/* Measures a layout, without the page around it (layout_outline.h). Takes about a millisecond for
   35 actors and 52 relations. Fails only with STATUS_MEMORY. */
enum status score_layout(const struct scene *scene, const struct layout *layout,
                         struct score *score);

/* The number of collisions: the sum of all counts but crossings, bloc_edge, parallel,
   label_share, legend_share, nodes, edges and labels. */
unsigned score_collisions(const struct score *score);

/* The number of those collisions that make a figure illegible or wrong: all but ambiguous labels,
   and heads that are cut or overlap. */
unsigned score_obstructions(const struct score *score);

#endif
