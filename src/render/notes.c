/* SPDX-License-Identifier: MIT */
#include <config.h>

#include "render/notes.h"

#include "render/svg.h"

static void draw_line(struct buffer *out, const struct notes *notes,
                      const struct notes_item *note, size_t line, double y)
{
    double x = (notes->page_width - notes->width) / 2 + note->x;
    const struct svg_text style = {
        .at = {notes->rtl ? notes->page_width - x : x,
               y + note->y + notes->pitch * (double)line + notes->text_size},
        .size = notes->text_size,
        .color = STYLE_INK,
        .rtl = notes->rtl};
    struct buffer text = BUFFER_EMPTY;
    buffer_add(&text, note->text + note->lines[line].start, note->lines[line].length);
    svg_text(out, &style, buffer_string(&text));
    out->failed |= text.failed;
    buffer_clear(&text);
}

static void draw_note(struct buffer *out, const struct notes *notes,
                      const struct notes_item *note, double y)
{
    buffer_text(out, "<g class=\"note\" id=\"note-");
    svg_escape(out, note->id);
    buffer_text(out, "\"><a href=\"#relation-");
    svg_escape(out, note->tie);
    buffer_text(out, "\">\n");
    for (size_t i = 0; i < note->line_count; i++)
        draw_line(out, notes, note, i, y);
    buffer_text(out, "</a></g>\n");
}

void notes_draw(struct buffer *out, const struct notes *notes, double y)
{
    if (notes->count == 0)
        return;
    buffer_text(out, "<g class=\"notes\" id=\"figure-notes\">\n");
    for (size_t i = 0; i < notes->count; i++)
        draw_note(out, notes, &notes->items[i], y);
    buffer_text(out, "</g>\n");
}
