/* SPDX-License-Identifier: MIT */
/* The page that a figure is made for. */
#ifndef SCENE_PAPER_H
#define SCENE_PAPER_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "model/vocabulary.h"

/* Sizes in points (1/72 inch) of print. */
struct paper {
    double width, height; /* at most, or exactly if it is whole */
    bool whole;           /* the figure is the paper, and fills it; else it takes what it needs */
    bool turns;           /* may be laid lengthways or crossways */
    double scale;         /* of its texts: 1, and more for what is seen from afar */
};

/* No text is smaller than this on a paper of scale 1: what can still be read in print. */
#define PAPER_SMALLEST 6.0

/* The names of the papers: column, full, a4, a3, slide. */
extern const struct vocabulary vocabulary_papers;

enum { PAPER_FULL = 1 };

/* The paper of index N in the vocabulary. */
struct paper paper_of(unsigned index);

/* Gives the paper another width or height, where they are not 0; it then lies as they say. */
void paper_fit(struct paper *paper, double width, double height);

/* Lays the paper the other way: its width becomes its height. */
void paper_turn(struct paper *paper);

/* Reads a length: "170mm", "17cm", "6.7in", "480pt"; a number alone is in millimetres. From 20 mm
   to 5 m. What is none is told with NAME, the option's, and is STATUS_FAILURE. */
enum status paper_length(const char *name, const char *text, struct messages *messages,
                         double *points);

#endif
