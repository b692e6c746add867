/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/page.h"

#include <math.h>
#include <string.h>

#include "render/figure.h"
#include "render/legend.h"
#include "render/notes.h"
#include "render/stamp.h"
#include "render/svg.h"
#include "scene/fingerprint.h"

/* In points of print. */
static const double margin = 8, title_size = 13, foot_size = 7, narrowest = 320;

/* A drawing's own margin on both sides: see layout_settle. */
static const double drawing_margin = 8;

enum { TITLE_LINES = 3, FOOT_LINES = 8, SPOKEN_RELATIONS = 200 };

/* Lines of one size, one below the other. */
struct passage {
    const char *text;
    struct metrics_line lines[METRICS_MAX_LINES];
    size_t count;
    double size;
    enum metrics_face face;
    const char *color;
};

struct page {
    const struct scene *scene;
    const struct layout *layout;
    struct passage title, filters, sources;
    struct legend legend;
    struct notes notes;
    double print; /* the size of a point of print, in points of the page */
    double unit;  /* the same times the paper's scale: words are larger where that is */
    double width, height;
    double drawing_y, legend_y, notes_y, foot_y;
};

static void set_passage(struct passage *passage, const char *text, double size, double width,
                        size_t most)
{
    passage->text = text;
    passage->size = size;
    passage->count = text[0] == '\0'
                         ? 0
                         : metrics_wrap(text, size, passage->face, width, passage->lines, most);
}

static double passage_height(const struct passage *passage)
{
    return (double)passage->count * passage->size * METRICS_LINE;
}

static void arrange_words(struct page *page)
{
    double inner = page->width - 2 * margin * page->unit;
    page->title = (struct passage){.face = METRICS_BOLD, .color = STYLE_INK};
    page->filters = (struct passage){.face = METRICS_REGULAR, .color = STYLE_MUTED};
    page->sources = page->filters;
    set_passage(&page->title, page->scene->title, title_size * page->unit, inner, TITLE_LINES);
    set_passage(&page->filters, page->scene->filters, foot_size * page->unit, inner, FOOT_LINES);
    set_passage(&page->sources, page->scene->sources, foot_size * page->unit, inner, FOOT_LINES);
    legend_arrange(&page->legend, page->scene, page->width, margin * page->unit, page->unit);
}

/* How high everything but the drawing is. */
static double height_of_words(const struct page *page)
{
    double gap = margin * page->unit;
    return 3 * gap + (page->title.count > 0 ? passage_height(&page->title) + gap : 0) +
           page->legend.height + (page->legend.height > 0 ? gap : 0) + page->notes.height +
           (page->notes.height > 0 ? gap : 0) + passage_height(&page->filters) +
           passage_height(&page->sources);
}

/* Sets all words for a page of WIDTH points, each point of print being UNIT of them. */
static enum status set_words(struct page *page, const struct scene *scene, double width,
                             double unit)
{
    *page = (struct page){
        .scene = scene, .width = width, .print = unit, .unit = unit * scene->paper.scale};
    arrange_words(page);
    return notes_init(&page->notes, scene, width, margin * page->unit, page->unit);
}

/* From top to bottom: title, drawing, legend, notes, foot. On a paper that is whole, the drawing
   has all the room that the words leave, and is in the middle of it. */
static void stack(struct page *page)
{
    double gap = margin * page->unit, words = height_of_words(page), y = gap;
    double drawing = page->layout->height;
    page->height = words + drawing;
    if (page->scene->paper.whole) {
        page->height = fmax(page->height,
                            page->width / page->scene->paper.width * page->scene->paper.height);
        drawing = page->height - words;
    }
    if (page->title.count > 0)
        y += passage_height(&page->title) + gap;
    page->drawing_y = y + (drawing - page->layout->height) / 2;
    y += drawing + gap;
    page->legend_y = y;
    y += page->legend.height + (page->legend.height > 0 ? gap : 0);
    page->notes_y = y;
    y += page->notes.height + (page->notes.height > 0 ? gap : 0);
    page->foot_y = y;
}

/* How wide the page is if a point of print is UNIT of its points. */
static double page_width(const struct layout *layout, const struct scene *scene, double unit)
{
    double width = layout->width + 2 * margin * unit;
    double paper = scene->paper.width * unit;
    return fmax(width, scene->paper.whole ? paper : fmin(narrowest * unit, paper));
}

/* A drawing that is readable is printed as it is; another one is made smaller until it fits into
   its paper, and the words keep their size: a point of print is then UNIT points of the page. */
static enum status arrange(struct page *page, const struct scene *scene,
                           const struct layout *layout)
{
    double unit = 1;
    for (int tries = 0;; tries++) {
        TRY(set_words(page, scene, page_width(layout, scene, unit), unit));
        page->layout = layout;
        stack(page);
        double larger =
            fmax(page->width / scene->paper.width, page->height / scene->paper.height);
        if (layout->readable || larger <= unit + 0.001 || tries == 5)
            return STATUS_OK;
        notes_clear(&page->notes);
        unit = larger;
    }
}

