/* SPDX-License-Identifier: MIT */
/* The legend: what this drawing uses, and nothing else. */
#ifndef RENDER_LEGEND_H
#define RENDER_LEGEND_H

#include <stdbool.h>

#include "base/memory/buffer.h"
#include "scene/scene.h"

enum { LEGEND_MAX_COLUMNS = 12, LEGEND_MAX_ROWS = 5, LEGEND_TEXT = 160 };

/* A line of the legend: a sample and its word. */
struct legend_entry {
    enum legend_what {
        LEGEND_KIND,
        LEGEND_TYPE,
        LEGEND_JUNCTION,
        LEGEND_EVIDENCE,
        LEGEND_PHASE,
        LEGEND_WEIGHT
    } what;
    unsigned value; /* of the vocabulary; of a weight: 1 or 5 */
    char text[LEGEND_TEXT];
};

struct legend_column {
    const char *heading; /* NULL: goes on with the column before */
    struct legend_entry entries[LEGEND_MAX_ROWS];
    unsigned count;
    double x, y, width;
};

struct legend {
    struct legend_column columns[LEGEND_MAX_COLUMNS];
    unsigned count;
    double unit; /* the size of a point of print on the page, in points */
    double page_width, height;
    bool rtl;
    enum type sample; /* whose colour shows evidence, time and strength */
};

/* Arranges what SCENE needs in columns, in a page of PAGE_WIDTH points. */
void legend_arrange(struct legend *legend, const struct scene *scene, double page_width,
                    double margin, double unit);

/* Draws it with its upper edge at Y. */
void legend_draw(struct buffer *out, const struct legend *legend, double y);

#endif
