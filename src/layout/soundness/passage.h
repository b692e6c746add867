/* SPDX-License-Identifier: MIT */
/* Passages: the parts of lines at a place where a reader may lose them, behind a node, below a
   label, or at a corner near another line's. */
#ifndef LAYOUT_SOUNDNESS_PASSAGE_H
#define LAYOUT_SOUNDNESS_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/soundness/course.h"

/* Where a line is visible again, and the way that it takes from there, a vector of length 1. */
struct passage_arm {
    struct point at, way;
};

struct passage {
    uint32_t line;
    struct passage_arm arms[2]; /* towards the start and towards the end of the line */
    bool joined[2];             /* which arms seem to go on as those of other lines */
};

/* Sets *PASSAGE to the passage of LINE from point FIRST to point LAST of its COURSE. Returns
   false if the line begins or ends there. */
bool passage_init(struct passage *passage, uint32_t line, const struct course *course,
                  size_t first, size_t last);

/* Whether each of two lines seems to go on as the other: whether that is clearly straighter than
   what they do, for both of them. */
bool passages_look_exchanged(const struct passage *a, const struct passage *b);

/* Notes which arms of A and B seem to go on as each other: where that is clearly straighter than
   what either line does. */
void passages_join(struct passage *a, struct passage *b);

/* Whether both arms of a line seem to go on as others: it changes places with one line, or in a
   ring with several. */
bool passage_is_lost(const struct passage *passage);

#endif
