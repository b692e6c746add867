/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "scene/page.h"

#include <math.h>
#include <string.h>

/* In points of print. */
static const double margin_size = 8, title_size = 12, foot_size = 7;

/* The share of a sheet that notes may take below a drawing. */
static const double most_notes = 0.35;

/* The largest share of the height that the legend should have: a tenth, less the heads that stand
   out of its rows. */
static const double most_legend = 0.095;

/* The sum of both margins that layout_normalize adds to a drawing. */
static const double drawing_margin = 8;

static enum status set_title(struct page_passage *title, const char *text, double size,
                             double width)
{
    *title = (struct page_passage){.text = text, .size = size, .face = METRICS_BOLD};
    return wrap_whole(text, size, title->face, width, &title->lines);
}

/* A line of the foot takes the whole width before the next one begins. */
static enum status set_foot(struct page_passage *foot, const char *text, double size,
                            double width)
{
    *foot = (struct page_passage){.text = text, .size = size, .face = METRICS_REGULAR};
    return wrap_fill(text, 0, strlen(text), size, foot->face, width, &foot->lines);
}

static double passage_height(const struct page_passage *passage)
{
    return (double)passage->lines.count * passage->size * METRICS_LINE;
}

static enum status arrange_words(struct page *page)
{
    const struct scene *scene = page->scene;
    double inner = page->width - 2 * page->margin, foot = foot_size * page->unit;
    TRY(set_title(&page->title, scene->title, title_size * page->unit, inner));
    bool own = scene->footer == NULL;
    TRY(set_foot(&page->filters, own ? scene->filters : scene->footer, foot, inner));
    TRY(set_foot(&page->sources, own ? scene->sources : scene->left_out, foot, inner));
    const struct legend_room room = {page->width, page->margin, page->unit, page->dense};
    legend_arrange(&page->legend, scene, &room);
    return STATUS_OK;
}

/* The height of everything except the drawing and the notes. */
static double height_of_words(const struct page *page)
{
    double gap = page->margin;
    return 3 * gap + (page->title.lines.count > 0 ? passage_height(&page->title) + gap : 0) +
           page->legend.height + (page->legend.height > 0 ? gap : 0) +
           passage_height(&page->filters) + passage_height(&page->sources);
}

/* The height of the notes, if they are on the sheet of the drawing. */
static double height_of_notes(const struct page *page)
{
    bool below = page->sheets == 1 && page->notes.height > 0;
    return below ? page->notes.height + page->margin : 0;
}

/* The panels of SCENE, if a point of print is UNIT points of the page. */
static struct panels find_panels(const struct scene *scene, double unit)
{
    const double margin = margin_size * scene->paper.scale;
    return panels_of(scene, unit * scene->paper.scale, (scene->paper.width - 2 * margin) * unit);
}

/* The size of PANELS, each with DRAWING. */
static struct page_drawing drawing_of(const struct panels *panels,
                                      const struct page_drawing *drawing)
{
    return (struct page_drawing){panels_width(panels, drawing->width),
                                 panels_height(panels, drawing->height), drawing->readable};
}

/* How texts are set: on a page of WIDTH points, UNIT of which are a point of print, with a DENSE
   legend or not. */
struct page_setting {
    double width, unit;
    bool dense;
};

static enum status set_words(struct page *page, const struct scene *scene,
                             const struct page_setting *setting)
{
    *page = (struct page){.scene = scene,
                          .width = setting->width,
                          .print = setting->unit,
                          .unit = setting->unit * scene->paper.scale,
                          .dense = setting->dense};
    page->margin = margin_size * page->unit;
    enum status status = arrange_words(page);
    if (status == STATUS_OK)
        status = notes_init(&page->notes, scene, page->width, page->margin, page->unit);
    if (status != STATUS_OK)
        page_clear(page);
    return status;
}

/* Moves the notes to sheets of their own if they don't fit below the drawing on the paper, whose
   height is PAPER points of the page. */
static void spread_notes(struct page *page, double paper)
{
    double words = height_of_words(page), below = page->notes.height + page->margin;
    page->sheet_height = fmax(words + page->drawing.height, paper);
    if (page->notes.height == 0 || !page->scene->notes ||
        words + page->drawing.height + below <= paper + 0.01)
        return;
    page->sheets +=
        notes_spread(&page->notes, page->sheet_height - 2 * page->margin, page->sheet_height);
}

/* Stacks title, drawing, legend, notes and foot. On a paper that is filled, the drawing is
   centred in the room that the texts leave. */
static void stack(struct page *page)
{
    const struct paper *paper = &page->scene->paper;
    double gap = page->margin, y = gap, filled = page->width / paper->width * paper->height;
    double drawing = page->drawing.height;
    page->sheets = 1;
    if (paper->filled)
        spread_notes(page, filled);
    double words = height_of_words(page) + height_of_notes(page);
    page->sheet_height = words + drawing;
    if (paper->filled) {
        page->sheet_height = fmax(page->sheet_height, filled);
        drawing = page->sheet_height - words;
    }
    page->height = page->sheet_height * (double)page->sheets;
    page->title_y = gap;
    if (page->title.lines.count > 0)
        y += passage_height(&page->title) + gap;
    page->drawing_y = y + (drawing - page->drawing.height) / 2;
    y += drawing + gap;
    page->legend_y = y;
    y += page->legend.height + (page->legend.height > 0 ? gap : 0);
    page->notes_y = page->sheets > 1 ? page->sheet_height + gap : y;
    y += height_of_notes(page);
    page->filters_y = y;
    page->sources_y = y + passage_height(&page->filters);
}

