/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/notes.h"

#include <string.h>

#include "base/text/utf8.h"
#include "render/layer.h"
#include "render/link.h"
#include "render/svg.h"

/* The number of isolates that are open after the bytes of TEXT from START to END, if OPEN are
   before them. */
static size_t count_open(const char *text, size_t start, size_t end, size_t open)
{
    for (size_t i = start; i + strlen(UTF8_FIRST_STRONG_ISOLATE) <= end; i++) {
        open +=
            memcmp(text + i, UTF8_FIRST_STRONG_ISOLATE, strlen(UTF8_FIRST_STRONG_ISOLATE)) == 0;
        open -= open > 0 && memcmp(text + i, UTF8_POP_ISOLATE, strlen(UTF8_POP_ISOLATE)) == 0;
    }
    return open;
}

/* Adds LINE of an item with the isolates that it shares with others closed in it. *OPEN: how many
   are open before it; updated. */
static void add_line(struct buffer *out, const char *text, const struct wrap_line *line,
                     size_t *open)
{
    for (size_t i = 0; i < *open; i++)
        buffer_text(out, UTF8_FIRST_STRONG_ISOLATE);
    buffer_add(out, text + line->start, line->length);
    *open = count_open(text, line->start, line->start + line->length, *open);
    for (size_t i = 0; i < *open; i++)
        buffer_text(out, UTF8_POP_ISOLATE);
}

/* The lines of an item from FIRST up to END, which begin and end outside isolates; HREF: the
   address that they link to, "" for none. */
struct part {
    size_t first, end;
    const char *href;
};

static void draw_lines(struct buffer *out, const struct notes *notes,
                       const struct notes_item *item, const struct part *part,
                       const struct notes_window *window)
{
    double margin = (notes->page_width - notes->width) / 2;
    size_t open = 0;
    for (size_t i = part->first; i < part->end; i++) {
        double x = margin + notes->places[i].x, y = window->y + notes->places[i].y;
        const struct svg_text style = {
            .at = {notes->rtl ? notes->page_width - x : x, y + notes->text_size},
            .size = notes->text_size,
            .color = STYLE_INK,
            .bold = item->kind == NOTES_HEADING,
            .rtl = notes->rtl};
        struct buffer text = BUFFER_EMPTY;
        add_line(&text, item->text, &notes->lines.items[i], &open);
        if (y >= window->low && y < window->high)
            svg_text(out, &style, buffer_string(&text));
        out->failed |= text.failed;
        buffer_clear(&text);
    }
}

static void draw_item(struct buffer *out, const struct notes *notes,
                      const struct notes_item *item, const struct notes_window *window)
{
    const struct part all = {item->first_line, item->first_line + item->line_count, ""};
    draw_lines(out, notes, item, &all, window);
}

/* Opens the link of a part of NOTE: to HREF; without it, back to its tie, or to the address of
   its source or, if a figure has only links to addresses, of its relation. */
static bool open_part(struct buffer *out, const struct scene *scene,
                      const struct notes_item *note, const char *href)
{
    return link_open_address(out, scene, href) ||
           (note->tie != NULL && link_open_part(out, scene, "relation", note->tie)) ||
           link_open_address(out, scene, note->href);
}

/* The part of NOTE from line FIRST on. LINK, the next of its links, is updated. */
static struct part find_part(const struct notes *notes, const struct notes_item *note,
                             size_t first, size_t *link)
{
    const struct scene_note_links *links = &note->links;
    const struct wrap_line *lines = notes->lines.items;
    const size_t end = note->first_line + note->line_count;
    struct part part = {first, first + 1, ""};
    for (; *link < links->count && links->items[*link].start <= lines[first].start; ++*link)
        part.href = links->items[*link].href;
    while (part.end < end &&
           (*link == links->count || lines[part.end].start < links->items[*link].start))
        part.end++;
    return part;
}

/* Draws the lines of NOTE, those with the same link together. */
static void draw_parts(struct buffer *out, const struct scene *scene, const struct notes *notes,
                       const struct notes_item *note, const struct notes_window *window)
{
    size_t link = 0;
    struct part part = {.end = note->first_line};
    while (part.end < note->first_line + note->line_count) {
        part = find_part(notes, note, part.end, &link);
        bool linked = open_part(out, scene, note, part.href);
        buffer_char(out, '\n');
        draw_lines(out, notes, note, &part, window);
        link_close(out, linked);
    }
}

static void draw_note(struct buffer *out, const struct scene *scene, const struct notes *notes,
                      const struct notes_item *note, const struct notes_window *window)
{
    buffer_text(out, "<g class=\"note\"");
    link_id(out, scene, "note", note->id);
    buffer_char(out, '>');
    draw_parts(out, scene, notes, note, window);
    buffer_text(out, "</g>\n");
}

static void draw_source(struct buffer *out, const struct scene *scene, const struct notes *notes,
                        const struct notes_item *source, const struct notes_window *window)
{
    buffer_text(out, "<g class=\"source\"");
    link_id(out, scene, "source", source->id);
    buffer_char(out, '>');
    draw_parts(out, scene, notes, source, window);
    buffer_text(out, "</g>\n");
}

/* The notes, and the sources in a group of their own. */
void notes_draw(struct buffer *out, const struct scene *scene, const struct notes *notes,
                const struct notes_window *window)
{
    if (notes->count == 0)
        return;
    layer_open(out, scene, "notes", NULL);
    for (size_t i = 0; i < notes->count; i++) {
        const struct notes_item *item = &notes->items[i];
        switch (item->kind) {
        case NOTES_RELATION: draw_note(out, scene, notes, item, window); break;
        case NOTES_HEADING:
            layer_close(out);
            layer_open(out, scene, "sources", NULL);
            draw_item(out, notes, item, window);
            break;
        case NOTES_SOURCE: draw_source(out, scene, notes, item, window); break;
        }
    }
    layer_close(out);
}
