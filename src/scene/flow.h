/* SPDX-License-Identifier: MIT */
/* Breaks a sequence of items of different widths into rows. */
#ifndef SCENE_FLOW_H
#define SCENE_FLOW_H

#include <stdbool.h>

enum { FLOW_MAX_ITEMS = 64 };

struct flow_item {
    double width;
    bool opens;   /* the first of a group */
    unsigned row; /* from 0; set by flow_break */
};

/* The width of the rows, and the gaps between items of a group and before the first of a group.
 */
struct flow_measure {
    double width, gap, group_gap;
    bool dense; /* as few rows as possible; else up to one more for every two groups not split */
};

/* Distributes COUNT ITEMS, at most FLOW_MAX_ITEMS, over rows, in their order, and returns the
   number of rows. An item that is wider than a row has one to itself. Among all ways to do so,
   chooses those with the fewest rows, then the fewest rows of a single item, then the fewest
   groups that are split, in particular before their last or after their first item, and then the
   one whose rows are most even. It is the method of Knuth and Plass (Breaking Paragraphs into
   Lines, 1981). */
unsigned flow_break(struct flow_item items[], unsigned count, const struct flow_measure *measure);

/* The gap before ITEM, if it does not begin a row. */
double flow_gap(const struct flow_item *item, const struct flow_measure *measure);

#endif