enum status page_room(const struct scene *scene, struct point *room)
{
    struct page page;
    TRY(set_words(&page, scene, scene->paper.width, 1));
    const struct paper *paper = &scene->paper;
    *room = (struct point){
        fmax(paper->width - 2 * margin - drawing_margin, 0.3 * paper->width),
        fmax(paper->height - height_of_words(&page) - drawing_margin, 0.3 * paper->height)};
    notes_clear(&page.notes);
    return STATUS_OK;
}

/* The size in print: see arrange. */
static struct point print_size(const struct page *page)
{
    return (struct point){page->width / page->print, page->height / page->print};
}

enum status page_size(const struct scene *scene, const struct layout *layout, struct point *size)
{
    struct page page;
    TRY(arrange(&page, scene, layout));
    *size = print_size(&page);
    notes_clear(&page.notes);
    return STATUS_OK;
}

static void draw_passage(struct buffer *out, const struct page *page,
                         const struct passage *passage, double y)
{
    bool rtl = wording_is_rtl(page->scene->tongue);
    double x = margin * page->unit;
    for (size_t i = 0; i < passage->count; i++) {
        struct buffer line = BUFFER_EMPTY;
        buffer_add(&line, passage->text + passage->lines[i].start, passage->lines[i].length);
        const struct svg_text text = {
            .at = {rtl ? page->width - x : x,
                   y + passage->size * (METRICS_LINE * (double)i + METRICS_ASCENT)},
            .size = passage->size,
            .color = passage->color,
            .bold = passage->face == METRICS_BOLD,
            .rtl = rtl};
        svg_text(out, &text, buffer_string(&line));
        out->failed |= line.failed;
        buffer_clear(&line);
    }
}

static void open_document(struct buffer *out, const struct page *page)
{
    struct point shown = print_size(page);
    buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    svg_number(out, shown.x);
    buffer_text(out, "pt\" height=\"");
    svg_number(out, shown.y);
    buffer_text(out, "pt\" viewBox=\"0 0 ");
    svg_number(out, page->width);
    buffer_char(out, ' ');
    svg_number(out, page->height);
    buffer_text(out, "\" role=\"img\" aria-labelledby=\"figure-title\" "
                     "aria-describedby=\"figure-desc\"");
    if (page->scene->language[0] != '\0')
        svg_attribute(out, "xml:lang", page->scene->language);
    svg_attribute(out, "font-family", STYLE_FONTS);
    buffer_text(out, ">\n");
}

/* For those who hear the figure: what it is, and each relation in a sentence. */
static void describe(struct buffer *out, const struct scene *scene)
{
    buffer_text(out, "<title id=\"figure-title\">");
    svg_escape(out, scene->title);
    buffer_text(out, "</title>\n<desc id=\"figure-desc\">");
    svg_escape(out, scene->sources);
    buffer_char(out, '.');
    for (size_t i = 0; i < scene->relation_count && i < SPOKEN_RELATIONS; i++) {
        buffer_char(out, '\n');
        svg_escape(out, scene->relations[i].sentence);
        buffer_char(out, '.');
    }
    buffer_text(out, "</desc>\n");
}

/* Stands first, so that it is found without reading the whole figure: see stamp.h. */
static void write_metadata(struct buffer *out, const char *dataset, const char *fingerprint)
{
    buffer_format(out, "<metadata><figure xmlns=\"urn:entente:figure:1\" picture-format=\"%d\"",
                  PICTURE_FORMAT);
    svg_attribute(out, STAMP_KEY, fingerprint);
    svg_attribute(out, "dataset", dataset);
    buffer_text(out, "/></metadata>\n");
}

static void draw_ground(struct buffer *out, const struct page *page)
{
    buffer_text(out, "<rect");
    svg_attribute_number(out, "width", page->width);
    svg_attribute_number(out, "height", page->height);
    buffer_text(out, " fill=\"#FFFFFF\"/>\n");
}

static enum status draw_page(struct buffer *out, const struct page *page, const char *fingerprint)
{
    const struct layout *layout = page->layout;
    open_document(out, page);
    write_metadata(out, page->scene->dataset, fingerprint);
    describe(out, page->scene);
    draw_ground(out, page);
    draw_passage(out, page, &page->title, margin * page->unit);
    const struct point origin = {(page->width - layout->width) / 2, page->drawing_y};
    buffer_text(out, "<g class=\"drawing\" transform=\"translate(");
    svg_point(out, origin);
    buffer_text(out, ")\">\n");
    TRY(figure_draw(out, page->scene, layout));
    buffer_text(out, "</g>\n");
    legend_draw(out, &page->legend, page->legend_y);
    notes_draw(out, &page->notes, page->notes_y);
    draw_passage(out, page, &page->filters, page->foot_y);
    draw_passage(out, page, &page->sources, page->foot_y + passage_height(&page->filters));
    buffer_text(out, "</svg>\n");
    return buffer_status(out);
}

enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint)
{
    struct page page;
    TRY(arrange(&page, scene, layout));
    enum status status = draw_page(out, &page, fingerprint);
    notes_clear(&page.notes);
    return status;
}
