/* SPDX-License-Identifier: MIT */
/* The page around a drawing: title, legend, notes and foot, how they break into lines, how high
   they are and how much room they leave. Nothing here is drawn. Lengths are in points of the
   page. */
#ifndef SCENE_PAGE_H
#define SCENE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "scene/legend.h"
#include "scene/notes.h"
#include "scene/scene.h"
#include "scene/wrap.h"

/* A text in lines of one size, one below the other. */
struct page_passage {
    const char *text;
    struct wrap_line lines[WRAP_MAX_LINES];
    size_t count;
    double size;
    enum metrics_face face;
};

struct page_size {
    double width, height;
};

/* All that the page needs to know of a drawing. */
struct page_drawing {
    double width, height;
    bool readable; /* printed as it is, even if it doesn't fit into the paper */
};

struct page {
    const struct scene *scene;
    struct page_drawing drawing;
    struct page_passage title, filters, sources;
    struct legend legend;
    struct notes notes;
    double print;  /* the size of a point of print */
    double unit;   /* PRINT times the paper's scale: words are larger where that is */
    double margin; /* around all words */
    double width, height;
    double title_y, drawing_y, legend_y, notes_y, filters_y, sources_y; /* upper edges */
};

/* Arranges the page of SCENE, which is finished, around DRAWING. A drawing that is not readable
   is printed smaller until the page fits into its paper, while the words keep their size: a point
   of print is then larger than one of the page. SCENE must outlive PAGE. */
enum status page_init(struct page *page, const struct scene *scene,
                      const struct page_drawing *drawing);
void page_clear(struct page *page);

/* The size of PAGE in print. */
struct page_size page_print_size(const struct page *page);

/* The room that SCENE's paper leaves for a drawing that is printed as it is: at least three
   tenths of the paper's width and height, even if the page is then larger than the paper. */
enum status page_room(const struct scene *scene, struct page_size *room);

/* The size in print of a page around DRAWING, without keeping the page. */
enum status page_measure(const struct scene *scene, const struct page_drawing *drawing,
                         struct page_size *size);

#endif
