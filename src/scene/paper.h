/* SPDX-License-Identifier: MIT */
/* Paper sizes. */
#ifndef SCENE_PAPER_H
#define SCENE_PAPER_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* The paper that a figure is made for, in points of print, 1/72 inch. */
struct paper {
    double width, height; /* of the figure; unless FILLED, its maximum height */
    bool filled;          /* the figure fills the paper; otherwise it is only as high as needed */
    bool turns;           /* may be turned from portrait to landscape */
    double scale;         /* of its texts: 1, or more if it is seen from afar */
};

/* The smallest legible font size in print, for a paper of scale 1. */
#define PAPER_SMALLEST 6.0

/* The rows of paper.def. */
enum paper_index {
#define PAPER(name, ...) PAPER_##name,
#include "scene/paper.def"
    PAPERS
};

/* Their words: column, full, a4, a3, slide. */
extern const struct vocabulary vocabulary_papers;

/* The paper of row INDEX, which is below PAPERS. */
struct paper paper_of(unsigned index);

/* Sets the width and the height of PAPER, unless they are 0; if either is set, PAPER no longer
   turns. */
void paper_fit(struct paper *paper, double width, double height);

/* Turns PAPER between portrait and landscape. */
void paper_turn(struct paper *paper);

#endif
