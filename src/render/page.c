/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/page.h"

#include <stdio.h>
#include <string.h>

#include "base/text/utf8.h"
#include "render/figure.h"
#include "render/layer.h"
#include "render/legend.h"
#include "render/link.h"
#include "render/notes.h"
#include "render/stamp.h"
#include "render/svg.h"
#include "scene/fingerprint.h"
#include "scene/page.h"

/* The maximum number of relations that the description lists. */
enum { SPOKEN_RELATIONS = 200 };

static void draw_passage(struct buffer *out, const struct page *page,
                         const struct page_passage *passage, const char *color, double y)
{
    /* An Arabic title of a figure in English words is written from right to left, too. */
    bool rtl = wording_is_rtl(page->scene->wording) ||
               utf8_first_direction(passage->text) == UTF8_RIGHT_TO_LEFT;
    for (size_t i = 0; i < passage->lines.count; i++) {
        struct buffer line = BUFFER_EMPTY;
        buffer_add(&line, passage->text + passage->lines.items[i].start,
                   passage->lines.items[i].length);
        const struct svg_text text = {
            .at = {rtl ? page->width - page->margin : page->margin,
                   y + passage->size * (METRICS_LINE * (double)i + METRICS_ASCENT)},
            .size = passage->size,
            .color = color,
            .bold = passage->face == METRICS_BOLD,
            .rtl = rtl};
        svg_text(out, &text, buffer_string(&line));
        out->failed |= line.failed;
        buffer_clear(&line);
    }
}

/* A part of a page, from Y down: all sheets, or one. */
struct page_window {
    double y, height;
};

static void open_document(struct buffer *out, const struct page *page,
                          const struct page_window *window)
{
    buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    svg_number(out, page->width / page->print);
    buffer_text(out, "pt\" height=\"");
    svg_number(out, window->height / page->print);
    buffer_text(out, "pt\" viewBox=\"0 ");
    svg_number(out, window->y);
    buffer_char(out, ' ');
    svg_number(out, page->width);
    buffer_char(out, ' ');
    svg_number(out, window->height);
    buffer_text(out, "\" role=\"img\" aria-labelledby=\"");
    link_name(out, page->scene, "figure", "title");
    buffer_text(out, "\" aria-describedby=\"");
    link_name(out, page->scene, "figure", "desc");
    buffer_char(out, '"');
    /* The anchors of texts must not depend on the page that the figure is part of. */
    svg_attribute(out, "direction", "ltr");
    if (page->scene->language[0] != '\0')
        svg_attribute(out, "xml:lang", page->scene->language);
    svg_attribute(out, "font-family", STYLE_FONTS);
    layer_declare(out);
    buffer_text(out, ">\n");
}

/* For screen readers: the title, and each relation in a sentence. */
static void describe(struct buffer *out, const struct scene *scene)
{
    buffer_text(out, "<title");
    link_id(out, scene, "figure", "title");
    buffer_char(out, '>');
    svg_escape(out, scene->title);
    buffer_text(out, "</title>\n<desc");
    link_id(out, scene, "figure", "desc");
    buffer_char(out, '>');
    svg_escape(out, scene->sources);
    buffer_char(out, '.');
    for (size_t i = 0; i < scene->tie_count && i < SPOKEN_RELATIONS; i++) {
        buffer_char(out, '\n');
        svg_escape(out, scene->ties[i].sentence);
        buffer_char(out, '.');
    }
    buffer_text(out, "</desc>\n");
}

/* The metadata come first, so that they are found without reading the whole figure: see
   stamp.h. */
static void write_metadata(struct buffer *out, const struct scene *scene, const char *fingerprint)
{
    buffer_format(out, "<metadata><figure xmlns=\"urn:entente:figure:1\" picture-format=\"%d\"",
                  PICTURE_VERSION);
    svg_attribute(out, STAMP_KEY, fingerprint);
    svg_attribute(out, STAMP_SEAL_KEY, STAMP_UNSEALED); /* right after the fingerprint */
    svg_attribute(out, "dataset", scene->dataset);
    if (scene->options != NULL)
        svg_attribute(out, "options", scene->options);
    buffer_text(out, "/></metadata>\n");
}

static void draw_ground(struct buffer *out, const struct page *page)
{
    buffer_text(out, "<rect");
    svg_attribute_number(out, "width", page->width);
    svg_attribute_number(out, "height", page->height);
    buffer_text(out, " fill=\"#FFFFFF\"/>\n");
}

static void draw_heading(struct buffer *out, const struct page *page)
{
    if (page->title.lines.count == 0)
        return;
    layer_open(out, page->scene, "heading", NULL);
    draw_passage(out, page, &page->title, STYLE_INK, page->title_y);
    layer_close(out);
}

static void draw_foot(struct buffer *out, const struct page *page)
{
    if (page->filters.lines.count + page->sources.lines.count == 0)
        return;
    layer_open(out, page->scene, "foot", NULL);
    draw_passage(out, page, &page->filters, STYLE_MUTED, page->filters_y);
    draw_passage(out, page, &page->sources, STYLE_MUTED, page->sources_y);
    layer_close(out);
}

