/* SPDX-License-Identifier: MIT */
/* The legend: what this drawing uses, and nothing else, arranged in columns. */
#ifndef SCENE_LEGEND_H
#define SCENE_LEGEND_H

#include <stdbool.h>

#include "scene/scene.h"

enum { LEGEND_MAX_COLUMNS = 12, LEGEND_MAX_ROWS = 5, LEGEND_TEXT = 160 };

/* In points of print, to be multiplied by the legend's unit: the size of the text, the height of
   a row, the width of a sample and the gap between it and its word. */
#define LEGEND_TEXT_SIZE 7.5
#define LEGEND_ROW 12.0
#define LEGEND_SAMPLE_WIDTH 26.0
#define LEGEND_SAMPLE_GAP 5.0

/* A row of the legend: a sample and its word. */
struct legend_entry {
    enum legend_what {
        LEGEND_KIND,
        LEGEND_TYPE,
        LEGEND_JUNCTION,
        LEGEND_EVIDENCE,
        LEGEND_PHASE,
        LEGEND_WEIGHT
    } what;
    unsigned value; /* index in the vocabulary; a weight from 1 to 5 */
    char text[LEGEND_TEXT];
};

/* A heading's row, then a row for each entry. X, Y and WIDTH are in points of the page, from the
   legend's upper left corner; in a right-to-left legend X counts from the right. */
struct legend_column {
    const char *heading; /* NULL: continues the column before */
    struct legend_entry entries[LEGEND_MAX_ROWS];
    unsigned count;
    double x, y, width;
};

struct legend {
    struct legend_column columns[LEGEND_MAX_COLUMNS];
    unsigned count;            /* 0: no legend */
    double unit;               /* the size of a point of print, in points of the page */
    double page_width, height; /* in points of the page */
    bool rtl;
    enum relation_type sample; /* the type whose colour shows evidence, time and strength */
};

/* Arranges what SCENE needs in columns, on a page PAGE_WIDTH points wide with MARGIN points left
   blank on either side. */
void legend_arrange(struct legend *legend, const struct scene *scene, double page_width,
                    double margin, double unit);

#endif