/* The width of the page if a point of print is UNIT points of the page: that of the paper, so
   that figures side by side have texts of the same size, unless the drawing is wider. */
static double width_around(const struct page_drawing *drawing, const struct scene *scene,
                           double unit)
{
    return fmax(drawing->width + 2 * margin_size * unit, scene->paper.width * unit);
}

/* Whether the legend takes no more than its share of PAGE, whose parts are stacked. */
static bool is_modest(const struct page *page)
{
    return page->legend.height <= most_legend * page->sheet_height;
}

/* Sets all texts around DRAWING and puts them in their places. */
static enum status arrange(struct page *page, const struct scene *scene,
                           const struct page_drawing *drawing, const struct page_setting *setting)
{
    TRY(set_words(page, scene, setting));
    page->panels = find_panels(scene, page->print);
    page->panel = *drawing;
    page->drawing = drawing_of(&page->panels, drawing);
    stack(page);
    return STATUS_OK;
}

/* Arranges PAGE, and again with a dense legend if it takes too much of it. */
static enum status arrange_best(struct page *page, const struct scene *scene,
                                const struct page_drawing *drawing, double unit)
{
    const struct panels panels = find_panels(scene, unit);
    const struct page_drawing all = drawing_of(&panels, drawing);
    struct page_setting setting = {width_around(&all, scene, unit), unit, false};
    TRY(arrange(page, scene, drawing, &setting));
    if (is_modest(page))
        return STATUS_OK;
    page_clear(page);
    setting.dense = true;
    return arrange(page, scene, drawing, &setting);
}

enum status page_init(struct page *page, const struct scene *scene,
                      const struct page_drawing *drawing)
{
    double unit = 1;
    for (int tries = 0;; tries++) {
        TRY(arrange_best(page, scene, drawing, unit));
        double larger =
            fmax(page->width / scene->paper.width, page->sheet_height / scene->paper.height);
        if (drawing->readable || larger <= unit + 0.001 || tries == 5)
            return STATUS_OK;
        page_clear(page);
        unit = larger;
    }
}

enum status page_room(const struct scene *scene, struct page_size *room)
{
    struct page page;
    TRY(set_words(&page, scene, &(struct page_setting){scene->paper.width, 1, false}));
    const struct paper *paper = &scene->paper;
    double notes = page.notes.height > 0 ? page.notes.height + page.margin : 0;
    if (paper->filled && scene->notes && notes > most_notes * paper->height)
        notes = 0; /* they go on sheets of their own */
    const struct panels panels = find_panels(scene, page.print);
    const double width = paper->width - 2 * margin_size;
    const double height = paper->height - height_of_words(&page) - notes;
    *room = (struct page_size){fmax(panels_share_of_width(&panels, width) - drawing_margin,
                                    panels_share_of_width(&panels, 0.3 * paper->width)),
                               fmax(panels_share_of_height(&panels, height) - drawing_margin,
                                    panels_share_of_height(&panels, 0.3 * paper->height))};
    page_clear(&page);
    return STATUS_OK;
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
    *size = (struct page_size){page.width / page.print, page.sheet_height / page.print};
    page_clear(&page);
    return STATUS_OK;
}

static void find_largest(const struct page *page, enum page_part *part, double *height)
{
    const double heights[] = {[PAGE_DRAWING] = page->drawing.height,
                              [PAGE_TITLE] = passage_height(&page->title),
                              [PAGE_LEGEND] = page->legend.height,
                              [PAGE_NOTES] = height_of_notes(page),
                              [PAGE_FOOT] = passage_height(&page->filters) +
                                            passage_height(&page->sources)};
    double half = page->scene->paper.height * page->print / 2;
    *part = PAGE_DRAWING;
    for (enum page_part i = PAGE_TITLE; i <= PAGE_FOOT; i++)
        if (heights[i] > half && (*part == PAGE_DRAWING || heights[i] > heights[*part]))
            *part = i;
    *height = heights[*part] / page->print;
}

enum status page_find_largest(const struct scene *scene, const struct page_drawing *drawing,
                              enum page_part *part, double *height)
{
    struct page page;
    TRY(page_init(&page, scene, drawing));
    find_largest(&page, part, height);
    page_clear(&page);
    return STATUS_OK;
}

static double smaller_of(double size, const struct text_block *block)
{
    return block->count > 0 ? fmin(size, block->size) : size;
}

enum status page_smallest_text(const struct scene *scene, const struct page_drawing *drawing,
                               double *size)
{
    struct page page;
    TRY(page_init(&page, scene, drawing));
    *size = HUGE_VAL;
    for (size_t i = 0; i < scene->node_count; i++)
        *size = smaller_of(*size, &scene->nodes[i].name);
    for (size_t i = 0; i < scene->tie_count; i++)
        *size = smaller_of(*size, &scene->ties[i].label);
    *size /= page.print;
    page_clear(&page);
    return STATUS_OK;
}