/* How far the drawing of a panel is from the left of the panel. */
static double drawing_offset(const struct page *page)
{
    return (panels_width_around(&page->panels, page->panel.width) - page->panel.width) / 2;
}

/* Draws whose telling it is above the drawing of a panel. */
static void draw_caption(struct buffer *out, const struct page *page, const char *words)
{
    const double size = PANELS_CAPTION_SIZE * page->unit, aside = drawing_offset(page);
    const bool rtl = wording_is_rtl(page->scene->wording);
    struct wrap_line lines[PANELS_CAPTION_LINES];
    const size_t count = panels_break(&page->panels, words, size, lines);
    for (size_t i = 0; i < count; i++) {
        const double line_top = METRICS_LINE * (double)(page->panels.lines - count + i);
        const struct svg_text text = {
            .at = {rtl ? page->panel.width + aside : -aside,
                   size * (METRICS_ASCENT + line_top) - page->panels.caption},
            .size = size,
            .color = STYLE_INK,
            .bold = true,
            .rtl = rtl};
        struct buffer line = BUFFER_EMPTY;
        buffer_add(&line, words + lines[i].start, lines[i].length);
        svg_text(out, &text, buffer_string(&line));
        out->failed |= line.failed;
        buffer_clear(&line);
    }
}

/* Where the drawing of a panel begins. */
static struct point panel_origin(const struct page *page, size_t index)
{
    const struct panels *panels = &page->panels;
    const size_t column = index % panels->columns, row = index / panels->columns;
    const double width = panels_width_around(panels, page->panel.width);
    return (struct point){(double)column * (width + panels->gap) + drawing_offset(page),
                          (double)row * (page->panel.height + panels->caption + panels->gap) +
                              panels->caption};
}

static enum status draw_panel(struct buffer *out, const struct page *page,
                              const struct layout *layout, size_t index)
{
    const struct scene_telling *telling = &page->scene->tellings[index];
    const struct point origin = panel_origin(page, index);
    struct scene scene = *page->scene;
    char prefix[32];
    snprintf(prefix, sizeof prefix, "panel%zu-", index + 1);
    scene.panel = index > 0 ? prefix : NULL;
    scene.telling = telling;
    scene.ties = telling->ties;
    layer_open(out, &scene, "panel", &origin);
    draw_caption(out, page, telling->heading);
    TRY(figure_draw(out, &scene, layout));
    layer_close(out);
    return STATUS_OK;
}

static enum status draw_panels(struct buffer *out, const struct page *page,
                               const struct layout *layout)
{
    if (page->panels.count == 1)
        return figure_draw(out, page->scene, layout);
    for (size_t i = 0; i < page->panels.count; i++)
        TRY(draw_panel(out, page, layout, i));
    return STATUS_OK;
}

static enum status draw_first_sheet(struct buffer *out, const struct page *page,
                                    const struct layout *layout)
{
    draw_heading(out, page);
    const struct point origin = {(page->width - page->drawing.width) / 2, page->drawing_y};
    layer_open(out, page->scene, "drawing", &origin);
    TRY(draw_panels(out, page, layout));
    layer_close(out);
    legend_draw(out, page->scene, &page->legend, page->legend_y);
    draw_foot(out, page);
    return STATUS_OK;
}

static enum status draw_page(struct buffer *out, const struct page *page,
                             const struct layout *layout, const char *fingerprint,
                             const struct page_window *window)
{
    open_document(out, page, window);
    write_metadata(out, page->scene, fingerprint);
    describe(out, page->scene);
    draw_ground(out, page);
    const struct notes_window notes = {page->notes_y, window->y, window->y + window->height};
    if (window->y == 0)
        TRY(draw_first_sheet(out, page, layout));
    notes_draw(out, page->scene, &page->notes, &notes);
    buffer_text(out, "</svg>\n");
    return buffer_status(out);
}
enum status page_draw(struct buffer *out, const struct scene *scene, const struct layout *layout,
                      const char *fingerprint)
{
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    struct page page;
    TRY(page_init(&page, scene, &drawing));
    const struct page_window all = {0, page.height};
    enum status status = draw_page(out, &page, layout, fingerprint, &all);
    page_clear(&page);
    return status;
}

enum status page_draw_sheets(const struct scene *scene, const struct layout *layout,
                             const char *fingerprint, page_take *take, void *context)
{
    const struct page_drawing drawing = {layout->width, layout->height, layout->readable};
    struct page page;
    enum status status = page_init(&page, scene, &drawing);
    if (status != STATUS_OK)
        return status;
    for (size_t sheet = 0; sheet < page.sheets && status == STATUS_OK; sheet++) {
        struct buffer svg = BUFFER_EMPTY;
        const struct page_window window = {(double)sheet * page.sheet_height, page.sheet_height};
        status = draw_page(&svg, &page, layout, fingerprint, &window);
        if (status == STATUS_OK)
            status = take(context, &svg, page.sheets);
        buffer_clear(&svg);
    }
    page_clear(&page);
    return status;
}
