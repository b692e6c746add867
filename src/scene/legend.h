/* SPDX-License-Identifier: MIT */
/* The legend, arranged in columns: it explains what this drawing uses, and nothing else. */
#ifndef SCENE_LEGEND_H
#define SCENE_LEGEND_H

#include <stdbool.h>

#include "scene/scene.h"

enum { LEGEND_MAX_COLUMNS = 12, LEGEND_MAX_DIAMONDS = 5, LEGEND_MAX_ROWS = 8, LEGEND_TEXT = 640 };

/* The size of the text, the height of a row, the width of a sample, and the gap between a sample
   and its word. In points of print: multiply them by the legend's unit. */
#define LEGEND_TEXT_SIZE 7.5
#define LEGEND_ROW 12.0
#define LEGEND_SAMPLE_WIDTH 26.0
#define LEGEND_SAMPLE_GAP 5.0

/* A row of the legend: a sample and its word. */
struct legend_entry {
    enum legend_subject {
        LEGEND_KIND,
        LEGEND_TYPE,
        LEGEND_ONE_WAY, /* ties of a type that is usually mutual */
        LEGEND_JUNCTION,
        LEGEND_EVIDENCE,
        LEGEND_PHASE,
        LEGEND_WEIGHT
    } subject;
    unsigned value; /* index in the vocabulary; a weight from 1 to 5 */
    char text[LEGEND_TEXT];
};

/* A heading's row, then a row for each entry. X, Y and WIDTH are in points of the page, from the
   legend's upper left corner; in a right-to-left legend X counts from the right. */
struct legend_column {
    const char *heading; /* NULL: continues the previous column */
    struct legend_entry entries[LEGEND_MAX_ROWS];
    unsigned count;
    double x, y, width;
    double bottom; /* of this column, and of those below it */
};

struct legend {
    struct legend_column columns[LEGEND_MAX_COLUMNS];
    unsigned count;            /* 0: no legend */
    double unit;               /* points of the page per point of print */
    double page_width, height; /* in points of the page */
    bool rtl;
    /* The type in whose colour the samples of evidence, phase and weight are drawn, and the
       weight of all samples but those of weights. */
    enum relation_type sample;
    unsigned sample_weight;
    unsigned junctions; /* the types of ties with a junction */
    unsigned mutual;    /* the types of mutual ties */
};

/* Arranges the entries that SCENE needs in columns, on a page PAGE_WIDTH points wide with a
   margin of MARGIN points on either side. UNIT is the number of points of the page per point of
   print. */
void legend_arrange(struct legend *legend, const struct scene *scene, double page_width,
                    double margin, double unit);

#endif
