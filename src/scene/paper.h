/* SPDX-License-Identifier: MIT */
/* The paper that a figure is made for. */
#ifndef SCENE_PAPER_H
#define SCENE_PAPER_H

#include <stdbool.h>

#include "model/vocabulary.h"

/* Sizes are in points of print, 1/72 inch. */
struct paper {
    double width, height; /* exactly if it is whole, at most otherwise */
    bool whole;           /* the figure fills the paper; otherwise it takes only what it needs */
    bool turns;           /* may be turned from portrait to landscape */
    double scale;         /* of its texts: 1, and more for what is seen from afar */
};

/* The smallest text on a paper of scale 1 that can still be read in print. */
#define PAPER_SMALLEST 6.0

/* The rows of paper.def. */
enum paper_index {
#define PAPER(name, ...) PAPER_##name,
#include "scene/paper.def"
    PAPERS
};

/* Their words: column, full, a4, a3, slide. */
extern const struct vocabulary vocabulary_papers;

/* INDEX is below PAPERS. */
struct paper paper_of(unsigned index);

/* Replaces the width or the height of PAPER by one that is not 0; it is then not turned. */
void paper_fit(struct paper *paper, double width, double height);

/* Turns PAPER between portrait and landscape. */
void paper_turn(struct paper *paper);

#endif
