/* SPDX-License-Identifier: MIT */
/* How much of a head is within nodes, labels or other heads. */
#ifndef LAYOUT_SCORE_HEAD_COVER_H
#define LAYOUT_SCORE_HEAD_COVER_H

#include "layout/score/outline.h"

/* The share of a head, 0 to 1, that is within the shape of one node. Measured at up to 81
   points. */
double head_cover_of_node(const struct outline_head *head, const struct outline_node *node);

/* The share of a head of OUTLINE, 0 to 1, that is within the shapes of nodes; of a shape without
   an area, 0. */
double head_cover(const struct outline *outline, const struct outline_head *head);

/* The share of a head, 0 to 1, that is within one or more of COUNT OTHERS, or within BOX. */
double head_cover_of_heads(const struct outline_head *head,
                           const struct outline_head *const *others, size_t count);
double head_cover_of_box(const struct outline_head *head, const struct box *box);

/* The box of a head; box_empty() if it has no points. */
struct box head_cover_box(const struct outline_head *head);

#endif
