/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/page.h"

#include <math.h>

/* In points of print. */
static const double margin_size = 8, title_size = 13, foot_size = 7, narrowest = 320;

/* The sum of both margins that layout_normalize adds to a drawing. */
static const double drawing_margin = 8;

static enum status set_passage(struct page_passage *passage, const char *text, double size,
                               double width)
{
    passage->text = text;
    passage->size = size;
    return wrap_whole(text, size, passage->face, width, &passage->lines);
}

static double passage_height(const struct page_passage *passage)
{
    return (double)passage->lines.count * passage->size * METRICS_LINE;
}

static enum status arrange_words(struct page *page)
{
    const struct scene *scene = page->scene;
    double inner = page->width - 2 * page->margin, foot = foot_size * page->unit;
    page->title.face = METRICS_BOLD;
    page->filters.face = page->sources.face = METRICS_REGULAR;
    TRY(set_passage(&page->title, scene->title, title_size * page->unit, inner));
    bool own = scene->footer == NULL;
    TRY(set_passage(&page->filters, own ? scene->filters : scene->footer, foot, inner));
    TRY(set_passage(&page->sources, own ? scene->sources : "", foot, inner));
    legend_arrange(&page->legend, scene, page->width, page->margin, page->unit);
    return STATUS_OK;
}

/* The height of everything except the drawing. */
static double height_of_words(const struct page *page)
{
    double gap = page->margin;
    return 3 * gap + (page->title.lines.count > 0 ? passage_height(&page->title) + gap : 0) +
           page->legend.height + (page->legend.height > 0 ? gap : 0) + page->notes.height +
           (page->notes.height > 0 ? gap : 0) + passage_height(&page->filters) +
           passage_height(&page->sources);
}

/* Sets all texts for a page of WIDTH points, UNIT of which are a point of print. */
static enum status set_words(struct page *page, const struct scene *scene, double width,
                             double unit)
{
    *page = (struct page){
        .scene = scene, .width = width, .print = unit, .unit = unit * scene->paper.scale};
    page->margin = margin_size * page->unit;
    enum status status = arrange_words(page);
    if (status == STATUS_OK)
        status = notes_init(&page->notes, scene, width, page->margin, page->unit);
    if (status != STATUS_OK)
        page_clear(page);
    return status;
}

/* Stacks title, drawing, legend, notes and foot. On a paper that is filled, the drawing is
   centred in the room that the texts leave. */
static void stack(struct page *page)
{
    double gap = page->margin, words = height_of_words(page), y = gap;
    double drawing = page->drawing.height;
    page->height = words + drawing;
    if (page->scene->paper.filled) {
        page->height = fmax(page->height,
                            page->width / page->scene->paper.width * page->scene->paper.height);
        drawing = page->height - words;
    }
    page->title_y = gap;
    if (page->title.lines.count > 0)
        y += passage_height(&page->title) + gap;
    page->drawing_y = y + (drawing - page->drawing.height) / 2;
    y += drawing + gap;
    page->legend_y = y;
    y += page->legend.height + (page->legend.height > 0 ? gap : 0);
    page->notes_y = y;
    y += page->notes.height + (page->notes.height > 0 ? gap : 0);
    page->filters_y = y;
    page->sources_y = y + passage_height(&page->filters);
}

/* The width of the page if a point of print is UNIT points of the page. */
static double width_around(const struct page_drawing *drawing, const struct scene *scene,
                           double unit)
{
    double width = drawing->width + 2 * margin_size * unit;
    double paper = scene->paper.width * unit;
    return fmax(width, scene->paper.filled ? paper : fmin(narrowest * unit, paper));
}

enum status page_init(struct page *page, const struct scene *scene,
                      const struct page_drawing *drawing)
{
    double unit = 1;
    for (int tries = 0;; tries++) {
        TRY(set_words(page, scene, width_around(drawing, scene, unit), unit));
        page->drawing = *drawing;
        stack(page);
        double larger =
            fmax(page->width / scene->paper.width, page->height / scene->paper.height);
        if (drawing->readable || larger <= unit + 0.001 || tries == 5)
            return STATUS_OK;
        page_clear(page);
        unit = larger;
    }
}

enum status page_room(const struct scene *scene, struct page_size *room)
{
    struct page page;
    TRY(set_words(&page, scene, scene->paper.width, 1));
    const struct paper *paper = &scene->paper;
    *room = (struct page_size){
        fmax(paper->width - 2 * margin_size - drawing_margin, 0.3 * paper->width),
        fmax(paper->height - height_of_words(&page) - drawing_margin, 0.3 * paper->height)};
    page_clear(&page);
    return STATUS_OK;
}

struct page_size page_print_size(const struct page *page)
{
    return (struct page_size){page->width / page->print, page->height / page->print};
}

void page_clear(struct page *page)
{
    notes_clear(&page->notes);
    wrap_clear(&page->title.lines);
    wrap_clear(&page->filters.lines);
    wrap_clear(&page->sources.lines);
}

enum status page_measure(const struct scene *scene, const struct page_drawing *drawing,
                         struct page_size *size)
{
    struct page page;
    TRY(page_init(&page, scene, drawing));
    *size = page_print_size(&page);
    page_clear(&page);
    return STATUS_OK;
}
