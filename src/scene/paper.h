/* SPDX-License-Identifier: MIT */
/* The page that a figure is made for. */
#ifndef SCENE_PAPER_H
#define SCENE_PAPER_H

#include <stdbool.h>

#include "base/message.h"
#include "base/status.h"
#include "model/vocabulary.h"

/* Sizes in points (1/72 inch) of print. */
struct sheet {
    double width, height; /* at most, or exactly if it is whole */
    bool whole;           /* the figure is the sheet, and fills it; else it takes what it needs */
    bool turns;           /* may be laid lengthways or crossways */
    double scale;         /* of its texts: 1, and more for what is seen from afar */
};

/* No text is smaller than this on a sheet of scale 1: what can still be read in print. */
#define SHEET_SMALLEST 6.0

/* The names of the sheets: column, full, a4, a3, slide. */
extern const struct vocabulary vocabulary_sheets;

enum { SHEET_FULL = 1 };

/* The sheet of index N in the vocabulary. */
struct sheet sheet_of(unsigned index);

/* Gives the sheet another width or height, where they are not 0; it then lies as they say. */
void sheet_fit(struct sheet *sheet, double width, double height);

/* Reads a length: "170mm", "17cm", "6.7in", "480pt"; a number alone is in millimetres. From 20 mm
   to 5 m. What is none is told with NAME, the option's, and is STATUS_TROUBLE. */
enum status sheet_length(const char *name, const char *text, struct messages *messages,
                         double *points);

#endif
