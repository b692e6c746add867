/* SPDX-License-Identifier: MIT */
/* Page layout: breaks title, legend, notes and foot into lines, and finds how much room they
   leave for the drawing. Nothing is drawn here (see render/page.h). Lengths are in points of the
   page unless they are said to be in points of print, 1/72 inch. */
#ifndef SCENE_PAGE_H
#define SCENE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "scene/legend.h"
#include "scene/notes.h"
#include "scene/panels.h"
#include "scene/scene.h"
#include "scene/wrap.h"

/* A text broken into lines of one size. */
struct page_passage {
    const char *text;
    struct wrap_lines lines;
    double size;
    enum metrics_face face;
};

/* On a paper that is filled, notes that don't fit below the drawing go on further sheets, of the
   same size, below the first. */
struct page_size {
    double width, height;
};

/* Everything that the page depends on in a drawing. */
struct page_drawing {
    double width, height;
    bool readable; /* printed at its own size, even if that doesn't fit the paper */
};

struct page {
    const struct scene *scene;
    struct page_drawing drawing; /* of all panels */
    struct page_drawing panel;   /* of one */
    struct panels panels;
    struct page_passage title, filters, sources;
    struct legend legend;
    bool dense; /* the legend is: it would take too much of the height */
    struct notes notes;
    double print;  /* points of the page per point of print */
    double unit;   /* PRINT times the paper's scale, which makes texts larger */
    double margin; /* around all texts */
    double width, height;
    double sheet_height; /* HEIGHT, unless the notes take sheets of their own below the first */
    size_t sheets;
    double title_y, drawing_y, legend_y, notes_y, filters_y, sources_y; /* upper edges */
};

/* Arranges the page of SCENE, which has its lettering, around DRAWING, or around as many of it as
   SCENE has panels. If DRAWING is not
   readable, it is scaled down until the page fits the paper, while the texts around it keep their
   size: a point of print is then more than one point of the page. SCENE must outlive PAGE. Fails
   only with STATUS_MEMORY, as do the functions below. */
enum status page_init(struct page *page, const struct scene *scene,
                      const struct page_drawing *drawing);
void page_clear(struct page *page);

/* The room on SCENE's paper for a drawing, in one of its panels, that is not scaled: at least
   three tenths of the paper's width and height, even if the page then becomes larger than the
   paper. */
enum status page_room(const struct scene *scene, struct page_size *room);

/* The parts of a page that can take so much of the paper that a drawing doesn't fit. */
enum page_part { PAGE_DRAWING, PAGE_TITLE, PAGE_LEGEND, PAGE_NOTES, PAGE_FOOT };

/* What has to be smaller if a page around DRAWING is larger than its paper: the largest text that
   takes more than half of the paper, or else the drawing. Sets *PART to it, and *HEIGHT to its
   height in points of print. */
enum status page_find_largest(const struct scene *scene, const struct page_drawing *drawing,
                              enum page_part *part, double *height);

/* Sets *SIZE to that of the smallest text of DRAWING on its page, in points of print. */
enum status page_smallest_text(const struct scene *scene, const struct page_drawing *drawing,
                               double *size);

/* Computes only the size, in points of print, of the first sheet of a page around DRAWING. */
enum status page_measure(const struct scene *scene, const struct page_drawing *drawing,
                         struct page_size *size);

#endif
